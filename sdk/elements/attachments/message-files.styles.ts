// Files under a message: pictures with room kept for them, rows for the rest.

import { css } from 'lit'

export const messageFilesStyles = css`
  :host { display: flex; flex-direction: column; align-items: inherit; gap: 4px; max-inline-size: 100%; block-size: auto; background: none; }
  .image { display: block; max-inline-size: 100%; line-height: 0; border-radius: var(--db-round-12); overflow: hidden; }
  .image :is(img, .wait) {
    display: block; max-inline-size: 100%; object-fit: cover; border-radius: var(--db-round-12); background: var(--db-fill);
    box-shadow: inset 0 0 0 1px var(--db-line);
  }
  .wait { fill: none; }
  .file {
    display: flex; align-items: center; gap: 10px; box-sizing: border-box; max-inline-size: 100%; min-block-size: 48px;
    padding: 6px 14px 6px 8px; padding-inline: 8px 14px; border: 1px solid var(--db-line); border-radius: var(--db-round-12);
    background: var(--db-surface); color: var(--db-text); text-decoration: none;
  }
  a.file:hover { background: var(--db-fill); }
  a:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; }
  .face { flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px; color: var(--db-accent); }
  .what { display: grid; min-inline-size: 0; font: var(--db-small); }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: start; font-weight: 500; }
  .more { color: var(--db-muted); line-height: 16px; font-variant-numeric: tabular-nums; }
  @media (forced-colors: active) { .image, .file { border: 1px solid; } }
`
