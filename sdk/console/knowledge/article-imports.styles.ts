// Look of the imports: a form, and reports below what they are of.

import { css } from 'lit'

export const importStyles = css`
  .form { display: grid; justify-items: start; gap: 16px; max-inline-size: 640px; padding-block-end: 32px }
  .form .field { inline-size: 100% }
  ::file-selector-button { margin-inline-end: 12px; padding: 4px 12px; border: 0; border-radius: 8px; background: var(--db-fill); font: 500 13px/20px system-ui, sans-serif; color: var(--db-text); cursor: pointer }
  .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); align-items: end; gap: 12px 16px; inline-size: 100% }
  .choices .check { min-block-size: 40px }
  .fault { white-space: pre-line }
  .report { padding: 8px 0 16px; border-block-end: 1px solid var(--db-line); max-block-size: 400px; overflow-y: auto }
  .report li { display: flex; gap: 12px; padding-block: 6px; overflow-wrap: anywhere }
  .outcome { flex: none; inline-size: 84px; color: var(--db-muted) }
  .outcome.failed { color: var(--db-danger); font-weight: 600 }
  .outcome.created, .outcome.updated { color: var(--db-ok) }
`
