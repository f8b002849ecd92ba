// Look of the last words beside a row: a box of the top layer, bubbles as in the thread, only smaller.

import { css } from 'lit'

export const peekStyles = css`
  :host { display: contents }
  .box {
    position: fixed; inset: auto; margin: 0; padding: 0; inline-size: 420px; max-inline-size: calc(100vw - 16px);
    max-block-size: min(460px, calc(100dvh - 16px)); border: 0; border-radius: 12px; overflow: hidden;
    background: var(--db-surface); color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
  }
  .box:popover-open { display: flex; flex-direction: column }
  .head { display: flex; align-items: center; gap: 10px; flex: none; padding: 10px 12px; border-block-end: 1px solid var(--db-line) }
  .grow { flex: 1; min-inline-size: 0 }
  .keys { display: inline-flex; align-items: center; gap: 4px; flex: none; font: var(--db-tiny) }
  .words { flex: 1; min-block-size: 64px; overflow-y: auto; display: grid; gap: 12px; align-content: start; padding: 12px }
  .who { display: flex; gap: 8px; justify-content: space-between; font: var(--db-tiny) }
  .who b { display: inline-flex; align-items: center; gap: 4px }
  .icon { inline-size: 14px; block-size: 14px }
  .body { overflow-wrap: anywhere }
  .contact .body, .human .body { inline-size: fit-content; max-inline-size: 100%; margin-block-start: 2px; padding: 6px 10px; border-radius: 10px; background: var(--db-fill) }
  .human .body { background: var(--db-soft) }
  .note { padding: 8px 10px; border-radius: 10px; background: var(--db-note) }
  .note b, .note .muted { color: var(--db-warn) }
  .blocks { display: grid; gap: 12px; opacity: 0; animation: awaited 0s 200ms forwards }
  .blocks i { block-size: 40px; border-radius: 8px; background: var(--db-fill) }
  @media (forced-colors: active) { .box { border: 1px solid } .contact .body, .human .body, .note { border: 1px solid } }
`
