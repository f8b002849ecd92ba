// Look of an agent's own settings: hairlines, a label and its control in each row.

import { css } from 'lit'

export const preferencesStyles = css`
  dialog {
    inline-size: min(640px, calc(100vw - 32px)); max-block-size: min(720px, calc(100dvh - 64px)); margin: auto;
    padding: 0; border: 0; border-radius: 12px; overflow: hidden; color: var(--db-text); background: var(--db-surface);
    box-shadow: var(--db-shadow); font: var(--db-small);
  }
  dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) }
  dialog::backdrop { background: rgb(20 18 15 / 0.22) }
  header { display: flex; align-items: start; gap: 12px; padding: 16px 12px 12px 24px; border-block-end: 1px solid var(--db-line) }
  h2 { font: 600 15px/24px system-ui, sans-serif }
  .body { overflow-y: auto; padding: 4px 24px 24px }
  .body:focus-visible { outline-offset: -2px }
  h3 { padding-block: 20px 4px; font-weight: 600 }
  .setting {
    display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 4px 24px; min-block-size: 44px;
    padding-block: 6px; border-block-end: 1px solid var(--db-line);
  }
  .setting p { grid-column: 1; color: var(--db-muted) }
  select, input[type='time'] {
    block-size: 32px; padding-inline: 8px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); color: var(--db-text); font: var(--db-small);
  }
  select:focus-visible, input:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 0 }
  input[type='checkbox'], input[type='radio'] { inline-size: 18px; block-size: 18px; margin: 3px; accent-color: var(--db-solid) }
  .choices { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; border: 0 }
  .choices label, .days label { display: inline-flex; align-items: center; gap: 6px; min-block-size: 24px }
  .days { display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 0; padding: 0; border: 0 }
  table { inline-size: 100%; border-collapse: collapse }
  th { padding-block: 4px; font-weight: 400; color: var(--db-muted); text-align: start }
  td { padding-block: 4px; border-block-end: 1px solid var(--db-line) }
  tbody th { color: var(--db-text); border-block-end: 1px solid var(--db-line) }
  td + td, th + th { padding-inline-start: 16px }
  .sound { display: flex; gap: 4px }
  .hours { display: flex; gap: 16px }
  .hours label { display: inline-flex; align-items: center; gap: 8px }
  .fault { color: var(--db-danger) }
  @media (max-width: 480px) {
    dialog { inline-size: 100vw; max-inline-size: none; block-size: 100dvh; max-block-size: none; margin: 0; border-radius: 0 }
    .body { padding-inline: 16px }
    header { padding-inline-start: 16px }
    header .button { inline-size: 40px; block-size: 40px }
    select, input[type='time'] { block-size: 40px; font-size: 16px }
    .setting { grid-template-columns: minmax(0, 1fr) }
    .sound .button { block-size: 40px; inline-size: 40px }
    td + td, th + th { padding-inline-start: 8px }
  }
  @media (forced-colors: active) { dialog { border: 1px solid } }
`
