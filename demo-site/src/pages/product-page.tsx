import { useState } from 'preact/hooks'
import { addToBasket } from '../basket-store.ts'
import { categoryLink, findCategory, findPart, findParts, partLink } from '../catalogue.ts'
import { ChoicePicker } from '../choice-picker.tsx'
import { dispatchDay } from '../dispatch-day.ts'
import { money } from '../money.ts'
import { mount, nameThePage, query } from '../mount.tsx'
import type { Part } from '../part.ts'
import { ProductArt } from '../product-art/product-art.tsx'

const part = findPart(query('p'))

const Pictures = ({ part }: { part: Part }) => (
  <div class="pictures">
    <div class="tile">
      <ProductArt name={part.art} />
    </div>
    <nav aria-label="Goes with it">
      <ul class="thumbs">
        {[part, ...findParts(part.goesWith)].map(({ slug, name, art }) => (
          <li key={slug}>
            <a
              class="tile"
              href={partLink(slug)}
              aria-label={name}
              title={name}
              aria-current={slug === part.slug ? 'page' : undefined}
            >
              <ProductArt name={art} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </div>
)

const Specs = ({ part }: { part: Part }) => (
  <dl class="specs">
    <dt>{part.dueWeek ? 'On its way' : 'In stock'}</dt>
    <dd>{part.dueWeek ? `Leaves Bergen in week ${part.dueWeek}` : dispatchDay()}</dd>
    <dt>Returns</dt>
    <dd>60 days, fitted or not</dd>
    <dt>Weight</dt>
    <dd>{part.weight}</dd>
    <dt>Fits</dt>
    <dd>{part.fits}</dd>
  </dl>
)

const Buy = ({ part }: { part: Part }) => {
  const [choice, setChoice] = useState(part.choice?.preset ?? null)
  const [added, setAdded] = useState(0)
  const add = () => {
    addToBasket(part.slug, choice)
    setAdded(added + 1)
  }
  return (
    <>
      {part.choice && <ChoicePicker choice={part.choice} value={choice} onPick={setChoice} />}
      <button class="button button-wide" type="button" onClick={add}>
        Add to basket
      </button>
      <p class="added" role="status">
        {added > 0 && (
          <>
            {added === 1 ? 'Added.' : `Added ${added}.`} <a href="basket.html">See the basket</a>
          </>
        )}
      </p>
    </>
  )
}

const Product = ({ part }: { part: Part }) => (
  <article class="product">
    <Pictures part={part} />
    <div class="product-text">
      <p class="quiet">
        <a class="plain" href={categoryLink(part.category)}>
          {findCategory(part.category)?.name}
        </a>{' '}
        / {part.kind}
      </p>
      <h1>{part.name}</h1>
      <p class="price tabular">{money(part.price)}</p>
      <p class="about">{part.about}</p>
      <Buy part={part} />
      <Specs part={part} />
    </div>
  </article>
)

const ProductPage = () =>
  part ? (
    <Product part={part} />
  ) : (
    <>
      <h1>This part is not in the shop</h1>
      <p class="lead">
        The link may be old. <a href="category.html">Look through all parts</a>
      </p>
    </>
  )

nameThePage(part?.name ?? 'Not found')
mount(ProductPage)
