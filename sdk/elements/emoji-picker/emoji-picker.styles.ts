// A box over the composer: a search field and rows of eight that scroll.

import { css } from 'lit'

export const emojiPickerStyles = css`
  :host { block-size: auto; margin-block-end: 8px; border: 1px solid var(--db-line); border-radius: var(--db-round-12); overflow: hidden; }
  input { flex: none; min-block-size: 40px; margin: 8px 8px 4px; padding: 7px 12px; border: 1px solid var(--db-line-2); border-radius: var(--db-round-8); background: var(--db-surface); appearance: none; }
  input:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; border-color: transparent; }
  input::-webkit-search-cancel-button { display: none; }
  input::placeholder { color: var(--db-muted); opacity: 1; }
  .all { position: relative; block-size: 188px; overflow-y: auto; overscroll-behavior: contain; padding: 0 8px 8px; }
  h3 { position: sticky; inset-block-start: 0; z-index: 1; padding: 4px; background: var(--db-surface); }
  [role='row'] { display: grid; grid-template-columns: repeat(8, 1fr); }
  button { block-size: 40px; padding: 0; border: 0; border-radius: var(--db-round-8); background: none; font: 22px/40px 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif; cursor: pointer; }
  button:hover { background: var(--db-fill); }
  button:focus-visible { outline: 2px solid var(--db-accent); outline-offset: -2px; background: var(--db-fill); scroll-margin-block: 32px; }
  .none { padding: 12px 4px; }
  @media (pointer: coarse), (max-width: 479.98px) { input { font-size: 16px; } }
`
