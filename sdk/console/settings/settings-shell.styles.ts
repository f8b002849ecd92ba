// Look of the settings: the rail of pages, the page beside it; one of the two where there is no room for both.

import { css } from 'lit'

export const shellStyles = css`
  :host { container: settings / inline-size; min-block-size: 0; min-inline-size: 0; background: var(--db-surface); font: var(--db-small) }
  .shell { display: grid; grid-template: minmax(0, 1fr) / 224px minmax(0, 1fr); block-size: 100% }
  .rail { display: flex; flex-direction: column; min-block-size: 0; padding: 12px 8px; --db-ground: var(--db-canvas); border-inline-end: 1px solid var(--db-line); background: var(--db-canvas) }
  .top { display: flex; align-items: center; gap: 4px; block-size: 40px; margin-block-end: 4px; font: 600 15px/24px system-ui, sans-serif }
  .top .button { margin-inline-start: 4px }
  .find { position: relative }
  .find .icon { position: absolute; inset-block-start: 8px; inset-inline-start: 10px; inline-size: 16px; block-size: 16px; color: var(--db-muted); pointer-events: none }
  .find input {
    inline-size: 100%; block-size: 32px; padding-inline: 34px 10px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); font: var(--db-small); color: var(--db-text);
  }
  .find input::placeholder { color: var(--db-muted); opacity: 1 }
  .pages { flex: 1; min-block-size: 0; overflow-y: auto; margin-inline: -8px; padding-inline: 8px }
  h2 { margin-block: 16px 2px; padding-inline-start: 8px; color: var(--db-muted) }
  .row { display: flex; align-items: center; gap: 8px; inline-size: 100%; min-block-size: var(--db-row-rail); padding: 4px 12px; border-radius: 8px; color: var(--db-text); text-decoration: none }
  .row:hover { background: var(--db-fill) }
  .row[aria-current] { background: var(--db-fill-2); font-weight: 600 }
  .row .what { flex: 1; min-inline-size: 0; display: grid }
  .row .icon { inline-size: 14px; block-size: 14px; color: var(--db-muted) }
  .found { color: var(--db-muted); font-weight: 400 }
  .outlet { position: relative; display: flex; flex-direction: column; min-block-size: 0; min-inline-size: 0 }
  .ask { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 32px 8px 40px; background: var(--db-note) }
  .alone { margin: auto; padding: 24px; color: var(--db-muted) }
  .top .icon:dir(rtl) { scale: -1 1 }
  @container settings (max-width: 720px) {
    .shell { grid-template-columns: minmax(0, 1fr) }
    .shell.at-page .rail, .shell.at-rail .outlet { display: none }
    .rail { border: 0; padding: 12px 16px }
    .row { min-block-size: 44px; padding-inline: 8px }
    .row[aria-current] { background: none; font-weight: 400 }
    .find input { block-size: 40px; font-size: 16px }
    .find .icon { inset-block-start: 12px }
    .self { display: none }
    .top .button { block-size: 40px; inline-size: 40px }
  }
  @media (forced-colors: active) { .row[aria-current] { outline: 1px solid Highlight; outline-offset: -1px } }
`
