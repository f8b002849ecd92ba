// Pages beside the inbox, the article beside a conversation, and the form one signs in by: each is fetched when somebody
// first goes there, and says so while it is under way.

import { html, type TemplateResult } from 'lit'
import { until } from 'lit/directives/until.js'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ConsolePage } from './console-route.ts'

type Outlet = ConsolePage | 'beside' | 'sign-in' | 'choose-password'

const LOAD: Readonly<Record<Outlet, () => Promise<unknown>>> = {
  board: () => import('../board/board.define.ts'),
  search: () => import('../search/search.define.ts'),
  settings: () => import('../settings/settings.define.ts'),
  articles: () => import('../knowledge/knowledge-page.define.ts'),
  beside: () => import('../knowledge/knowledge-page.define.ts'),
  'sign-in': () => import('../sign-in/sign-in.define.ts'),
  'choose-password': () => import('../sign-in/sign-in.define.ts'),
}

const draw: Readonly<Record<Outlet, (rest: string) => TemplateResult>> = {
  board: () => html`<deskbell-board></deskbell-board>`,
  search: (rest) =>
    html`<deskbell-search .query=${new URLSearchParams(rest).get('q') ?? ''}></deskbell-search>`,
  settings: (rest) =>
    html`<deskbell-settings .path=${rest.replace(/^\//, '')}><deskbell-bell slot="bell"></deskbell-bell></deskbell-settings>`,
  articles: (rest) => html`<deskbell-knowledge .path=${rest.replace(/^\//, '')}></deskbell-knowledge>`,
  beside: (id) => html`<deskbell-article-beside .articleId=${id}></deskbell-article-beside>`,
  'sign-in': (reason) => html`<deskbell-sign-in .reason=${reason}></deskbell-sign-in>`,
  'choose-password': () => html`<deskbell-choose-password></deskbell-choose-password>`,
}

/** One template, so that what stands in it stays when it no longer has to be waited for. */
const outlet = (content: unknown): TemplateResult => html`${content}`

const arriving = new Map<Outlet, Promise<unknown>>()
const arrived = new Set<Outlet>()

/** @param again draws anew, for the button that tries once more */
export function pageOutlet(
  page: Outlet,
  rest: string,
  t: ConsoleTranslate,
  again: () => void,
): TemplateResult {
  // Drawn at once: `until` would put its placeholder in between, and what is typed on the page were lost.
  if (arrived.has(page)) return outlet(draw[page](rest))
  const loading = arriving.get(page) ?? LOAD[page]()
  arriving.set(page, loading)
  const failed = (): TemplateResult => {
    arriving.delete(page)
    return html`<div class="alone" role="alert"><h1>${t('page.failed')}</h1><p>${t('page.failed.detail')}</p>
      <button class="button" type="button" @click=${again}>${t('app.again')}</button></div>`
  }
  const shown = loading.then(() => {
    arrived.add(page)
    return draw[page](rest)
  }, failed)
  return outlet(
    until(shown, html`<div class="alone" role="status"><p class="awaited">${t('page.loading')}</p></div>`),
  )
}
