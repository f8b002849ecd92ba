// The panel's surface and the stack of views in it. Its place and size are the loader's.

import { css } from 'lit'

export const widgetStyles = css`
  :host { position: relative; border-radius: var(--db-round); box-shadow: var(--db-shadow); overflow: hidden; outline: none; -webkit-tap-highlight-color: transparent; animation: rise var(--db-move) var(--db-ease); }
  @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
  .view { position: absolute; inset: 0; }
  /* Not display: none, which would lose how far each view is scrolled. */
  .under { visibility: hidden; }
  .view > * { outline: none; }
  i { display: none; position: absolute; }
  .body { padding-block-start: 16px; }
  .again { padding-block-start: 16px; }
  /* Shadows go then, and the panel would have no edge. */
  @media (forced-colors: active) { :host { border: 1px solid; } }
  @media (max-width: 479.98px) {
    :host { --db-small: 400 14px/20px var(--db-font); --db-body: 400 16px/24px var(--db-font); border-radius: 0; padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom); animation-duration: var(--db-sheet); }
    i { display: block; }
    .view { inset-block: env(safe-area-inset-top) env(safe-area-inset-bottom); }
  }
`
