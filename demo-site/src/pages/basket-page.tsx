import { useState } from 'preact/hooks'
import { type BasketLine, setCount, useBasket } from '../basket-store.ts'
import { findPart, partLink } from '../catalogue.ts'
import { dispatchDay } from '../dispatch-day.ts'
import { money, receipt } from '../money.ts'
import { mount } from '../mount.tsx'
import type { Part } from '../part.ts'
import { ProductArt } from '../product-art/product-art.tsx'

// Nora lives in Norway, and this is what postage costs there.
const POSTAGE = 6
const FREE_FROM = 60

type Row = { line: BasketLine; part: Part }

const Counter = ({ line, name }: { line: BasketLine; name: string }) => (
  <div class="counter">
    <button
      type="button"
      aria-label={`One ${name} less`}
      onClick={() => setCount({ ...line, count: line.count - 1 })}
    >
      −
    </button>
    <output class="tabular">{line.count}</output>
    <button
      type="button"
      aria-label={`One ${name} more`}
      onClick={() => setCount({ ...line, count: line.count + 1 })}
    >
      +
    </button>
  </div>
)

const BasketRow = ({ line, part }: Row) => (
  <li class="line">
    <a class="tile" href={partLink(part.slug)} aria-label={part.name}>
      <ProductArt name={part.art} />
    </a>
    <div class="line-text">
      <a class="plain line-name" href={partLink(part.slug)}>
        {part.name}
      </a>
      <span class="quiet">{line.choice ? `${part.choice?.label ?? ''}: ${line.choice}` : part.line}</span>
    </div>
    <Counter line={line} name={part.name} />
    <span class="line-price tabular">{money(part.price * line.count)}</span>
  </li>
)

const Sum = ({ rows }: { rows: Row[] }) => {
  const [asked, setAsked] = useState(false)
  const goods = rows.reduce((sum, { line, part }) => sum + part.price * line.count, 0)
  const postage = goods >= FREE_FROM ? 0 : POSTAGE
  return (
    <aside class="sum" aria-label="Sum">
      <dl class="specs sum-rows tabular">
        <dt>Parts</dt>
        <dd>{receipt(goods)}</dd>
        <dt>Postage to Norway</dt>
        <dd>{postage ? receipt(postage) : 'Free'}</dd>
        <dt class="total">Total with VAT</dt>
        <dd class="total">{receipt(goods + postage)}</dd>
      </dl>
      <button class="button button-wide" type="button" onClick={() => setAsked(true)}>
        Check out
      </button>
      <p class="quiet" role="status">
        {asked ? 'This shop is made up, so the order ends here. Nothing is charged.' : dispatchDay()}
      </p>
    </aside>
  )
}

const BasketPage = () => {
  const rows = useBasket().flatMap((line) => {
    const part = findPart(line.part)
    return part ? { line, part } : []
  })
  if (!rows.length)
    return (
      <>
        <h1>Your basket is empty</h1>
        <p class="lead">
          Parts stay in it for 30 days. <a href="category.html">Look through all parts</a>
        </p>
      </>
    )
  return (
    <>
      <h1>Basket</h1>
      <div class="basket">
        <ul class="lines">
          {rows.map((row) => (
            <BasketRow key={`${row.line.part} ${row.line.choice}`} {...row} />
          ))}
        </ul>
        <Sum rows={rows} />
      </div>
    </>
  )
}

mount(BasketPage)
