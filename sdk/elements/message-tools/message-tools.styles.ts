// The button stands beside its message, where the host's styles put it, and shows when it is wanted.

import { css } from 'lit'

export const messageToolsStyles = css`
  .has-tools { position: relative; }
  .tools-toggle {
    position: absolute; display: grid; place-items: center; inline-size: 32px; block-size: 32px; padding: 0; border: 0;
    border-radius: var(--db-round-8); background: none; color: var(--db-muted); cursor: pointer; opacity: 0;
    transition: opacity var(--db-fast), background var(--db-fast);
  }
  .tools-toggle::after { content: ''; position: absolute; inset: -4px; }
  .tools-toggle:hover, .tools-toggle[aria-expanded='true'] { background: var(--db-fill); }
  .has-tools:hover > .tools-toggle, .tools-toggle:focus-visible, .tools-toggle[aria-expanded='true'] { opacity: 1; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; min-block-size: 32px; font: var(--db-small); }
  .tools button {
    position: relative; min-block-size: 24px; padding: 0; border: 0; background: none; color: var(--db-accent);
    font: inherit; font-weight: 600; cursor: pointer;
  }
  .tools button::after { content: ''; position: absolute; inset: -8px; }
  .tools .danger { color: var(--db-danger); }
  .tools-toggle:focus-visible, .tools button:focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px; border-radius: var(--db-round-4); }
  /* Nothing hovers there. */
  @media (hover: none) { .tools-toggle { opacity: 1; } }
`
