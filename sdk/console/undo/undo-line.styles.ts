// Look of the undo line: quiet, at the bottom, over nothing one reads or writes.

import { css } from 'lit'

export const undoLineStyles = css`
  :host { position: absolute; z-index: 30; inset: auto 0 0; block-size: 0; pointer-events: none }
  /* Over the end of the list where there is one, never over what is being answered. */
  .words-for-all {
    position: absolute; inset-block-end: calc(12px + var(--foot)); inset-inline-start: var(--db-undo-start, 0); inline-size: var(--db-undo-size, 100%);
    display: grid; justify-items: center; padding-inline: 12px;
  }
  .line {
    display: flex; align-items: center; gap: 4px; max-inline-size: min(520px, 100%); min-block-size: 40px;
    padding: 4px 4px 4px 16px; border-radius: 12px; background: var(--db-surface); box-shadow: var(--db-shadow);
    font: var(--db-small); pointer-events: auto; animation: rise var(--db-move) var(--db-ease);
  }
  .text { overflow-wrap: anywhere; margin-inline-end: 8px }
  .failed .text, .undo-failed .text, .redo-failed .text { color: var(--db-danger) }
  .way {
    display: inline-flex; align-items: center; gap: 8px; flex: none; block-size: 32px; padding-inline: 8px; border-radius: 8px;
    font: 600 13px/20px system-ui, sans-serif; color: var(--db-accent);
  }
  .way kbd { color: var(--db-muted) }
  .caps { display: inline-flex; gap: 4px }
  .close { display: grid; place-items: center; flex: none; inline-size: 32px; block-size: 32px; border-radius: 8px; color: var(--db-muted) }
  .close .icon { inline-size: 16px; block-size: 16px }
  .way:hover, .close:hover { background: var(--db-fill) }
  @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
  @media (pointer: coarse) { .way, .close { min-block-size: 40px; min-inline-size: 40px } .caps { display: none } }
  @media (max-width: 700px) { .words-for-all { inset-block-end: calc(max(72px, env(safe-area-inset-bottom)) + var(--foot)) } }
  @media (forced-colors: active) { .line { border: 1px solid } }
`
