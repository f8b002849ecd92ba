// What a search found, with its words marked; where it found nothing, the way to people. And the page that is not there,
// which searches for the words of its address.

import type { ArticleHit, ArticleSearchResult, Highlighted } from '../../sdk/protocol/help-article.ts'
import { articleRows } from './home-page.ts'
import { type Html, html } from './html.ts'
import { askButtons, type HelpScene, renderPage, searchForm, trail } from './page-layout.ts'

const marked = (parts: Highlighted): Html =>
  html`${parts.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}`

function hitRow({ addresses, locale, shelf }: HelpScene, hit: ArticleHit, query: string): Html {
  const entry = shelf.find(hit.slug, locale)!
  const topic = shelf.language(locale).topicOf.get(entry.id)?.name ?? hit.category
  const address = addresses.article(locale, entry.slug, { passage: hit.passage, query })
  return html`<li><a href="${address}" lang="${entry.locale}">
<h2>${marked(hit.title_parts)}</h2><p>${marked(hit.excerpt_parts)}</p>${topic && html`<p class="where">${topic}</p>`}</a></li>`
}

function nothing(scene: HelpScene, searched: number): Html {
  const { words } = scene
  return html`<div class="empty"><h2>${words.t('help.nothing')}</h2><p>${words.t('help.searched', { n: searched })}</p>${askButtons(scene)}</div>`
}

/** @param found null where there was nothing to look for */
export function searchPage(scene: HelpScene, query: string, found: ArticleSearchResult | null): string {
  const { addresses, locale, shelf, words } = scene
  const hits = found?.articles ?? []
  const title = query ? words.t('help.quote', { q: query }) : words.say('search')
  return renderPage(scene, {
    title,
    switchTo: (tag) => addresses.search(tag, query),
    asks: found !== null && hits.length === 0,
    body: html`<div class="wide">
${trail(scene, [])}
<div class="results">
<div class="head"><h1 class="title">${title}</h1></div>
${searchForm(scene, { big: true, query })}
${
  found && hits.length === 0
    ? nothing(scene, found.searched)
    : html`<section class="band" aria-label="${words.say('results')}">${
        found
          ? html`<p class="quiet" role="status">${words.t('help.count', { n: hits.length })}</p>
<ol class="plain hits">${hits.map((hit) => hitRow(scene, hit, query))}</ol>`
          : html`<h2>${words.t('home.popular')}</h2>${articleRows(scene, shelf.language(locale).popular)}`
      }</section>`
}
</div></div>`,
  })
}

/** The page an address leads to that is not there (any more). */
export function missingPage(scene: HelpScene, near: readonly ArticleHit[], query: string): string {
  const { words } = scene
  return renderPage(scene, {
    title: words.say('gone'),
    body: html`<div class="wide centred">
<h1 class="title">${words.say('gone')}</h1>
<p class="lead">${words.say(near.length > 0 ? 'goneMore' : 'goneNothing')}</p>
${near.length > 0 && html`<ol class="plain hits">${near.map((hit) => hitRow(scene, hit, query))}</ol>`}
${searchForm(scene, { big: true, query: near.length > 0 ? '' : query })}
</div>`,
  })
}

/** What a page shows that cannot be made. */
export function failedPage(scene: HelpScene, why: 'busy' | 'failed'): string {
  const { words } = scene
  return renderPage(scene, {
    title: words.say('failed'),
    body: html`<div class="wide centred"><h1 class="title">${words.say('failed')}</h1>
<p class="lead">${words.say(why === 'busy' ? 'busy' : 'failedMore')}</p></div>`,
  })
}
