// Look of the customer's facts: 288 wide, labels of 84.

import { css } from 'lit'

export const sidebarStyles = css`
  :host {
    overflow-y: auto; padding: 12px 20px 20px; background: var(--db-surface); font: var(--db-small);
    border-inline-start: 1px solid var(--db-line);
  }
  header { display: flex; align-items: center; gap: 12px; margin-block-end: 16px }
  header .square { inline-size: 40px; block-size: 40px; margin-inline: -12px -4px }
  h2 { font: 600 15px/20px system-ui, sans-serif }
  .who { position: relative; flex: none }
  .presence { inset-block-end: 0; inset-inline-end: 0 }
  .presence.reading { background: var(--db-ok) }
  .presence.here { box-shadow: inset 0 0 0 2px var(--db-ok) }
  p.reading { color: var(--db-ok) }
  p.here, p.gone { color: var(--db-muted) }
  .why { font: var(--db-tiny); color: var(--db-muted) }
  .ask { display: inline-flex; align-items: center; gap: 8px }
  .ask .button { block-size: 24px; padding-inline: 8px }
  .soon { color: var(--db-warn) }
  .late { color: var(--db-danger) }
  .tags { display: flex; flex-wrap: wrap; gap: 6px }
  .tags li { display: inline-flex; align-items: center; max-inline-size: 100%; min-block-size: 24px; padding-inline: 8px 2px; border-radius: 6px; background: var(--db-fill) }
  .tags button { display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 6px; color: var(--db-muted) }
  .tags button:hover { color: var(--db-text) }
  .tags .icon { inline-size: 12px; block-size: 12px }
  @media (forced-colors: active) { .tags li:not(.add) { border: 1px solid } }
  .tags .add { padding: 0; background: none }
  .tags .add button { display: inline-flex; align-items: center; gap: 4px; inline-size: auto; padding-inline: 6px }
  .tags .add .icon { inline-size: 14px; block-size: 14px }
  @media (pointer: coarse) { .tags li { min-block-size: 40px } .tags button { inline-size: 40px; block-size: 40px } }
  dl { display: grid; grid-template-columns: minmax(84px, max-content) minmax(0, 1fr); gap: var(--db-row-facts, 4px) 8px }
  dl > div { display: contents }
  dt { color: var(--db-muted) }
  dd { overflow-wrap: anywhere }
  /* The title of a page says which it is in two lines. */
  dd a { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden }
  dd a, .events a { color: var(--db-accent); text-underline-offset: 3px; text-decoration-thickness: 1px }
  .tabs { display: flex; gap: 16px; margin-block-end: 12px; border-block-end: 1px solid var(--db-line) }
  .tabs button { block-size: 32px; color: var(--db-muted); border-block-end: 2px solid transparent; outline-offset: -2px }
  .tabs button[aria-selected='true'] { color: var(--db-text); font-weight: 600; border-color: var(--db-accent) }
  .events { display: grid; gap: 8px }
  .events b { font-weight: 500; overflow-wrap: anywhere }
  .events time { color: var(--db-muted) }
  .ok { display: inline-flex; align-items: center; gap: 4px; color: var(--db-ok) }
  .ok .icon { inline-size: 16px; block-size: 16px }
  .rating { display: grid; gap: 4px; margin-block-end: 16px; padding: 10px 12px; border-radius: 12px; background: var(--db-fill) }
  .stars, .stars span { display: flex; align-items: center; gap: 4px }
  .stars { gap: 8px }
  .stars b { font-weight: 600 }
  .stars i { inline-size: 8px; block-size: 8px; border-radius: 50%; box-shadow: inset 0 0 0 1px var(--db-line-2) }
  .stars i.full { background: var(--db-accent); box-shadow: none }
  @media (forced-colors: active) { .presence.reading { background: Highlight } .tabs button { border-color: Canvas } .tabs button[aria-selected='true'] { border-color: Highlight } .stars i { border: 1px solid } .stars i.full { background: Highlight } }
`
