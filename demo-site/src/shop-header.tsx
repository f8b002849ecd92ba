import { useState } from 'preact/hooks'
import { countParts, useBasket } from './basket-store.ts'
import { categories, categoryLink } from './catalogue.ts'

const Mark = () => (
  <svg class="mark" viewBox="0 0 22 18" width="22" height="18" aria-hidden="true">
    <path d="M1.8 15.6 8.4 3.2l4.2 7.4 2.7-3.4 4.9 8.4" />
  </svg>
)

const page = location.pathname.split('/').pop() || 'index.html'
const shown = page === 'category.html' ? new URLSearchParams(location.search).get('c') : null

const Categories = () => (
  <>
    {categories.map(({ slug, name }) => (
      <a href={categoryLink(slug)} aria-current={slug === shown ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </>
)

const BasketLink = () => {
  const count = countParts(useBasket())
  return (
    <a href="basket.html" aria-current={page === 'basket.html' ? 'page' : undefined}>
      Basket <span class="tabular">{count || ''}</span>
      {count > 0 && <span class="unseen">{count === 1 ? ' part' : ' parts'}</span>}
    </a>
  )
}

export const ShopHeader = () => {
  const [open, setOpen] = useState(false)
  return (
    <header class="header width">
      <a class="brand" href="index.html">
        <Mark />
        Fjordline
      </a>
      <button
        class="menu-button"
        type="button"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        {open ? 'Close' : 'Menu'}
      </button>
      <nav id="menu" class={open ? 'menu menu-open' : 'menu'} aria-label="Shop">
        <Categories />
        <span class="menu-rest">
          <a href="account.html" aria-current={page === 'account.html' ? 'page' : undefined}>
            Account
          </a>
          <a href="help.html" aria-current={page === 'help.html' ? 'page' : undefined}>
            Help
          </a>
        </span>
      </nav>
      <div class="yours">
        <a class="only-wide" href="account.html" aria-current={page === 'account.html' ? 'page' : undefined}>
          Account
        </a>
        <a href="category.html" aria-current={page === 'category.html' && !shown ? 'page' : undefined}>
          Search
        </a>
        <BasketLink />
      </div>
    </header>
  )
}
