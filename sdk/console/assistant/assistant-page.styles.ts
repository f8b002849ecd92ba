// Look of the AI agent's page beside what it shares with the appearance page: parts, plot, topics, the playground's column.

import { css } from 'lit'

export const assistantPageStyles = css`
  main { grid-template-rows: auto auto minmax(0, 1fr) auto }
  nav { padding-inline: 60px 32px; border-block-end: 1px solid var(--db-line) }
  nav ul { display: flex; gap: 4px; overflow-x: auto }
  nav a { display: block; padding: 10px 8px; border-block-end: 2px solid transparent; color: var(--db-muted); font-weight: 500; text-decoration: none; white-space: nowrap }
  nav a:hover { color: var(--db-text) }
  nav a[aria-current] { border-color: var(--db-accent); color: var(--db-text) }
  nav a:focus-visible { outline-offset: -2px; border-radius: 6px }
  .part { overflow-y: auto; padding: 16px 32px 24px 64px; overscroll-behavior: contain }
  form { padding-block-start: 8px }
  deskbell-assistant-playground { border-inline-start: 1px solid var(--db-line); min-block-size: 0 }
  textarea.input { display: block; resize: vertical; line-height: 20px }
  select.input { appearance: auto; inline-size: auto; max-inline-size: 100% }
  .topic { display: grid; gap: 8px; margin: 0 0 16px; padding: 0 0 16px; border: 0; border-block-end: 1px dashed var(--db-line); min-inline-size: 0 }
  .topic .line { flex-wrap: wrap }
  .topic .line > .input { flex: 1 1 140px }
  .pairs { display: grid; gap: 8px }
  .pair { display: flex; align-items: center; justify-content: space-between; gap: 12px; max-inline-size: 420px }
  .usage { margin-block-end: 8px; padding-block: 9px; font-variant-numeric: tabular-nums }
  .effect { display: grid; gap: 8px; margin-block-start: 8px; max-inline-size: 560px }
  .plot { inline-size: 100%; block-size: auto; overflow: visible }
  .figure { direction: ltr }
  .grid { stroke: var(--db-line) }
  .tick { fill: var(--db-muted); font: 400 11px/1 system-ui, sans-serif }
  .here { stroke: var(--db-line-2); stroke-dasharray: 3 3 }
  path.answered { fill: none; stroke: var(--db-text); stroke-width: 2; stroke-dasharray: 5 4 }
  path.right { fill: none; stroke: var(--db-accent); stroke-width: 2.5 }
  .dot.answered { fill: var(--db-surface); stroke: var(--db-text); stroke-width: 2 }
  .dot.right { fill: var(--db-accent) }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 16px }
  .key { display: inline-flex; align-items: center; gap: 6px }
  .key::before { content: ''; inline-size: 18px; border-block-start: 2px dashed var(--db-text) }
  .key.right::before { border-block-start: 3px solid var(--db-accent) }
  summary { inline-size: fit-content; min-block-size: 24px; color: var(--db-accent); cursor: pointer }
  table { border-collapse: collapse; margin-block-start: 4px; font-variant-numeric: tabular-nums }
  th, td { padding: 4px 24px 4px 0; border-block-end: 1px solid var(--db-line); text-align: end; font-weight: 400 }
  thead th { color: var(--db-muted) }
  tr[aria-current] th, tr[aria-current] td { font-weight: 600 }
  .review { display: grid; gap: 4px; max-block-size: 40vh; overflow-y: auto; padding: 12px 32px 12px 64px; border-block-start: 1px solid var(--db-line) }
  .review dt { font-weight: 600 }
  .review dd { color: var(--db-muted); overflow-wrap: anywhere }
  @media (max-width: 900px) {
    nav { padding-inline: 16px }
    .part { padding: 12px 16px 24px; overflow: visible }
    .review { padding-inline: 16px }
    .pair { flex-wrap: wrap }
    deskbell-assistant-playground { block-size: 640px; border: 0; border-block-start: 1px solid var(--db-line) }
  }
  @media (forced-colors: active) { nav a[aria-current] { border-color: Highlight } .dot.right { fill: Highlight } path.right { stroke: Highlight } }
`
