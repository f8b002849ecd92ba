// Look of the way in: one column in the middle of the page.

import { css } from 'lit'

export const signInStyles = css`
  :host { display: grid; place-items: center; min-block-size: 100%; padding: 24px 16px; overflow-y: auto; background: var(--db-surface) }
  main { display: grid; gap: 12px; inline-size: min(360px, 100%); font: var(--db-small) }
  .bell {
    display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 20px;
    border-end-end-radius: 6px; background: var(--db-solid); color: var(--db-on-solid);
  }
  .bell .icon { inline-size: 24px; block-size: 24px }
  h1 { font: var(--db-title) }
  form { display: grid; gap: 16px; margin-block-start: 8px }
  .field { display: grid; gap: 4px }
  label { font-weight: 500 }
  input:not([type='checkbox'], .hidden-text) {
    inline-size: 100%; block-size: 44px; padding-inline: 12px; border: 1px solid var(--db-line-2); border-radius: 10px;
    background: var(--db-surface); font: 400 16px/24px system-ui, sans-serif;
  }
  input:focus-visible { outline-offset: -2px }
  input[aria-invalid='true'] { border-color: var(--db-danger) }
  .check { display: flex; align-items: center; gap: 8px; font-weight: 400 }
  .check input { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--db-solid) }
  .fault { display: flex; gap: 6px; color: var(--db-danger) }
  .fault:empty { display: none }
  .told { display: grid; gap: 2px; padding: 10px 12px; border-radius: 12px; background: var(--db-fill) }
  .told b { font-weight: 600 }
  .button { block-size: 44px; font: 600 15px/24px system-ui, sans-serif; border-radius: 10px }
`
