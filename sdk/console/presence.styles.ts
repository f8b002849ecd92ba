// The dot at a colleague's mark: filled is online, a ring is away, absent is offline.

import { css } from 'lit'

export const presenceStyles = css`
  .presence {
    position: absolute; inset-block-end: -2px; inset-inline-end: -3px; inline-size: 12px; block-size: 12px;
    border: 2px solid var(--db-ground, var(--db-surface)); border-radius: 50%; background: var(--db-surface);
  }
  .presence.online { background: var(--db-ok) }
  .presence.away { box-shadow: inset 0 0 0 2px var(--db-warn) }
  .presence.offline { box-shadow: inset 0 0 0 2px var(--db-line-2) }
  @media (forced-colors: active) { .presence.online { background: Highlight } }
`
