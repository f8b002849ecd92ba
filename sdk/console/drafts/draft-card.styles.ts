// Look of a draft: dashed, as it is not settled yet; Approve first, Discard far away.

import { css } from 'lit'

export const draftCardStyles = css`
  :host { display: block }
  .card {
    display: grid; gap: 10px; padding: 10px 12px 12px; border: 1px dashed var(--db-line-2); border-radius: 12px;
    background: var(--db-surface); outline-offset: -2px;
  }
  .top { display: flex; align-items: center; gap: 8px; font: var(--db-small) }
  h3 { font: 600 15px/20px system-ui, sans-serif }
  .body { max-block-size: 40vh; overflow-y: auto; font: var(--db-body); overflow-wrap: anywhere; outline-offset: -2px }
  .sources { display: flex; flex-wrap: wrap; gap: 4px 16px; font: 500 13px/20px system-ui, sans-serif }
  .sources button { display: inline-flex; align-items: center; gap: 6px; min-block-size: 24px; max-inline-size: 100% }
  .number {
    display: inline-grid; place-items: center; min-inline-size: 16px; block-size: 16px; border-radius: 4px;
    background: var(--db-soft); color: var(--db-accent); font: 600 12px/16px system-ui, sans-serif;
  }
  .card .source { margin: 0 }
  .ask { display: flex; align-items: center; gap: 8px; padding-inline: 10px 4px; border: 1px solid var(--db-line-2); border-radius: 10px }
  .ask:focus-within { border-color: var(--db-accent); box-shadow: inset 0 0 0 1px var(--db-accent) }
  .ask input { flex: 1; min-inline-size: 0; block-size: 38px; border: 0; outline: 0; background: none; font: var(--db-small) }
  .ask input::placeholder { color: var(--db-muted); opacity: 1 }
  .foot { display: flex; align-items: center; flex-wrap: wrap; gap: 8px }
  .state { font: var(--db-small); color: var(--db-muted) }
  .failed { color: var(--db-danger) }
  :host([phone]) .button, :host([phone]) deskbell-console-menu::part(button) { block-size: 40px }
  :host([phone]) .ask input { font-size: 16px }
  deskbell-console-menu .icon { display: block; inline-size: 16px; block-size: 16px }
  @media (forced-colors: active) { .card { border: 1px dashed } .number { border: 1px solid } }
`
