// Look of the playground: a conversation with what was behind each answer, and a field at the end.

import { css } from 'lit'

export const playgroundStyles = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto auto; background: var(--db-canvas) }
  .bar { display: flex; align-items: center; gap: 8px; padding: 16px 24px 8px }
  .bar .input { inline-size: auto; max-inline-size: 45% }
  .talk { overflow-y: auto; padding: 8px 24px; overscroll-behavior: contain }
  article { display: grid; gap: 8px; padding-block: 12px; min-inline-size: 0 }
  article + article { border-block-start: 1px solid var(--db-line) }
  .asked { justify-self: end; max-inline-size: 85%; padding: 8px 12px; border-radius: 12px; background: var(--db-soft); white-space: pre-line; overflow-wrap: anywhere }
  .said { background: var(--db-surface); border: 1px solid var(--db-line) }
  .decision { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline }
  .decision b { font-weight: 600 }
  .sources { display: grid; gap: 2px; padding-inline-start: 20px; list-style: decimal }
  .choices { display: flex; flex-wrap: wrap; gap: 8px }
  .choices li { padding: 4px 10px; border: 1px solid var(--db-line-2); border-radius: 8px }
  article > .button { justify-self: start }
  .pad { padding: 0 24px 8px }
  .ask { display: flex; align-items: flex-end; gap: 8px; padding: 8px 24px 16px }
  .ask .input { flex: 1; max-block-size: 160px }
  .ask .button { block-size: 40px; border-radius: 10px }
  @media (max-width: 900px) { .bar, .talk, .ask { padding-inline: 16px } }
`
