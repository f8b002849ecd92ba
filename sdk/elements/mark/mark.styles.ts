// Marks: circle = person, square = machine, at every size; and the "AI" tag beside a machine's name.

import { css } from 'lit'

export const markStyles = css`
  .mark {
    display: inline-grid; place-items: center; flex: none; box-sizing: border-box;
    inline-size: var(--s); block-size: var(--s); border-radius: 50%;
    font: 600 calc(var(--s) * 0.44) / 1 var(--db-font); letter-spacing: 0; user-select: none;
    background: light-dark(oklch(0.915 0.045 var(--h)), oklch(0.36 0.055 var(--h)));
    color: light-dark(oklch(0.36 0.06 var(--h)), oklch(0.92 0.06 var(--h)));
  }
  .mark.machine { border-radius: 28%; background: var(--db-mark); color: #fff }
  .mark svg { inline-size: calc(var(--s) * 0.66); block-size: calc(var(--s) * 0.66) }
  .marks { display: inline-flex; flex: none }
  .marks .mark { outline: 2px solid var(--db-surface) }
  .marks .mark + .mark { margin-inline-start: calc(var(--s) / -6) }
  .ai-tag {
    display: inline-grid; place-items: center; flex: none; box-sizing: border-box;
    block-size: 18px; padding-inline: 4px; border: 1px solid var(--db-line-2); border-radius: var(--db-round-4);
    font: 600 13px/1 var(--db-font); color: var(--db-muted);
  }
  .ai-tag:lang(ar) { block-size: 20px }
  @media (forced-colors: active) { .mark { border: 1px solid } }
`
