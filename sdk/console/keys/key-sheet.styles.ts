// Look of the sheet of keys: two columns of sections, all of the screen on a phone.

import { css } from 'lit'

export const keySheetStyles = css`
  dialog {
    inline-size: min(760px, calc(100vw - 32px)); max-block-size: min(640px, calc(100dvh - 96px)); margin: 64px auto auto;
    padding: 0; border: 0; border-radius: 12px; overflow: hidden; color: var(--db-text); background: var(--db-surface);
    box-shadow: var(--db-shadow); font: var(--db-small);
  }
  dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) }
  dialog::backdrop { background: rgb(20 18 15 / 0.22) }
  header { display: flex; align-items: center; gap: 12px; padding: 12px 12px 12px 20px; border-block-end: 1px solid var(--db-line) }
  h2 { font: 600 15px/24px system-ui, sans-serif; margin-inline-end: auto }
  .find { display: flex; align-items: center; gap: 8px; block-size: 32px; padding-inline: 10px; border: 1px solid var(--db-line-2); border-radius: 8px; color: var(--db-muted) }
  .find:focus-within { outline: 2px solid var(--db-accent); outline-offset: -1px }
  .find .icon { inline-size: 16px; block-size: 16px }
  input { inline-size: 180px; border: 0; outline: none; background: none; color: var(--db-text) }
  input:focus-visible { outline: none }
  input::placeholder { color: var(--db-muted); opacity: 1 }
  .columns { columns: 2; column-gap: 32px }
  .sections { overflow-y: auto; padding: 8px 20px 20px }
  .sections:focus-visible { outline-offset: -2px }
  section { break-inside: avoid }
  h3 { padding-block: 12px 4px; color: var(--db-muted) }
  dl > div { display: flex; align-items: center; gap: 12px; min-block-size: 28px }
  dt { flex: 1; min-inline-size: 0 }
  dd { display: inline-flex; align-items: center; gap: 6px }
  .caps { display: inline-flex; gap: 4px }
  @media (max-width: 480px) {
    dialog { inline-size: 100vw; max-inline-size: none; block-size: 100dvh; max-block-size: none; margin: 0; border-radius: 0 }
    .columns { columns: 1 }
    input { inline-size: 110px; font-size: 16px }
    header .button { inline-size: 40px; block-size: 40px }
  }
  @media (forced-colors: active) { dialog { border: 1px solid } }
`
