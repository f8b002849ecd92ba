// Look of the pages a customer has opened: one line each.

import { css } from 'lit'

export const visitedPagesStyles = css`
  li { display: flex; align-items: center; gap: 12px; min-block-size: 24px }
  a { color: var(--db-accent); text-underline-offset: 3px; text-decoration-thickness: 1px }
  .link { min-block-size: 24px; color: var(--db-muted); text-decoration: underline; text-underline-offset: 3px }
  @media (pointer: coarse) { li, .link { min-block-size: 40px } a { padding-block: 10px } }
`
