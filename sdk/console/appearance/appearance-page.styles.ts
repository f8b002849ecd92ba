// Look of the appearance page: rows with hairlines at the start, the preview beside them; one column on a phone.

import { css } from 'lit'

export const pageStyles = css`
  :host { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(360px, 44%); block-size: 100%; font: var(--db-small); overflow: clip; -webkit-font-smoothing: antialiased }
  main { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-block-size: 0; min-inline-size: 0 }
  .alone { grid-column: 1 / -1; grid-template-rows: none; place-content: center; justify-items: center; gap: 8px; padding: 24px; text-align: center; color: var(--db-muted) }
  .alone h1 { font: var(--db-title); color: var(--db-text) }
  .alone .button { margin-block-start: 8px; text-decoration: none }
  header { display: flex; align-items: flex-start; gap: 8px; padding: 24px 32px 8px 24px }
  h1 { font: var(--db-title); letter-spacing: -0.01em }
  .back { color: var(--db-muted) }
  .site { inline-size: auto }
  form { overflow-y: auto; padding: 0 32px 24px 64px; overscroll-behavior: contain }
  .row { position: relative; display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 8px 24px; padding-block: 12px; border-block-end: 1px solid var(--db-line) }
  .row:last-child { border: 0 }
  .row.changed::before {
    content: ''; position: absolute; inset-inline-start: -16px; inset-block-start: 19px; inline-size: 6px; block-size: 6px;
    border-radius: 50%; background: var(--db-accent);
  }
  .about { display: grid; align-content: start; padding-block-start: 2px }
  .name { font-weight: 600 }
  .hint { color: var(--db-muted) }
  .line { display: flex; align-items: center; gap: 12px }
  .line > .input { flex: 1 }
  .short { inline-size: 132px }
  .picker { flex: none; inline-size: 40px; block-size: 40px; padding: 0; border: 1px solid var(--db-line-2); border-radius: 10px; background: none; cursor: pointer; appearance: none }
  .picker::-webkit-color-swatch-wrapper { padding: 0 }
  .picker::-webkit-color-swatch { border: 0; border-radius: 9px }
  .contrast { display: flex; align-items: center; gap: 8px; margin-block-start: 8px; color: var(--db-muted) }
  .contrast .shape { flex: none; inline-size: 16px; block-size: 16px }
  .tile { flex: none; display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 10px; background: var(--db-fill) }
  .segments + .input { margin-block-start: 8px }
  input[type='range'] { flex: 1; max-inline-size: 280px; block-size: 40px; margin: 0; accent-color: var(--db-solid) }
  .checks { display: flex; flex-wrap: wrap; gap: 4px 20px }
  .words { display: grid; gap: 12px }
  .word { display: grid; gap: 4px }
  .word code { color: var(--db-muted); font: var(--db-tiny) }
  .tag { margin: 0 0 8px; padding: 12px; overflow-x: auto; border-radius: 10px; background: var(--db-fill); font: 400 13px/20px ui-monospace, monospace }
  footer { display: flex; align-items: center; gap: 8px; min-block-size: 56px; padding: 8px 32px 8px 64px; border-block-start: 1px solid var(--db-line) }
  footer b { font-weight: 600 }
  deskbell-appearance-preview { border-inline-start: 1px solid var(--db-line) }
  @media (max-width: 900px) {
    :host { display: block; overflow-y: auto }
    main { display: block }
    main.alone { display: grid; min-block-size: 100% }
    header { padding: 16px 16px 8px 8px }
    form { padding: 0 16px 16px 24px; overflow: visible }
    .row { grid-template-columns: minmax(0, 1fr) }
    .row.changed::before { inset-inline-start: -14px }
    footer { position: sticky; inset-block-end: 0; z-index: 1; padding: 8px 16px max(8px, env(safe-area-inset-bottom)); background: var(--db-surface) }
    footer .button, .back { block-size: 40px; min-inline-size: 40px }
    .line > .short { flex: 1 }
    deskbell-appearance-preview { block-size: 640px; border: 0; border-block-start: 1px solid var(--db-line) }
  }
`
