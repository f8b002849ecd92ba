// Look of the list: 336 wide, rows of 72 in three lines, a screenful of them at a time.

import { css } from 'lit'

export const listStyles = css`
  :host {
    display: flex; flex-direction: column; min-block-size: 0; position: relative; background: var(--db-surface);
    border-inline-end: 1px solid var(--db-line); font: var(--db-small);
  }
  header { display: flex; align-items: center; gap: 4px; flex: none; block-size: 56px; padding-inline: 20px 8px }
  header.acting { padding-inline-start: 8px }
  h1 { font: 600 15px/24px system-ui, sans-serif; min-inline-size: 0 }
  .tool { color: var(--db-muted) }
  .tool::part(button) { padding-inline: 7px }
  .scroller { position: relative; flex: 1; min-block-size: 0; overflow-y: auto; overflow-anchor: none; padding: 0 8px 16px }
  .measure { position: absolute; inline-size: 1px; block-size: var(--db-row-list); visibility: hidden }
  .group {
    display: flex; align-items: end; gap: 8px; block-size: 40px; padding: 0 12px 6px; color: var(--db-muted);
    font: var(--db-small); line-height: 16px;
  }
  .first > .group { block-size: 32px }
  /* In long languages the order gives way to what the rows are. */
  .group h2 { flex: 1 0 auto; max-inline-size: 100%; font-weight: 500 }
  .group h2 + span { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  ul { position: relative }
  li { position: absolute; inset-inline: 0; block-size: var(--db-row-list) }
  .row {
    position: relative; display: grid; grid-template-columns: 28px minmax(0, 1fr); column-gap: 10px;
    align-content: center; inline-size: 100%; block-size: 100%; padding-inline: 12px; border-radius: 8px;
    transition: background var(--db-fast) var(--db-ease);
  }
  li:hover .row { background: var(--db-fill) }
  li .row.picked, li .row.selected { background: var(--db-soft) }
  .row:focus-visible { outline-offset: -2px }
  .gone { opacity: 0.55 }
  .face { position: relative; grid-row: span 3; block-size: 28px; margin-block-start: 2px }
  .holder { position: absolute; inset-block-end: -3px; inset-inline-end: -4px; display: grid; border-radius: 50% }
  .holder .mark { outline: 2px solid var(--db-surface) }
  .selected .holder .mark { outline-color: var(--db-soft) }
  .line { display: flex; align-items: baseline; gap: 8px }
  /* Three lines fit, however dense. */
  .name, .preview, time { line-height: min(20px, calc(var(--db-row-list) / 3.2)) }
  time, .due, .until { unicode-bidi: plaintext }
  .name { flex: 1; font-weight: 500 }
  time { color: var(--db-muted); font-size: 12px; white-space: nowrap }
  .flag { align-self: center; display: grid; color: var(--db-warn) }
  .flag.urgent { color: var(--db-danger) }
  .flag .icon { inline-size: 14px; block-size: 14px }
  .preview { color: var(--db-muted); text-align: -webkit-match-parent; text-align: match-parent }
  .small { font: var(--db-tiny); color: var(--db-muted); min-block-size: 16px }
  .place { display: flex; flex-wrap: wrap; gap: 0 5px; block-size: 16px; overflow: hidden }
  .place .cut { max-inline-size: 100% }
  .tag { padding-inline: 5px; border-radius: 4px; background: var(--db-fill); white-space: nowrap }
  li:is(:hover) .tag, .selected .tag { background: var(--db-fill-2) }
  .until { display: inline-flex; align-items: center; gap: 4px; white-space: nowrap }
  .until .icon { inline-size: 12px; block-size: 12px }
  .due { white-space: nowrap }
  .soon { color: var(--db-warn) }
  .late { color: var(--db-danger) }
  .unread .name { font-weight: 600 }
  .unread .preview { color: var(--db-text) }
  .unread::before {
    content: ''; position: absolute; inset-block-start: 50%; margin-block-start: -18px; inset-inline-start: 2px;
    inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--db-accent);
  }
  .pick {
    position: absolute; inset-block: 0; inset-inline-start: 4px; inline-size: 42px; display: grid; justify-items: center;
    align-content: start; padding-block-start: calc((var(--db-row-list) - 52px) / 2); cursor: pointer; opacity: 0;
  }
  .pick input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; appearance: none }
  .pick .box {
    display: grid; place-items: center; inline-size: 30px; block-size: 30px; border-radius: 50%; background: var(--db-fill);
  }
  .box::before {
    content: ''; grid-area: 1 / 1; inline-size: 14px; block-size: 14px; border: 1.5px solid var(--db-line-2); border-radius: 4px;
    background: var(--db-surface);
  }
  .box .icon { grid-area: 1 / 1; z-index: 1; inline-size: 14px; block-size: 14px; color: var(--db-on-solid) }
  .picked + .pick .box::before { border-color: var(--db-solid); background: var(--db-solid) }
  li:has(.picked) .holder, .picking .holder { display: none }
  .picked + .pick .box, .selected + .pick .box { background: var(--db-soft) }
  .picked + .pick, .picking .pick { opacity: 1 }
  @media (hover: hover) { li:hover .pick { opacity: 1 } li:hover .holder { display: none } }
  .news {
    position: absolute; z-index: 2; inset-block-start: 60px; inset-inline-start: 50%; translate: -50% 0;
    min-block-size: 28px; padding-inline: 12px; border-radius: 14px; background: var(--db-surface);
    box-shadow: var(--db-shadow); font: 500 13px/20px system-ui, sans-serif; color: var(--db-accent);
  }
  .news:dir(rtl) { translate: 50% 0 }
  .news:hover { background: var(--db-fill) }
  .empty { display: grid; gap: 4px; justify-items: start; padding: 32px 12px }
  .empty h2 { font-weight: 600 }
  .empty p { color: var(--db-muted) }
  .empty .button { margin-block-start: 12px }
  .more { display: flex; margin: 8px auto 0 }
  .blocks { display: grid; gap: 16px; padding: 16px 12px; opacity: 0; animation: awaited 0s 200ms forwards }
  .blocks i { block-size: 56px; border-radius: 8px; background: var(--db-fill) }
  .draft { font-weight: 500; color: var(--db-accent) }
  :host([phone]) { --db-row-list: 80px; border: 0 }
  :host([phone]) header { block-size: 64px; padding-inline-end: 8px }
  :host([phone]) h1 { font: var(--db-title) }
  :host([phone]) .views::part(button) { font: var(--db-title); padding-inline: 4px; margin-inline-start: -4px; inline-size: auto }
  :host([phone]) deskbell-console-menu::part(button) { block-size: 40px }
  :host([phone]) .name { font: 500 15px/24px system-ui, sans-serif }
  :host([phone]) .unread .name { font-weight: 600 }
  :host([phone]) .preview { font: var(--db-body) }
  :host([phone]) .pick { inline-size: 44px; padding-block-start: 10px }
  :host([phone]) .row { user-select: none; -webkit-touch-callout: none }
  @media (forced-colors: active) {
    .tag { border: 1px solid }
    .row.selected, .row.picked { outline: 2px solid Highlight; outline-offset: -2px }
    .unread::before { background: Highlight }
    .picked + .pick .box::before { background: Highlight }
    /* The edge that marks have here would show around the box. */
    li:has(.picked) .face, .picking .face, li:hover .face { visibility: hidden }
    .news { border: 1px solid }
  }
`
