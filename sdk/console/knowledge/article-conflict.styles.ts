// Look of a conflict: what happened on a line, below it the two texts of each field side by side.

import { css } from 'lit'

export const conflictStyles = css`
  :host { display: block; background: var(--db-note); color: var(--db-text) }
  .strip { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 12px 24px }
  .strip .button { block-size: 40px; border-radius: 10px; background: var(--db-fill) }
  .strip p { flex: 1 1 240px }
  .check input { margin: 0 }
  .asked { display: grid; gap: 12px; max-block-size: 40vh; overflow-y: auto; padding: 0 24px 16px }
  fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 8px 16px; min-inline-size: 0; margin: 0; padding: 0; border: 0 }
  legend { padding: 0; font-weight: 600 }
  .side { display: grid; align-content: start; gap: 4px; min-inline-size: 0 }
  .check { display: flex; align-items: center; gap: 8px; min-block-size: 24px }
  .text { position: relative; max-block-size: 30vh; overflow-y: auto; padding: 8px 12px; border-radius: 8px; background: var(--db-surface); white-space: pre-wrap; overflow-wrap: anywhere }
  mark { border-radius: 3px; background: light-dark(#fff0b8, #4a3d10); color: inherit }
  @media (forced-colors: active) { .text { border: 1px solid } mark { text-decoration: underline } }
  @media (pointer: coarse) { .check { min-block-size: 40px } }
`
