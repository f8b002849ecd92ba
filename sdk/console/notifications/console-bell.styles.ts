// Look of the bell and of its list.

import { css } from 'lit'

export const bellStyles = css`
  :host { display: block; flex: none; font: var(--db-small) }
  .opener { position: relative }
  .opener b {
    position: absolute; inset-block-start: 1px; inset-inline-start: 17px; min-inline-size: 16px; padding-inline: 4px;
    border-radius: 8px; background: var(--db-solid); color: var(--db-on-solid); font: 600 11px/16px system-ui, sans-serif;
    text-align: center; box-shadow: 0 0 0 2px var(--db-canvas);
  }
  .list {
    position: fixed; inset: auto; margin: 0; padding: 0 0 8px; border: 0; inline-size: min(380px, calc(100vw - 16px));
    max-block-size: min(560px, 80vh); overflow-y: auto; border-radius: 12px; background: var(--db-surface);
    color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
  }
  header {
    position: sticky; z-index: 1; inset-block-start: 0; display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 16px;
    padding-inline: 16px 8px; background: var(--db-surface); border-block-end: 1px solid var(--db-line);
  }
  h2 { font: 600 15px/24px system-ui, sans-serif }
  .line {
    display: flex; align-items: flex-start; gap: 12px; inline-size: 100%; min-block-size: 56px; padding: 8px 16px;
  }
  .line:hover, .line:focus { background: var(--db-fill) }
  .line:focus-visible { outline-offset: -2px }
  .unread { box-shadow: inset 2px 0 var(--db-accent) }
  :host(:dir(rtl)) .unread { box-shadow: inset -2px 0 var(--db-accent) }
  .unread .what { font-weight: 600 }
  .face { display: grid; place-items: center; inline-size: 24px; block-size: 24px; flex: none; color: var(--db-muted) }
  .words { display: grid; flex: 1; min-inline-size: 0 }
  time { font: var(--db-tiny); line-height: 20px; white-space: nowrap }
  .empty { display: grid; justify-items: start; gap: 4px; padding: 24px 16px; color: var(--db-muted) }
  .empty h3 { font-weight: 600; color: var(--db-text) }
  .more { margin: 4px 8px 0 }
  @media (max-width: 479.98px) {
    .opener { inline-size: 40px; block-size: 40px }
    .list { inset: auto 0 0; inline-size: 100%; max-block-size: 80dvh; border-end-start-radius: 0; border-end-end-radius: 0 }
    .button { min-block-size: 40px }
  }
  @media (forced-colors: active) {
    .list { border: 1px solid }
    .unread { border-inline-start: 3px solid Highlight }
    .opener b { border: 1px solid }
  }
`
