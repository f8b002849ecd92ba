// What a sentence of the AI agent rests on, unfolded: the words of the article, and the way into it.

import { css, html, nothing } from 'lit'
import type { Citation } from '../../protocol/citation.ts'
import { consoleIcon } from '../console-icon.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

export const citedSourceStyles = css`
  .source {
    display: grid; gap: 2px; margin: 8px 0 4px; padding: 8px 12px; border-radius: 8px; background: var(--db-soft);
    font: var(--db-small);
  }
  .source cite { display: flex; align-items: center; gap: 6px; font-style: normal; font-weight: 600; color: var(--db-accent) }
  .source .icon { inline-size: 16px; block-size: 16px }
  @media (forced-colors: active) { .source { border: 1px solid } }
`

/** @param edit opens the article of this slug beside the conversation */
export function citedSource(
  { slug, title, quote }: Citation,
  t: ConsoleTranslate,
  edit: (slug: string) => void,
) {
  const word = t('copilot.edit_article', { title })
  return html`<blockquote class="source" dir="auto">
    <cite>${consoleIcon('book')}<span class="cut">${title}</span>${
      slug
        ? html`<button class="button bare square" type="button" aria-label=${word} title=${word} @click=${() => edit(slug)}>${consoleIcon('pen')}</button>`
        : nothing
    }</cite>
    <p>${quote}</p>
  </blockquote>`
}
