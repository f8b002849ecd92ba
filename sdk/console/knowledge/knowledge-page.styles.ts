// Layout of the knowledge page: a rail of its parts, one of them beside it; where there is little room the rail lies on top.

import { css } from 'lit'

export const knowledgePageStyles = css`
  :host { container: articles / inline-size; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0; background: var(--db-surface); font: var(--db-small) }
  .shell { display: grid; grid-template: minmax(0, 1fr) / 200px minmax(0, 1fr); min-block-size: 0 }
  .rail { display: flex; flex-direction: column; gap: 2px; min-inline-size: 0; padding: 12px 8px; border-inline-end: 1px solid var(--db-line); overflow-y: auto }
  .top { display: flex; align-items: center; block-size: 40px; margin-block-end: 8px; padding-inline-start: 8px }
  .top h1 { font: 600 15px/24px system-ui, sans-serif }
  .rail ul { display: grid; gap: 2px }
  .rail li a { display: flex; align-items: center; gap: 10px; min-block-size: 32px; padding: 4px 8px; border-radius: 8px; color: var(--db-text); text-decoration: none }
  .rail li a:hover { background: var(--db-fill) }
  .rail li a[aria-current] { background: var(--db-fill-2); font-weight: 600 }
  .rail .icon { color: var(--db-muted); flex: none }
  .rail .grow { overflow-wrap: anywhere }
  .count { color: var(--db-muted); font-variant-numeric: tabular-nums }
  [aria-current] .count { color: var(--db-text) }
  main { display: flex; flex-direction: column; min-block-size: 0; min-inline-size: 0 }
  main:focus { outline: none }
  .part { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain }
  .ask { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 32px; background: var(--db-note) }
  .alone { display: grid; place-content: center; justify-items: center; gap: 8px; padding: 24px; text-align: center; color: var(--db-muted) }
  .alone h1 { font: var(--db-title); color: var(--db-text) }
  .alone .button { margin-block-start: 8px; text-decoration: none }
  @container articles (max-width: 720px) {
    .shell { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) }
    .rail { padding: 8px; border: 0; border-block-end: 1px solid var(--db-line) }
    .top { display: none }
    .rail ul { display: flex; overflow-x: auto; scrollbar-width: none }
    .rail li { flex: none }
    .rail li a { min-block-size: 40px; padding-inline: 12px }
    .rail li .icon { display: none }
    .ask { padding-inline: 16px }
    .ask .button { min-block-size: 40px }
  }
  @media (forced-colors: active) { [aria-current] { outline: 1px solid Highlight; outline-offset: -1px } }
`
