// Puts a page between the shop's header and footer. Every page file ends by calling this.
import { type ComponentType, render } from 'preact'
import { ShopFooter } from './shop-footer.tsx'
import { ShopHeader } from './shop-header.tsx'

export const mount = (Page: ComponentType) => {
  const shop = document.getElementById('shop')
  if (!shop) throw new Error('The page has no element with the id "shop".')
  render(
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <ShopHeader />
      <main id="main" class="width" tabIndex={-1}>
        <Page />
      </main>
      <ShopFooter />
    </>,
    shop,
  )
}

export const query = (name: string) => new URLSearchParams(location.search).get(name)

export const nameThePage = (title: string) => {
  document.title = `${title} · Fjordline`
}
