// The design tokens: every colour, size and curve, once. Elements use them by name and hold no values of their own.
// An owner's colour comes from the server as three values a theme and overrides accent, solid and soft.

import { css } from 'lit'

/** For the outermost element only: everything inside inherits. `theme` is `light`, `dark` or absent for automatic. */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --db-surface: light-dark(#fff, #191816);
    --db-fill: light-dark(#f2f1ee, #262522); --db-fill-2: light-dark(#e8e6e2, #34332f);
    --db-line: light-dark(#e1dfdc, #302f2c); --db-line-2: light-dark(#95928b, #7c7a75);
    --db-text: light-dark(#24211c, #ecebe8); --db-muted: light-dark(#605d57, #acaaa7);
    --db-accent: light-dark(var(--deskbell-accent, #2b50c7), var(--deskbell-accent-dark, #8fabf7));
    --db-solid: light-dark(var(--deskbell-solid, #2b50c7), var(--deskbell-solid-dark, #3a5fc9));
    --db-soft: light-dark(var(--deskbell-soft, #eaf0fe), var(--deskbell-soft-dark, #222a42));
    --db-on-solid: #fff; --db-mark: light-dark(#24211c, #45433e);
    --db-danger: light-dark(#b72725, #f7857d); --db-ok: light-dark(#2b7440, #79ca8b);
    --db-shadow:
      0 0 0 1px light-dark(#24211c12, #ffffff17),
      0 4px 12px light-dark(#24211c0f, #0000004d),
      0 16px 48px -8px light-dark(#24211c33, #0009);
    --db-ease: cubic-bezier(0.2, 0, 0, 1);
    --db-fast: 120ms; --db-move: 160ms; --db-sheet: 200ms;
    --db-small: 400 13px/20px system-ui, sans-serif;
    --db-body: 400 15px/24px system-ui, sans-serif;
    --db-title: 600 22px/28px system-ui, sans-serif;
    font: var(--db-body);
    color: var(--db-text);
    background: var(--db-surface);
  }
  :host([theme='light']) { color-scheme: light }
  :host([theme='dark']) { color-scheme: dark }
  @media (prefers-reduced-motion: reduce) { :host { --db-fast: 0ms; --db-move: 0ms; --db-sheet: 0ms } }
`
