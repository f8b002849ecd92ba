// Look of what is no message: small events, notes, folded logs, and what is unfolded under a text.

import { css } from 'lit'

export const threadEventStyles = css`
  .event {
    display: grid; grid-template-columns: 24px minmax(0, 1fr); column-gap: 12px; padding-block: 3px; margin-block-start: 2px;
    font: var(--db-tiny); color: var(--db-muted); overflow-wrap: anywhere;
  }
  .event .face { display: grid; justify-items: center }
  .event .icon { inline-size: 16px; block-size: 16px }
  .event b { font-weight: 600; color: var(--db-text) }
  :is(.message, .note) + .event { margin-block-start: 12px }
  .note {
    margin-block-start: 16px; margin-inline-start: 36px; padding: 6px 12px 10px; border-radius: 12px;
    background: var(--db-note); font: var(--db-body); overflow-wrap: anywhere;
  }
  .note .head { color: var(--db-warn) }
  .note .icon { inline-size: 16px; block-size: 16px }
  .note .after { color: var(--db-warn) }
  .note .state { color: var(--db-warn) }
  .note .failed { color: var(--db-danger) }
  .note.whisper { background: none; border: 1px solid var(--db-warn) }
  .note .chip { background: var(--db-surface) }
  .note strong > em:only-child { color: var(--db-accent); font-style: normal; font-weight: 500 }
  .ref { color: var(--db-text); text-decoration: underline; text-underline-offset: 3px; text-decoration-color: var(--db-line-2) }
  .more-toggle {
    position: relative; display: inline-flex; align-items: center; gap: 4px; min-block-size: 24px; margin-block-start: 4px;
    font: var(--db-tiny); color: var(--db-muted); text-decoration: underline; text-underline-offset: 3px;
  }
  .more-toggle .icon { inline-size: 14px; block-size: 14px }
  .more-toggle .icon:dir(rtl) { transform: scaleX(-1) }
  .quoted { margin: 4px 0 0; padding-inline-start: 10px; border-inline-start: 2px solid var(--db-line-2); font: var(--db-small); color: var(--db-muted) }
  .original { margin-block-start: 6px; padding-block-start: 6px; border-block-start: 1px solid var(--db-line-2); color: var(--db-muted) }
  .state.from .icon { inline-size: 16px; block-size: 16px }
  .state.from button { color: var(--db-accent) }
  .former { display: grid; gap: 4px; margin: 4px 0 0; font: var(--db-small); color: var(--db-muted); overflow-wrap: anywhere }
  .fold { margin-inline-start: 36px }
  .folded { margin-block: 4px 12px; padding-inline-start: 12px; border-inline-start: 2px solid var(--db-line) }
  .target { border-radius: 10px; animation: found 2.4s var(--db-ease) }
  .target:focus { outline: 2px solid var(--db-accent); outline-offset: 4px }
  @keyframes found { from, 60% { background: var(--db-soft); box-shadow: 0 0 0 6px var(--db-soft) } }
  @media (prefers-reduced-motion: reduce) { .target { animation: none } }
  .scheduled { display: grid; grid-template-columns: minmax(0, 1fr); flex: none; max-block-size: 160px; overflow-y: auto }
`
