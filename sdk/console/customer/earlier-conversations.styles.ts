// Look of a customer's earlier conversations: one line each.

import { css } from 'lit'

export const earlierStyles = css`
  li button { display: flex; align-items: center; gap: 12px; inline-size: calc(100% + 12px); min-block-size: 24px; margin-inline: -6px; padding-inline: 6px; border-radius: 6px }
  li button:hover { background: var(--db-fill) }
  .link { color: var(--db-accent); text-decoration: underline; text-underline-offset: 3px }
  @media (pointer: coarse) { li button { min-block-size: 40px } }
`
