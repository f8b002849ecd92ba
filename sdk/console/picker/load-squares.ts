// How much somebody has of what they can have, as squares. The words beside it say the same.

import { css, html } from 'lit'
import type { Load } from './colleague-load.ts'

/** More squares than that say nothing any more. */
const SQUARES = 10

export const loadSquaresStyles = css`
  .load { display: inline-flex; gap: 2px; flex: none }
  .load i { inline-size: 6px; block-size: 10px; border-radius: 2px; background: var(--db-fill-2) }
  .load .taken { background: var(--db-solid) }
  @media (forced-colors: active) {
    .load i { border: 1px solid }
    .load .taken { background: Highlight }
  }
`

export function loadSquares({ open, capacity }: Load) {
  const squares = Math.min(capacity, SQUARES)
  const taken = Math.min(squares, Math.round((open / capacity) * squares))
  return html`<span class="load" aria-hidden="true">${Array.from({ length: squares }, (_, at) => html`<i class=${at < taken ? 'taken' : ''}></i>`)}</span>`
}
