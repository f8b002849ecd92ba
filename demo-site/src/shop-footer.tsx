import { categories, categoryLink } from './catalogue.ts'

// The widget listens for data-deskbell-open anywhere on the page; without it the buttons lead to Help.
const Ask = ({ open, children }: { open: string; children: string }) => (
  <li>
    <a href="help.html" data-deskbell-open={open}>
      {children}
    </a>
  </li>
)

export const ShopFooter = () => (
  <footer class="footer">
    <div class="width footer-columns">
      <section aria-labelledby="footer-parts">
        <h2 id="footer-parts">Parts</h2>
        <ul>
          {categories.map(({ slug, name }) => (
            <li>
              <a href={categoryLink(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="footer-help">
        <h2 id="footer-help">Help</h2>
        <ul>
          <li>
            <a href="help.html">How to reach us</a>
          </li>
          <Ask open="help">Help articles</Ask>
          <Ask open="ticket">Send a ticket</Ask>
          <Ask open="status">Check a ticket</Ask>
        </ul>
      </section>
      <section aria-labelledby="footer-yours">
        <h2 id="footer-yours">Yours</h2>
        <ul>
          <li>
            <a href="account.html">Orders and returns</a>
          </li>
          <li>
            <a href="basket.html">Basket</a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="footer-workshop">
        <h2 id="footer-workshop">Workshop</h2>
        <address>
          Damsgårdsveien 60
          <br />
          5058 Bergen, Norway
        </address>
        <p>
          Monday to Friday
          <br />
          08:00–18:00
        </p>
      </section>
    </div>
    <p class="width footer-note">
      Fjordline is a made-up shop that shows Deskbell at work. Nothing here is for sale.
    </p>
  </footer>
)
