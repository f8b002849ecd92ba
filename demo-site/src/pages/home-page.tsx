import { categories, categoryLink, findPart, findParts, partLink } from '../catalogue.ts'
import { dispatchDay } from '../dispatch-day.ts'
import { mount } from '../mount.tsx'
import { ProductArt } from '../product-art/product-art.tsx'
import { ProductGrid } from '../product-card.tsx'

const mostFitted = findParts([
  'skarv-rotor',
  'lenke-chain',
  'rev-hub',
  'ro-pads',
  'vev-bottom-bracket',
  'tagg-cassette',
  'vidde-bar',
  'tett-sealant',
])

const Opening = () => (
  <section class="opening">
    <div>
      <h1>Parts that go on your bike today and stay on it for years</h1>
      <p class="lead">
        We are seven people with a workshop in Bergen, where it rains 230 days a year. What we sell is what we
        fit.
      </p>
      <p>
        <a class="button" href={partLink('ridge-rear-wheel')}>
          See the Ridge wheel
        </a>
      </p>
      <p class="quiet">In stock. {dispatchDay()}.</p>
    </div>
    <a class="tile opening-tile" href={partLink('ridge-rear-wheel')} aria-label="Ridge rear wheel">
      <ProductArt name="wheel" />
    </a>
  </section>
)

const CategoryRow = () => (
  <nav aria-label="Categories">
    <ul class="category-row">
      {categories.map(({ slug, name, face }) => (
        <li key={slug}>
          <a class="card" href={categoryLink(slug)}>
            <span class="tile">
              <ProductArt name={findPart(face)?.art ?? 'rotor'} />
            </span>
            <span class="card-name">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Promises = () => (
  <section class="promises" aria-label="What you can count on">
    <div>
      <h2>60 days, fitted or not</h2>
      <p>Try it on the bike. If it is clean and not worn through, it can come back.</p>
    </div>
    <div>
      <h2>Before 14:00, the same day</h2>
      <p>What is in stock leaves Bergen the day you order, Monday to Friday.</p>
    </div>
    <div>
      <h2>A person who has fitted it</h2>
      <p>Mika, Ana and Samir answer from the workshop floor, 08:00–18:00 Bergen time.</p>
      <p>
        <a href="help.html" data-deskbell-open="chat">
          Ask about your bike
        </a>
      </p>
    </div>
  </section>
)

const HomePage = () => (
  <>
    <Opening />
    <CategoryRow />
    <section aria-labelledby="most-fitted">
      <h2 id="most-fitted" class="section-title">
        Most fitted this autumn
      </h2>
      <ProductGrid parts={mostFitted} />
    </section>
    <Promises />
  </>
)

mount(HomePage)
