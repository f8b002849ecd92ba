// Look of the files in an agent's thread: small rows, and a picture over the whole window.

import { css } from 'lit'

export const threadFilesStyles = css`
  :host { display: flex; flex-direction: column; align-items: flex-start; gap: 4px; max-inline-size: 100% }
  .file {
    display: flex; align-items: center; gap: 10px; max-inline-size: 100%; min-block-size: 44px; padding: 4px 12px 4px 4px;
    padding-inline: 4px 12px; border: 1px solid var(--db-line); border-radius: 10px; background: var(--db-surface);
    color: var(--db-text); text-decoration: none;
  }
  .file:is(a, button:enabled):hover { background: var(--db-fill) }
  .face {
    flex: none; display: grid; place-items: center; inline-size: 36px; block-size: 36px; border-radius: 8px; overflow: hidden;
    background: var(--db-fill); color: var(--db-muted);
  }
  .face img { inline-size: 100%; block-size: 100%; object-fit: cover }
  .face svg { inline-size: 18px; block-size: 18px }
  .what { display: grid; min-inline-size: 0; font: var(--db-small) }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600 }
  .more { font: var(--db-tiny); color: var(--db-muted) }
  video, audio { max-inline-size: min(100%, 420px); max-block-size: 280px; border-radius: 10px }
  .gone { font: var(--db-tiny); color: var(--db-muted) }
  dialog {
    inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0;
    background: var(--db-surface); color: var(--db-text); font: var(--db-small);
  }
  dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) }
  .bar { display: flex; align-items: center; gap: 8px; padding: 8px 12px 8px 24px; padding-inline: 24px 12px; border-block-end: 1px solid var(--db-line) }
  .stage { display: flex; align-items: center; justify-content: center; gap: 12px; min-block-size: 0; padding: 16px }
  .stage img { flex: 0 1 auto; min-inline-size: 0; max-inline-size: 100%; max-block-size: 100%; object-fit: contain }
  .turn:dir(rtl) .icon { transform: scaleX(-1) }
  @media (max-width: 479.98px) { .button.square { inline-size: 40px; block-size: 40px } }
`
