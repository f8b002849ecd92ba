// Look of the form that mends an answer.

import { css } from 'lit'

export const fixAnswerStyles = css`
  dialog {
    inline-size: min(480px, calc(100vw - 32px)); max-block-size: calc(100dvh - 32px); padding: 16px 20px 20px; border: 0;
    border-radius: 16px; background: var(--db-surface); color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.4) }
  header { display: flex; align-items: center; gap: 8px; margin-block-end: 4px }
  h2 { font: 600 15px/20px system-ui, sans-serif }
  form { display: grid; gap: 12px }
  label { display: grid; gap: 4px; font-weight: 500 }
  .hint { margin-block-start: -8px; font: var(--db-tiny) }
  textarea, input, select {
    inline-size: 100%; padding: 8px 10px; border: 1px solid var(--db-line-2); border-radius: 8px; background: var(--db-surface);
    color: inherit; font: var(--db-body);
  }
  textarea { resize: vertical; field-sizing: content; min-block-size: 96px; max-block-size: 40vh }
  select { min-block-size: 38px }
  .foot { display: flex; gap: 8px }
  .fault { color: var(--db-danger) }
  .done { display: grid; gap: 12px; justify-items: start }
  a.button { text-decoration: none }
`
