// Look of a picker: a filter field and a list in the top layer; from below on a phone.

import { css } from 'lit'
import { presenceStyles } from '../presence.styles.ts'
import { loadSquaresStyles } from './load-squares.ts'

export const deskPickerStyles = [
  presenceStyles,
  loadSquaresStyles,
  css`
    :host { display: contents }
    .box {
      position: fixed; inset: auto; margin: 0; padding: 0; inline-size: 320px; max-inline-size: calc(100vw - 16px);
      max-block-size: min(420px, calc(100dvh - 16px)); border: 0; border-radius: 12px; overflow: hidden;
      background: var(--db-surface); color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
      animation: appear var(--db-move) var(--db-ease);
    }
    .box:popover-open { display: flex; flex-direction: column }
    .field { display: flex; align-items: center; gap: 8px; flex: none; padding-inline: 12px; border-block-end: 1px solid var(--db-line) }
    .field .icon { color: var(--db-muted) }
    input { font: var(--db-small) }
    .field input { flex: 1; min-inline-size: 0; block-size: 40px; padding: 0; border: 0; outline: 0; background: none }
    .field input::placeholder { color: var(--db-muted); opacity: 1 }
    .list { flex: 1; min-block-size: 0; overflow-y: auto; padding: 4px }
    .item {
      display: flex; align-items: center; gap: 10px; min-block-size: 36px; padding: 4px 8px; border-radius: 8px; cursor: pointer;
    }
    .item[aria-selected='true'] { background: var(--db-fill) }
    .item.on { background: var(--db-soft) }
    .item b { font-weight: 600 }
    .rule { margin: 4px; border-block-start: 1px solid var(--db-line) }
    .face { position: relative; display: grid; place-items: center; inline-size: 24px; flex: none; color: var(--db-muted) }
    .box .tick { display: grid; place-items: center; inline-size: 18px; flex: none; color: var(--db-accent) }
    .box-mark { inline-size: 16px; block-size: 16px; border: 1px solid var(--db-line-2); border-radius: 4px; display: grid; place-items: center }
    .box-mark.full { border-color: var(--db-solid); background: var(--db-solid); color: var(--db-on-solid) }
    .box-mark .icon { inline-size: 12px; block-size: 12px }
    .field .back { margin-inline-start: -8px }
    .further { display: grid; place-items: center; flex: none; color: var(--db-muted) }
    :is(.further, .back):dir(rtl) .icon { scale: -1 1 }
    .hint.full { color: var(--db-warn) }
    .hint { color: var(--db-muted); font: var(--db-tiny); flex: 0 0.2 auto }
    /* Both have the room they need where there is enough, and the name gives way first where there is not. */
    .item > .grow { flex-basis: auto }
    .none { padding: 8px; color: var(--db-muted) }
    .tick-line { display: flex; align-items: center; gap: 8px; flex: none; min-block-size: 40px; padding-inline: 12px; border-block-start: 1px solid var(--db-line); cursor: pointer }
    .tick-line input { inline-size: 16px; block-size: 16px; margin: 0; accent-color: var(--db-solid); flex: none }
    .time { display: grid; gap: 4px; flex: none; padding: 8px 12px 12px; border-block-start: 1px solid var(--db-line); font: var(--db-tiny); color: var(--db-muted) }
    .time span { display: flex; gap: 8px }
    .time input {
      flex: 1; min-inline-size: 0; block-size: 32px; padding-inline: 8px; border: 1px solid var(--db-line-2); border-radius: 8px;
      background: var(--db-surface); color: var(--db-text);
    }
    @keyframes appear { from { opacity: 0; transform: translateY(-8px) } }
    @media (max-width: 479.98px) {
      .box { inset: auto 8px 8px; inline-size: auto; max-block-size: 70dvh }
      .item { min-block-size: 44px }
      .field input, .time input { font-size: 16px; block-size: 44px }
    }
    @media (forced-colors: active) { .box { border: 1px solid } .item.on { outline: 2px solid Highlight; outline-offset: -2px } }
  `,
]
