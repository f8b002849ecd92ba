// The design tokens: every colour, size and curve, once. Elements use them by name and hold no values of their own.
// An owner's colour comes from the server as three values a theme and overrides accent, solid and soft.

import { css } from 'lit'

const light = css`
  --db-surface: #ffffff; --db-canvas: #f8f7f5; --db-fill: #f2f1ee; --db-fill-2: #e8e6e2;
  --db-line: #e1dfdc; --db-line-2: #95928b; --db-text: #24211c; --db-muted: #605d57;
  --db-accent: var(--deskbell-accent, #2b50c7); --db-solid: var(--deskbell-solid, #2b50c7);
  --db-soft: var(--deskbell-soft, #eaf0fe);
  --db-on-solid: #ffffff; --db-mark: #24211c; --db-danger: #b72725; --db-ok: #2b7440;
  --db-warn: #755010; --db-note: #fcf4d9;
  --db-avatar-l: 0.915; --db-avatar-c: 0.045; --db-avatar-text-l: 0.36; --db-avatar-text-c: 0.06;
  --db-shadow: 0 0 0 1px rgb(36 33 28 / 0.07), 0 4px 12px rgb(36 33 28 / 0.06), 0 16px 48px -8px rgb(36 33 28 / 0.2);
  --db-shadow-launcher: 0 8px 24px -4px rgb(36 33 28 / 0.28);
  color-scheme: light;
`

const dark = css`
  --db-surface: #191816; --db-canvas: #11100f; --db-fill: #262522; --db-fill-2: #34332f;
  --db-line: #302f2c; --db-line-2: #7c7a75; --db-text: #ecebe8; --db-muted: #acaaa7;
  --db-accent: var(--deskbell-accent-dark, #8fabf7); --db-solid: var(--deskbell-solid-dark, #3a5fc9);
  --db-soft: var(--deskbell-soft-dark, #222a42);
  --db-on-solid: #ffffff; --db-mark: #45433e; --db-danger: #f7857d; --db-ok: #79ca8b;
  --db-warn: #e3c885; --db-note: #322915;
  --db-avatar-l: 0.36; --db-avatar-c: 0.055; --db-avatar-text-l: 0.92; --db-avatar-text-c: 0.06;
  --db-shadow: 0 0 0 1px rgb(255 255 255 / 0.09), 0 4px 12px rgb(0 0 0 / 0.3), 0 16px 48px -8px rgb(0 0 0 / 0.6);
  --db-shadow-launcher: 0 8px 24px -4px rgb(0 0 0 / 0.6);
  color-scheme: dark;
`

/** For the outermost element only: everything inside inherits. `theme` is `light`, `dark` or absent for automatic. */
export const tokens = css`
  :host {
    ${light}
    --db-radius-tight: 4px; --db-radius-control: 10px; --db-radius-box: 12px; --db-radius-panel: 16px;
    --db-ease: cubic-bezier(0.2, 0, 0, 1);
    --db-fast: 120ms; --db-move: 160ms; --db-sheet: 200ms;
    --db-small: 400 13px/20px system-ui, sans-serif;
    --db-body: 400 15px/24px system-ui, sans-serif;
    --db-title: 600 22px/28px system-ui, sans-serif;
    --db-tiny: 400 12px/16px system-ui, sans-serif;
    font: var(--db-body);
    color: var(--db-text);
    background: var(--db-surface);
  }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${dark} } }
  :host([theme='dark']) { ${dark} }
  @media (prefers-reduced-motion: reduce) { :host { --db-fast: 0ms; --db-move: 0ms; --db-sheet: 0ms } }
`
