// Look of the tree of topics: each level a step in, the form below what it is about.

import { css } from 'lit'

export const topicTreeStyles = css`
  .below { padding-inline-start: 24px; border-inline-start: 1px solid var(--db-line) }
  .acts { display: flex; flex-wrap: wrap; align-items: center; gap: 4px }
  .acts .square { color: var(--db-muted) }
  .acts .square:disabled { opacity: 0.4 }
  .up { display: grid; transform: scaleY(-1) }
  .form { display: grid; gap: 16px; max-inline-size: 560px; padding: 16px 0 24px; border-block-end: 1px solid var(--db-line) }
  .below .form, .item + .form { padding-inline-start: 16px }
`
