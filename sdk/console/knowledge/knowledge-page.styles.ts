// Layout of the knowledge page: a rail of its parts, one of them beside it; on a phone the rail lies on top.

import { css } from 'lit'

export const knowledgePageStyles = css`
  :host { display: grid; grid-template: minmax(0, 1fr) / 216px minmax(0, 1fr); block-size: 100%; font: var(--db-small); overflow: clip; -webkit-font-smoothing: antialiased }
  .rail { display: flex; flex-direction: column; gap: 2px; padding: 12px 8px; background: var(--db-canvas); border-inline-end: 1px solid var(--db-line); overflow-y: auto }
  .top { display: flex; align-items: center; gap: 4px; block-size: 40px; margin-block-end: 8px }
  .top h1 { font: 600 15px/24px system-ui, sans-serif }
  .back { color: var(--db-muted) }
  .rail ul { display: grid; gap: 2px }
  .rail li a { display: flex; align-items: center; gap: 10px; min-block-size: 32px; padding-inline: 8px; border-radius: 8px; color: var(--db-text); text-decoration: none }
  .rail li a:hover { background: var(--db-fill) }
  .rail li a[aria-current] { background: var(--db-fill-2); font-weight: 600 }
  .rail .icon { color: var(--db-muted); flex: none }
  .count { color: var(--db-muted); font-variant-numeric: tabular-nums }
  [aria-current] .count { color: var(--db-text) }
  main { position: relative; min-block-size: 0; min-inline-size: 0; overflow-y: auto; overscroll-behavior: contain }
  main:focus { outline: none }
  .said { position: fixed; inset-block-end: 16px; inset-inline: 232px 16px; z-index: 30; display: flex; justify-content: center; pointer-events: none }
  .said > div { display: flex; align-items: center; gap: 12px; max-inline-size: 640px; min-block-size: 48px; padding: 6px 8px 6px 16px; border-radius: 12px; background: var(--db-surface); box-shadow: var(--db-shadow); pointer-events: auto }
  .said:dir(rtl) > div { padding: 6px 16px 6px 8px }
  .said .icon { flex: none; color: var(--db-danger) }
  .alone { grid-column: 1 / -1; display: grid; place-content: center; justify-items: center; gap: 8px; padding: 24px; text-align: center; color: var(--db-muted) }
  .alone h1 { font: var(--db-title); color: var(--db-text) }
  .alone .button { margin-block-start: 8px; text-decoration: none }
  @media (max-width: 800px) {
    :host { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) }
    .rail { padding: 8px; border: 0; border-block-end: 1px solid var(--db-line) }
    .top { margin: 0 }
    .rail ul { display: flex; overflow-x: auto; scrollbar-width: none }
    .rail li { flex: none }
    .rail li a { min-block-size: 40px; padding-inline: 12px }
    .rail li .icon { display: none }
    .said { inset-inline: 8px }
  }
  @media (forced-colors: active) { [aria-current] { outline: 1px solid Highlight; outline-offset: -1px } .said > div { border: 1px solid } }
`
