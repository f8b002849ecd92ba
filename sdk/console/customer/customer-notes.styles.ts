// Look of the notes about a customer: amber, as notes are everywhere.

import { css } from 'lit'

export const customerNotesStyles = css`
  :host { overflow-wrap: anywhere }
  ul { display: grid; gap: 6px; margin-block-end: 8px }
  li { padding: 8px 10px; border-radius: 12px; background: var(--db-note) }
  li p { white-space: pre-wrap; overflow-wrap: anywhere }
  .by { display: flex; align-items: center; gap: 8px; font: var(--db-tiny); color: var(--db-warn) }
  .by button { display: grid; place-items: center; inline-size: 24px; block-size: 24px; margin-inline-start: auto; border-radius: 6px }
  .by button:hover { background: var(--db-fill) }
  .by .icon { inline-size: 14px; block-size: 14px }
  form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end }
  textarea {
    flex: 1 1 136px; min-inline-size: 0; min-block-size: 32px; max-block-size: 160px; padding: 5px 8px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); resize: none; field-sizing: content;
  }
  textarea::placeholder { color: var(--db-muted); opacity: 1 }
  textarea:focus-visible { outline-offset: 0 }
  .link { color: var(--db-accent); text-decoration: underline; text-underline-offset: 3px }
  .fault { color: var(--db-danger) }
  @media (pointer: coarse) { .by button { inline-size: 40px; block-size: 40px } textarea { font-size: 16px } }
  @media (forced-colors: active) { li { border: 1px solid } }
`
