// Look of the team's own fields: facts like the others, until one is pressed.

import { css } from 'lit'

export const customFieldsStyles = css`
  dl { display: grid; grid-template-columns: 84px minmax(0, 1fr); gap: 4px 8px; align-items: center; margin-block-start: 4px }
  dl > div { display: contents }
  dt { color: var(--db-muted); overflow-wrap: anywhere }
  .value { min-block-size: 24px; inline-size: 100%; margin-inline-start: -6px; padding-inline: 6px; border-radius: 6px; overflow-wrap: anywhere }
  .value bdi { white-space: pre-line }
  textarea { padding-block: 6px; resize: vertical }
  .value:hover { background: var(--db-fill) }
  input:not([type='checkbox']), select, textarea {
    inline-size: 100%; min-block-size: 32px; padding-inline: 8px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); color: var(--db-text); font: var(--db-small);
  }
  .control:focus-visible { outline-offset: 0 }
  input[type='checkbox'] { inline-size: 18px; block-size: 18px; margin: 3px 0; accent-color: var(--db-solid) }
  form { display: grid; gap: 4px }
  .ways { display: flex; gap: 4px }
  .fault { color: var(--db-danger) }
  @media (pointer: coarse) { .value { min-block-size: 40px } .control { font-size: 16px } }
`
