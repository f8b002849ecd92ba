// The article view's own measures; its text is styled by rich-text.

import { css } from 'lit'

export const articleStyles = css`
  .body { padding-block-start: 8px; }
  .big { padding-block: 2px 4px; }
  .meta { padding-block-end: 16px; }
  nav { padding-block-start: 16px; }
  .contents { margin-block-end: 16px; padding: 4px 16px; border-radius: var(--db-round-12); background: var(--db-fill); }
  .contents summary { padding-block: 8px; font-weight: 500; cursor: pointer; }
  .contents summary:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; border-radius: var(--db-round-8); }
  .contents li { padding-block: 4px; }
  .contents li:last-child { padding-block-end: 12px; }
  .contents .link { border: 0; text-align: start; }
  :is(h1, h2, h3, h4):focus { outline: none; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; padding-block-start: 16px; }
  .foot { display: flex; align-items: center; gap: 8px; min-block-size: 64px; padding: 12px 12px 12px 20px; }
  .foot:dir(rtl) { padding: 12px 20px 12px 12px; }
  .foot > p { flex: 1; }
  .votes, form { display: flex; gap: 8px; }
  form { flex: 1; align-items: center; }
  form .input { flex: 1; min-inline-size: 0; min-block-size: 40px; padding-block: 7px; margin-inline-start: -8px; }
  .votes .button { min-inline-size: 60px; padding-inline: 20px; }
`
