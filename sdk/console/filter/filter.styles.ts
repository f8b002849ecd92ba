// Look of the filter: its button, and the box of fields in the top layer; from below on a phone.

import { css } from 'lit'

export const filterButtonStyles = css`
  .button { position: relative; color: var(--db-muted) }
  .on { color: var(--db-accent) }
  b {
    position: absolute; inset-block-start: 0; inset-inline-end: 0; min-inline-size: 15px; padding-inline: 3px; border-radius: 8px;
    background: var(--db-solid); color: var(--db-on-solid); font: 600 11px/15px system-ui, sans-serif; text-align: center;
  }
  :host([phone]) .button { inline-size: 40px; block-size: 40px }
`

export const filterBuilderStyles = css`
  .box {
    position: fixed; inset: auto; margin: 0; padding: 0; inline-size: 400px; max-inline-size: calc(100vw - 16px);
    max-block-size: min(640px, calc(100dvh - 16px)); border: 0; border-radius: 12px; overflow: hidden;
    background: var(--db-surface); color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
  }
  .box:popover-open { display: flex; flex-direction: column }
  .head { display: flex; align-items: center; gap: 8px; flex: none; block-size: 48px; padding-inline: 16px 8px; border-block-end: 1px solid var(--db-line) }
  h2 { font-weight: 600 }
  .chips { display: flex; flex-wrap: wrap; gap: 4px; flex: none; padding: 8px 16px 0 }
  .chip {
    display: inline-flex; align-items: center; gap: 4px; max-inline-size: 100%; min-block-size: 24px; padding-inline: 8px 2px; border-radius: 12px;
    background: var(--db-soft); font: var(--db-tiny);
  }
  .chip button { display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 12px; color: var(--db-muted) }
  .chip .icon { inline-size: 14px; block-size: 14px }
  .fields { flex: 1; min-block-size: 0; overflow-y: auto; padding: 8px 16px }
  .field { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: 8px; align-items: center; min-block-size: 40px }
  .field > .name { color: var(--db-muted) }
  .pair { display: flex; align-items: center; gap: 6px; min-inline-size: 0 }
  .pair > * { min-inline-size: 0; flex: 1 }
  .pair > span { flex: none; color: var(--db-muted) }
  input:not([type='checkbox']), select, .choice {
    inline-size: 100%; block-size: 32px; padding-inline: 8px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); font: var(--db-small); color: var(--db-text); text-align: start;
  }
  .choice { display: flex; align-items: center; gap: 4px }
  .choice .icon { color: var(--db-muted); flex: none; inline-size: 16px; block-size: 16px }
  input:focus-visible, select:focus-visible { outline-offset: -1px }
  .foot { display: flex; align-items: center; gap: 8px; flex: none; min-block-size: 56px; padding: 8px 8px 8px 16px; border-block-start: 1px solid var(--db-line) }
  form.foot { flex-wrap: wrap }
  form .grow { flex-basis: 160px }
  label.check { display: flex; align-items: center; gap: 8px; min-block-size: 24px }
  .fault { inline-size: 100%; color: var(--db-danger); font: var(--db-tiny) }
  @media (max-width: 479.98px) {
    .box { inset: auto 0 0; inline-size: 100%; max-inline-size: none; max-block-size: 85dvh; border-end-start-radius: 0; border-end-end-radius: 0 }
    input:not([type='checkbox']), select, .choice { block-size: 40px; font-size: 16px }
    .field { min-block-size: 48px }
  }
  @media (forced-colors: active) { .box { border: 1px solid } }
`
