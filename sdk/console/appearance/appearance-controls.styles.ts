// Controls of a settings page: fields, segments, checks. 36 px high; on phones 40, and 16 px text, so that nothing zooms.

import { css } from 'lit'

export const controlStyles = css`
  .input {
    inline-size: 100%; min-block-size: var(--control, 36px); padding: 7px 12px; border: 1px solid var(--db-line-2); border-radius: 10px;
    background: var(--db-surface); font: var(--db-small); color: var(--db-text);
  }
  .input:focus-visible { outline-offset: -2px }
  .input[aria-invalid='true'] { border-color: var(--db-danger) }
  .input::placeholder { color: var(--db-muted); opacity: 1 }
  .segments { display: inline-flex; flex-wrap: wrap; padding: 2px; border-radius: 10px; background: var(--db-fill) }
  .segments label { position: relative; cursor: pointer }
  .segments label > span {
    display: grid; place-items: center; min-block-size: calc(var(--control, 36px) - 4px); min-inline-size: 40px; padding-inline: 12px;
    border: 1px solid transparent; border-radius: 8px; color: var(--db-muted); font: 500 13px/20px system-ui, sans-serif;
  }
  .segments label:hover > span { color: var(--db-text) }
  .segments input:checked + span { background: var(--db-surface); border-color: var(--db-line); color: var(--db-text) }
  .segments input:focus-visible + span { outline: 2px solid var(--db-accent); outline-offset: 2px }
  .shape { inline-size: 18px; block-size: 18px }
  .check { display: inline-flex; align-items: center; gap: 8px; min-block-size: 32px; cursor: pointer }
  .check input { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--db-solid) }
  .fault { display: flex; gap: 6px; margin-block-start: 6px; color: var(--db-danger) }
  .fault:empty { display: none }
  @media (max-width: 700px) { :host { --control: 40px } .input { font-size: 16px } }
  @media (forced-colors: active) { .segments input:checked + span { border-color: Highlight } }
`
