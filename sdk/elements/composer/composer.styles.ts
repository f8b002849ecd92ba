// The box to write in: 44 px that grow to five lines, the send button inside.

import { css } from 'lit'

export const composerStyles = css`
  :host { display: block; block-size: auto; background: none; }
  .box {
    display: flex; align-items: end; min-block-size: 44px; padding-inline: 13px 5px;
    border: 1px solid var(--db-line-2); border-radius: var(--db-round-12); background: var(--db-surface); cursor: text;
  }
  .box:focus-within { outline: 2px solid var(--db-accent); outline-offset: -2px; border-color: transparent; }
  .box:has(button:focus-visible) { outline: none; border-color: var(--db-line-2); }
  textarea {
    flex: 1; min-inline-size: 0; block-size: 42px; max-block-size: 138px; padding: 9px 0; margin: 0; border: 0;
    background: none; outline: none; resize: none; overflow-y: auto; scrollbar-width: thin;
  }
  /* The hint in the page's direction, what is written in its own. */
  textarea:not(:placeholder-shown) { unicode-bidi: plaintext; }
  textarea::placeholder { color: var(--db-muted); opacity: 1; }
  .box > .clip { margin-inline-start: -8px; }
  .box > .tool { inline-size: 36px; margin-block: 1px; }
  .send {
    position: relative; flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px;
    margin: 5px 0; padding: 0; border: 0; border-radius: var(--db-round-8); background: var(--db-fill); color: var(--db-muted);
    cursor: pointer; transition: background var(--db-fast);
  }
  .send::after { content: ''; position: absolute; inset: -5px; }
  .send:hover { background: var(--db-fill-2); }
  .send.ready { background: var(--db-solid); color: var(--db-on-solid); }
  .send.ready:hover { filter: brightness(1.08); }
  .send.ready:active { filter: brightness(0.92); }
  .send:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; }
  .send.stop svg { fill: currentColor; }
  .editing { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 0 4px 4px; font: var(--db-small); color: var(--db-muted); }
  .editing button { position: relative; min-block-size: 24px; padding: 0; border: 0; background: none; font-weight: 600; color: var(--db-accent); cursor: pointer; }
  .editing button::after { content: ''; position: absolute; inset: -8px; }
  .editing button:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; border-radius: var(--db-round-4); }
  .count { padding: 4px 4px 0; text-align: end; font: var(--db-small); color: var(--db-danger); }
  /* Under 16 px a phone zooms into the field. */
  @media (pointer: coarse), (max-width: 479.98px) { textarea { font-size: 16px; } }
  @media (forced-colors: active) { .send { border: 1px solid ButtonText; } }
`
