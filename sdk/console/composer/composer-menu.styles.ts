// Look of what opens inside the composer: choices on one side, what would be inserted on the other.

import { css } from 'lit'

export const composerMenuStyles = css`
  .menu {
    display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 8px; margin: -4px -4px 8px -8px; padding-block-end: 8px;
    border-block-end: 1px solid var(--db-line); font: var(--db-small);
  }
  .menu .heading { padding: 4px 8px 6px; font: var(--db-tiny); color: var(--db-muted) }
  .menu [role='listbox'] { max-block-size: 216px; overflow-y: auto }
  .choice { display: flex; align-items: center; gap: 8px; min-block-size: 36px; padding: 4px 8px; border-radius: 8px; cursor: pointer }
  .choice .icon { inline-size: 16px; block-size: 16px; color: var(--db-muted); flex: none }
  .choice.on { background: var(--db-soft) }
  .find { display: flex; align-items: center; gap: 8px; padding-inline: 8px; color: var(--db-muted) }
  .find .icon { inline-size: 16px; block-size: 16px }
  .find input { flex: 1; min-inline-size: 0; block-size: 32px; border: 0; outline: 0; background: none; color: var(--db-text); font: var(--db-small) }
  .none { padding: 4px 8px }
  .preview p { padding-inline: 8px; overflow-wrap: anywhere; max-block-size: 168px; overflow-y: auto }
  .preview .plain { white-space: pre-wrap }
  .preview b { font-weight: 600 }
  .preview .missing { color: var(--db-warn); background: var(--db-note); border-radius: 4px; padding-inline: 2px }
  .preview .keys { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding-block-start: 8px; color: var(--db-muted) }
  :host([phone]) .menu { grid-template-columns: minmax(0, 1fr) }
  :host([phone]) .choice { min-block-size: 44px }
  @media (forced-colors: active) { .choice.on { outline: 2px solid Highlight; outline-offset: -2px } }
`
