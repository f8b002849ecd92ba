// Files above the composer: a row each, as wide as the box below, with what is to be seen of them.

import { css } from 'lit'

export const attachmentTrayStyles = css`
  :host { display: block; block-size: auto; background: none; }
  ul { display: grid; gap: 4px; padding-block-end: 8px; max-block-size: 232px; overflow-y: auto; }
  li {
    display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 2px 2px 2px 6px;
    border: 1px solid var(--db-line); border-radius: var(--db-round-10); background: var(--db-surface);
  }
  .face {
    flex: none; display: grid; place-items: center; inline-size: 36px; block-size: 36px; overflow: hidden;
    border-radius: var(--db-round-8); background: var(--db-fill); color: var(--db-muted);
  }
  .face img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .what { flex: 1; min-inline-size: 0; display: grid; font: var(--db-small); }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: start; font-weight: 500; }
  .more { color: var(--db-muted); line-height: 16px; font-variant-numeric: tabular-nums; }
  .failed .more { color: var(--db-danger); }
  progress {
    appearance: none; inline-size: 100%; block-size: 4px; margin-block: 2px; border: 0; border-radius: 2px;
    background: var(--db-fill-2); overflow: hidden;
  }
  progress::-webkit-progress-bar { background: var(--db-fill-2); }
  progress::-webkit-progress-value { background: var(--db-accent); transition: inline-size var(--db-fast); }
  progress::-moz-progress-bar { background: var(--db-accent); }
  li .tool, .refusal .tool { inline-size: 36px; block-size: 36px; }
  .drop {
    display: flex; align-items: center; justify-content: center; gap: 8px; min-block-size: 72px; margin-block-end: 8px;
    border: 1.5px dashed var(--db-accent); border-radius: var(--db-round-12); background: var(--db-soft); color: var(--db-accent);
    font-weight: 500;
  }
  .refusal { display: flex; align-items: center; gap: 6px; padding-block-end: 8px; font: var(--db-small); color: var(--db-danger); }
  .refusal span { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .refusal .icon { flex: none; inline-size: 16px; block-size: 16px; }
  .small { padding: 0 4px 6px; }
  @media (forced-colors: active) { progress { border: 1px solid; } .drop { border-color: Highlight; } }
`
