// What the parts of the knowledge page share: heads, rows, tables of hairlines, empty states. Layout of the page is its own.

import { css } from 'lit'

export const knowledgeStyles = css`
  :host { font: var(--db-small); color: var(--db-text) }
  h1 { font: var(--db-title); letter-spacing: -0.01em }
  h2 { font: 600 15px/24px system-ui, sans-serif }
  a { color: var(--db-accent); text-underline-offset: 3px }
  .pad { padding: 24px 32px }
  .head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 12px; padding-block-end: 16px }
  .head .button, .tools .button { block-size: 40px; border-radius: 10px; text-decoration: none }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block-end: 8px }
  .tools .input { inline-size: auto; max-inline-size: 100% }
  .tools .search { flex: 1 1 200px }
  .rows { border-block-start: 1px solid var(--db-line) }
  .item { display: flex; align-items: center; gap: 12px; min-block-size: 56px; padding-block: 8px; border-block-end: 1px solid var(--db-line) }
  .item .title { color: var(--db-text); font: 600 15px/24px system-ui, sans-serif; text-decoration: none; overflow-wrap: anywhere }
  .item .title:hover { color: var(--db-accent) }
  .line { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; color: var(--db-muted) }
  .badge { display: inline-flex; align-items: center; gap: 4px; block-size: 20px; padding-inline: 8px; border-radius: 10px; background: var(--db-fill); color: var(--db-text); font: 500 12px/16px system-ui, sans-serif; white-space: nowrap }
  .badge.live { background: none; padding-inline: 0; color: var(--db-ok) }
  .badge.draft { background: none; border: 1px dashed var(--db-line-2) }
  .badge.warn { background: var(--db-note); color: var(--db-warn) }
  .badge .icon { inline-size: 14px; block-size: 14px }
  .empty { display: grid; justify-items: start; gap: 8px; padding-block: 40px; max-inline-size: 520px }
  .empty p { color: var(--db-muted) }
  .field { display: grid; gap: 4px }
  .field > .name, .field > label { font-weight: 600 }
  .hint { color: var(--db-muted); font-weight: 400 }
  .fault { color: var(--db-danger) }
  textarea.input { resize: vertical; line-height: 20px }
  select.input { appearance: auto; padding-inline-end: 8px }
  progress { inline-size: 100%; block-size: 8px; accent-color: var(--db-solid) }
  ins { background: light-dark(#dff2e3, #17341f); text-decoration: none; border-radius: 3px }
  del { background: light-dark(#fbe4e2, #431d1b); border-radius: 3px }
  @container (max-width: 700px) {
    .pad { padding: 16px }
    .head > .grow { flex: 1 0 100% }
    .tools > select.input { flex: 1 1 140px; min-inline-size: 0; inline-size: 140px }
    kbd { display: none }
    .item { flex-wrap: wrap }
    .button { min-block-size: 40px }
  }
  @media (forced-colors: active) { .badge, ins { border: 1px solid } ins { text-decoration: underline } }
`
