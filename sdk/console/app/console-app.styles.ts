// Look of the console as a whole: the columns, and what a phone makes of them.

import { css } from 'lit'

export const appStyles = css`
  :host {
    display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); position: relative; block-size: 100%;
    min-block-size: 0; overflow: clip; font: var(--db-small); -webkit-font-smoothing: antialiased;
  }
  deskbell-sign-in, deskbell-choose-password, .alone { grid-row: 1 / -1 }
  .alone { grid-area: 1 / 1 / -1 / -1; display: grid; grid-template: none; place-content: center; justify-items: center; gap: 8px; padding: 24px; text-align: center; color: var(--db-muted) }
  .alone h1 { font: var(--db-title); color: var(--db-text) }
  .alone .button { margin-block-start: 8px }
  .desk { grid-row: 2; display: grid; grid-template-rows: minmax(0, 1fr); min-block-size: 0 }
  .wide { grid-template-columns: 216px 336px minmax(0, 1fr) auto }
  .medium { grid-template-columns: 216px auto minmax(0, 1fr) auto }
  .compact { grid-template-columns: 56px auto minmax(0, 1fr) auto }
  :is(.wide, .medium) { --db-undo-start: 216px; --db-undo-size: 336px }
  .compact { --db-undo-start: 56px; --db-undo-size: 288px }
  .phone { grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) }
  .list, main, aside { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0 }
  [hidden] { display: none }
  .medium .list { inline-size: 336px }
  .compact .list { inline-size: 288px }
  /* Named, because a hidden list leaves its column to the next one otherwise. */
  main { grid-area: 1 / 3 }
  aside { grid-area: 1 / 4; inline-size: 288px }
  /* The list gives its room to the article that is edited beside the conversation. */
  .with-article:is(.wide, .medium) { grid-template-columns: 216px 0 minmax(0, 1fr) clamp(400px, 42%, 640px) }
  .with-article.compact { grid-template-columns: 56px 0 minmax(0, 1fr) clamp(360px, 50%, 560px) }
  .desk .beside { inline-size: auto; border-inline-start: 1px solid var(--db-line) }
  .phone :is(main, aside) { grid-area: auto; inline-size: auto }
  .phone :is(deskbell-customer-sidebar, .beside) { border: 0 }
  .page { grid-area: 1 / 2 / auto / -1; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0 }
  /* Settings bring a rail of their own. */
  .page.settings { grid-column-start: 1 }
  .phone .page { grid-area: 1 / 1 }
  .rail-rest { background: var(--db-canvas); border-inline-end: 1px solid var(--db-line) }
  .list-rest { border-inline-end: 1px solid var(--db-line); padding: 72px 20px }
  .blocks { display: grid; gap: 16px; align-content: start; opacity: 0; animation: awaited 0s 200ms forwards }
  .blocks i { block-size: 56px; border-radius: 8px; background: var(--db-fill) }
  .none { display: grid; place-content: center; gap: 4px; padding: 24px; text-align: center }
  .none h2 { font: 600 15px/24px system-ui, sans-serif }
  .none p { color: var(--db-muted) }
  nav {
    display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); padding: 4px 4px max(4px, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--db-line);
  }
  nav button {
    display: grid; justify-items: center; gap: 2px; min-block-size: 48px; padding-block: 6px 2px; border-radius: 8px;
    font: var(--db-tiny); color: var(--db-muted); text-align: center;
  }
  nav button[aria-current] { color: var(--db-accent); font-weight: 600 }
  nav .icon { inline-size: 22px; block-size: 22px }
  .tab-icon { position: relative }
  .tab-icon b { position: absolute; inset-block-start: -4px; inset-inline-start: 100%; font: 600 12px/16px system-ui, sans-serif; color: var(--db-text) }
  .tab-icon .urgent { color: var(--db-danger) }
`
