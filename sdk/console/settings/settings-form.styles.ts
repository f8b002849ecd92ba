// Look of a settings form: label at the start, control at the end, a hairline between, a dot at what has changed.

import { css } from 'lit'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'

export const formStyles = [
  controlStyles,
  css`
    :host { display: flex; min-block-size: 0; flex: 1 }
    form { display: grid; grid-template-rows: minmax(0, 1fr) auto auto; flex: 1; min-inline-size: 0; min-block-size: 0; margin: 0 }
    .rows { overflow-y: auto; padding: 0 32px 24px 40px; overscroll-behavior: contain }
    .row { position: relative; display: grid; grid-template-columns: 216px minmax(0, 1fr); gap: 8px 24px; padding-block: 12px; border-block-end: 1px solid var(--db-line) }
    .row:last-child { border: 0 }
    .row.changed::before { content: ''; position: absolute; inset-inline-start: -16px; inset-block-start: 19px; inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--db-accent) }
    .about { display: grid; align-content: start; padding-block-start: 2px }
    .name { font: 600 13px/20px system-ui, sans-serif }
    .hint { color: var(--db-muted) }
    .control { min-inline-size: 0; max-inline-size: 640px }
    .line { display: flex; align-items: center; gap: 12px }
    .wraps { flex-wrap: wrap; gap: 8px }
    .short { inline-size: 132px }
    textarea.input { block-size: auto; padding-block: 7px; resize: vertical }
    fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0 }
    .items { display: grid }
    .item { display: flex; gap: 8px; padding-block: 12px; border-block-end: 1px solid var(--db-line) }
    .item:first-child { padding-block-start: 0 }
    .items:not(:empty) + .button { margin-block-start: 12px }
    .parts { flex: 1; min-inline-size: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(128px, 1fr)); gap: 8px 12px; align-items: end }
    .part { display: grid; gap: 4px; color: var(--db-muted) }
    .part.wide { grid-column: 1 / -1 }
    .tools { display: flex; align-items: start }
    .tools .up .icon { rotate: 180deg }
    .tools .button:disabled { background: none; opacity: 0.4 }
    .days { display: grid; gap: 4px }
    .day { display: grid; grid-template-columns: 96px minmax(0, 1fr); align-items: start; gap: 8px; padding-block: 4px }
    .day > span { padding-block: 8px }
    .spans { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-block-size: 36px }
    .span { display: flex; align-items: center; gap: 4px }
    .span .input { flex: 0 1 128px; inline-size: 128px; min-inline-size: 0 }
    @container settings (max-width: 720px) {
      .day { grid-template-columns: minmax(0, 1fr); gap: 0 }
      .day > span { padding-block: 10px 2px }
      .span .input { padding-inline: 8px }
    }
    .copy { display: flex; align-items: flex-start; gap: 8px; flex-wrap: wrap }
    pre { flex: 1 1 240px; min-inline-size: 0; margin: 0; padding: 10px 12px; border-radius: 8px; background: var(--db-fill); font: 400 13px/20px ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
    .aside h2 { margin-block-end: 12px; color: var(--db-muted) }
    .bubble { padding: 12px 14px; border-radius: 16px; border-end-end-radius: 4px; background: var(--db-surface); border: 1px solid var(--db-line); font: 400 15px/22px system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere }
    .sample { display: grid; gap: 12px; padding: 16px; border: 1px solid var(--db-line); border-radius: 16px; background: var(--db-surface) }
    .checks { display: flex; flex-wrap: wrap; gap: 4px 20px }
    .line > .input:not(.short) { flex: 1 }
    .below { margin-block-start: 8px }
    .picker { flex: none; inline-size: var(--control, 36px); block-size: var(--control, 36px); padding: 0; border: 1px solid var(--db-line-2); border-radius: 10px; background: none; cursor: pointer; appearance: none }
    .picker::-webkit-color-swatch-wrapper { padding: 0 }
    .picker::-webkit-color-swatch { border: 0; border-radius: 9px }
    .picker::-moz-color-swatch { border: 0; border-radius: 9px }
    .contrast { display: flex; align-items: center; gap: 8px; margin-block-start: 8px; color: var(--db-muted) }
    .contrast:first-child { margin-block-start: 10px }
    .contrast .shape, .contrast .icon { flex: none; inline-size: 16px; block-size: 16px }
    .contrast.good { color: var(--db-ok) }
    .tile { flex: none; display: grid; place-items: center; inline-size: var(--control, 36px); block-size: var(--control, 36px); border-radius: 10px; background: var(--db-fill) }
    .tile > .icon { color: var(--db-muted) }
    .tile + .button { margin-inline-start: 4px }
    .tile.over { outline: 2px dashed var(--db-accent); outline-offset: 2px }
    input[type='range'] { flex: 1; max-inline-size: 280px; block-size: var(--control, 36px); margin: 0; accent-color: var(--db-solid) }
    .pairs { display: grid; gap: 8px }
    .pair { display: flex; align-items: center; justify-content: space-between; gap: 12px; max-inline-size: 420px }
    .pair .input { inline-size: auto }
    .usage { display: grid; gap: 4px; max-inline-size: 320px; padding-block-start: 2px }
    progress { inline-size: 100%; block-size: 8px; accent-color: var(--db-solid) }
    .effect { display: grid; gap: 8px; margin-block-start: 8px; max-inline-size: 560px }
    .plot { inline-size: 100%; block-size: auto; overflow: visible }
    .figure { direction: ltr }
    .grid { stroke: var(--db-line) }
    .tick { fill: var(--db-muted); font: 400 12px/1 system-ui, sans-serif }
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
    th, td { padding: 4px 0; padding-inline-end: 24px; border-block-end: 1px solid var(--db-line); text-align: end; font-weight: 400 }
    thead th { color: var(--db-muted) }
    tr[aria-current] th, tr[aria-current] td { font-weight: 600 }
    .words { display: grid; gap: 12px }
    .word { display: grid; gap: 4px }
    .word code { color: var(--db-muted); font: var(--db-tiny) }
    .fault { margin-block-start: 4px; color: var(--db-danger) }
    [aria-invalid='true'] { border-color: var(--db-danger) }
    footer { display: flex; align-items: center; gap: 8px; min-block-size: 56px; padding: 8px 32px 8px 40px; border-block-start: 1px solid var(--db-line) }
    footer b { font-weight: 600 }
    .review { display: grid; grid-template-columns: 216px minmax(0, 1fr); gap: 4px 24px; max-block-size: 240px; overflow: auto; padding: 12px 32px 12px 40px; border-block-start: 1px solid var(--db-line); overflow-wrap: anywhere }
    .review dt { font-weight: 600 }
    .review del { color: var(--db-muted) }
    .review ins { text-decoration: none; font-weight: 500 }
    .aside { flex: none; inline-size: 34%; max-inline-size: 400px; overflow: auto; padding: 24px; border-inline-start: 1px solid var(--db-line); background: var(--db-canvas) }
    :host([wide]) { display: contents }
    :host([wide]) form { grid-area: 2 / 1 }
    .aside.wide { grid-area: 1 / 2 / 3 / 3; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); inline-size: auto; max-inline-size: none; padding: 0; background: none }
    footer kbd { margin-inline-start: 6px }
    @media (forced-colors: active) { .dot.right { fill: Highlight } path.right { stroke: Highlight } }
    @container settings (max-width: 1160px) { :host([wide]) .row { grid-template-columns: minmax(0, 1fr) } }
    @container settings (max-width: 900px) {
      :host, :host([wide]) { display: block; overflow-y: auto }
      form { display: block }
      .rows { padding: 0 16px 16px 24px; overflow: visible }
      .row, .review { grid-template-columns: minmax(0, 1fr) }
      .row.changed::before { inset-inline-start: -14px }
      footer { position: sticky; inset-block-end: 0; z-index: 1; flex-wrap: wrap; padding: 8px 16px max(8px, env(safe-area-inset-bottom)); background: var(--db-surface) }
      footer .button, .tile ~ .button { block-size: 40px }
      footer kbd { display: none }
      .aside.wide { block-size: 640px }
      .aside { inline-size: auto; max-inline-size: none; border: 0; border-block-start: 1px solid var(--db-line) }
    }
  `,
]
