// Look of an article beside the conversation: a bar that closes it, the editor below.

import { css } from 'lit'

export const articleBesideStyles = css`
  :host { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0; background: var(--db-surface); font: var(--db-small) }
  .panel { display: flex; flex-direction: column; min-block-size: 0; min-inline-size: 0 }
  .bar { display: flex; align-items: center; gap: 8px; min-block-size: 56px; padding-inline: 24px 12px; border-block-end: 1px solid var(--db-line) }
  .bar p { color: var(--db-muted) }
  .close { color: var(--db-muted) }
  .ask { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 12px 8px 24px; background: var(--db-note) }
  .alone { display: grid; justify-items: start; gap: 8px; padding: 24px; color: var(--db-muted) }
  deskbell-article-editor { flex: 1; min-block-size: 0 }
  @media (pointer: coarse) { .bar .button, .ask .button { min-block-size: 40px } }
`
