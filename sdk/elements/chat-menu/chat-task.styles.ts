// One question in the place of the slot above the composer.

import { css } from 'lit'

export const chatTaskStyles = css`
  :host { display: block; block-size: auto; background: none; }
  .task { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 12px 8px; }
  .ask { flex: 1 1 120px; min-inline-size: 0; font-weight: 600; overflow-wrap: anywhere; }
  form { flex: 1 0 100%; display: flex; flex-wrap: wrap; gap: 8px; }
  .input { flex: 1 1 150px; inline-size: auto; min-inline-size: 0; min-block-size: 40px; padding-block: 7px; }
  .fault { flex: 1 0 100%; }
  .button.danger { color: var(--db-danger); }
  @media (pointer: coarse), (max-width: 479.98px) { .input { font-size: 16px; } }
`
