// What the parts of the AI agent's page share: rows with hairlines, reasons, passages, traces, empty states.

import { css } from 'lit'

export const partStyles = css`
  :host { font: var(--db-small); color: var(--db-text) }
  h2 { font: 600 15px/24px system-ui, sans-serif }
  a { color: var(--db-accent); text-underline-offset: 3px }
  .name { font-weight: 600 }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block-end: 12px }
  .head .input { inline-size: auto }
  select.input { appearance: auto }
  textarea.input { display: block; resize: vertical; line-height: 20px }
  .rows > li { border-block-end: 1px solid var(--db-line) }
  .rows > li:first-child { border-block-start: 1px solid var(--db-line) }
  .item { display: grid; gap: 2px; inline-size: 100%; min-block-size: 48px; padding-block: 10px; align-content: center }
  button.item:hover .title { color: var(--db-accent) }
  .title { font-weight: 600; overflow-wrap: anywhere }
  .meta { display: flex; flex-wrap: wrap; gap: 2px 12px; color: var(--db-muted) }
  .open { display: grid; gap: 8px; padding-block-end: 16px; min-inline-size: 0 }
  .good { color: var(--db-ok) } .bad { color: var(--db-danger) } .so-so { color: var(--db-warn) }
  .reasons { display: grid; gap: 4px; padding-inline-start: 18px; list-style: disc; overflow-wrap: anywhere }
  .passages { display: grid; gap: 8px; padding-block-start: 8px }
  .source { display: flex; justify-content: space-between; gap: 12px }
  .passage { overflow-wrap: anywhere; white-space: pre-line }
  summary { inline-size: fit-content; min-block-size: 24px; color: var(--db-accent); cursor: pointer }
  table { inline-size: 100%; border-collapse: collapse; margin-block: 8px; font-variant-numeric: tabular-nums }
  th, td { padding: 4px 12px 4px 0; border-block-end: 1px solid var(--db-line); text-align: start; font-weight: 400; vertical-align: top; overflow-wrap: anywhere }
  thead th { color: var(--db-muted) }
  pre { margin: 8px 0; padding: 12px; max-block-size: 320px; overflow: auto; border-radius: 10px; background: var(--db-fill); font: 400 12px/18px ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
  .said { padding: 12px; border-radius: 12px; background: var(--db-fill); white-space: pre-line; overflow-wrap: anywhere }
  .empty { display: grid; justify-items: start; gap: 8px; padding-block: 32px; max-inline-size: 480px; color: var(--db-muted) }
  .empty h2 { color: var(--db-text) }
  .fields { display: grid; gap: 12px; padding-block: 12px }
  .field { display: grid; gap: 4px }
  .field > span { font-weight: 600 }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center }
  progress { inline-size: 100%; block-size: 8px; accent-color: var(--db-solid) }
  .fault { color: var(--db-danger) }
  @media (max-width: 900px) { .button { block-size: 40px } }
`
