// Look of the copilot beside a conversation: sections with hairlines between, no cards.

import { css } from 'lit'

export const copilotPanelStyles = css`
  :host { display: block; font: var(--db-small) }
  section { display: grid; gap: 8px; padding-block: 12px; border-block-start: 1px solid var(--db-line) }
  section:first-of-type { border-block-start: 0; padding-block-start: 4px }
  .top { display: flex; align-items: center; gap: 8px; min-block-size: 32px }
  h3 { font-weight: 600 }
  .text { overflow-wrap: anywhere }
  .text > :first-child { margin-block-start: 0 }
  .points { display: grid; gap: 6px }
  .points li { padding-inline-start: 12px; position: relative; overflow-wrap: anywhere }
  .points li::before { content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 8px; inline-size: 4px; block-size: 4px; border-radius: 50%; background: var(--db-muted) }
  .sources { display: grid; gap: 4px }
  .source { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; font: var(--db-tiny); color: var(--db-muted) }
  .source b { font-weight: 500; color: var(--db-text) }
  .number {
    display: inline-grid; place-items: center; inline-size: 16px; block-size: 16px; border-radius: 4px; background: var(--db-soft);
    color: var(--db-accent); font: 600 12px/16px system-ui, sans-serif;
  }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center }
  .field { display: flex; align-items: center; gap: 4px; padding-inline: 10px 2px; border: 1px solid var(--db-line-2); border-radius: 8px }
  .field:focus-within { border-color: var(--db-accent); box-shadow: inset 0 0 0 1px var(--db-accent) }
  .field input { flex: 1; min-inline-size: 0; block-size: 34px; border: 0; outline: 0; background: none; font: inherit }
  .field input::placeholder { color: var(--db-muted); opacity: 1 }
  .asked { font-weight: 500; overflow-wrap: anywhere }
  .turn { display: grid; gap: 6px }
  .article { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 8px; align-items: center }
  .article a { color: var(--db-text); font-weight: 500; text-decoration: none }
  .article a:hover { text-decoration: underline; text-underline-offset: 3px }
  .article p { grid-column: 1; font: var(--db-tiny); color: var(--db-muted) }
  .article .row { grid-column: 2; grid-row: 1 / span 2; flex-wrap: nowrap; gap: 0 }
  .fault { color: var(--db-danger) }
  dl { display: grid; grid-template-columns: minmax(72px, max-content) minmax(0, 1fr); gap: 4px 8px }
  dl > div { display: contents }
  dt { color: var(--db-muted) }
  .why { font: var(--db-tiny); color: var(--db-muted) }
  a.button { text-decoration: none }
  .chip { min-inline-size: 16px; block-size: 16px; font: 600 12px/16px system-ui, sans-serif }
  @media (forced-colors: active) { .number { border: 1px solid } .points li::before { background: CanvasText } }
`
