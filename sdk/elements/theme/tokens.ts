// The design tokens: every colour, size and curve, once. Elements use them by name and hold no values of their own.
// `--deskbell-*` is what a page may set (docs/theming.md), `--site-*` the owner's colour as the server works it out.

import { css } from 'lit'

/**
 * For the outermost element only: everything inside inherits. `color-scheme` is whatever surrounds it: see theme.ts.
 * Of a colour the page gives, readable shades are made here (`--given-*`); without one those are nothing, and the
 * next in line stands. Their bounds hold for every sRGB colour (given-colour.test.ts).
 */
export const tokens = css`
  :host {
    --given-accent: light-dark(oklch(from var(--deskbell-color) min(l, .46) c h / 1), oklch(from var(--deskbell-color) max(l, .78) min(c, .14) h / 1));
    --given-solid: light-dark(oklch(from var(--deskbell-color) min(l, .46) c h / 1), oklch(from var(--deskbell-color) .53 min(c, .14) h / 1));
    --given-soft: light-dark(oklch(from var(--deskbell-color) .96 min(c * .15, .02) h / 1), oklch(from var(--deskbell-color) .29 min(c * .2, .04) h / 1));
    --db-surface: light-dark(#fff, #191816);
    --db-fill: light-dark(#f2f1ee, #262522); --db-fill-2: light-dark(#e8e6e2, #34332f);
    --db-line: light-dark(#e1dfdc, #302f2c); --db-line-2: light-dark(#95928b, #7c7a75);
    --db-text: light-dark(#24211c, #ecebe8); --db-muted: light-dark(#605d57, #acaaa7);
    --db-accent: var(--given-accent, var(--site-accent, light-dark(#2b50c7, #8fabf7)));
    --db-solid: var(--given-solid, var(--site-solid, light-dark(#2b50c7, #3a5fc9)));
    --db-soft: var(--given-soft, var(--site-soft, light-dark(#eaf0fe, #222a42)));
    --db-on-solid: #fff; --db-mark: light-dark(#24211c, #45433e);
    --db-danger: light-dark(#b72725, #f7857d); --db-ok: light-dark(#2b7440, #79ca8b);
    --db-shadow:
      0 0 0 1px light-dark(#24211c12, #ffffff17),
      0 4px 12px light-dark(#24211c0f, #0000004d),
      0 16px 48px -8px light-dark(#24211c33, #0009);
    --db-ease: cubic-bezier(0.2, 0, 0, 1);
    --db-fast: 120ms; --db-move: 160ms; --db-sheet: 200ms;
    --db-round: var(--deskbell-radius, 16px);
    --db-round-12: calc(var(--db-round) * .75); --db-round-10: calc(var(--db-round) * .625);
    --db-round-8: calc(var(--db-round) / 2); --db-round-4: calc(var(--db-round) / 4);
    --db-font: var(--deskbell-font, system-ui, sans-serif);
    --db-small: 400 13px/20px var(--db-font);
    --db-body: 400 15px/24px var(--db-font);
    --db-title: 600 22px/28px var(--db-font);
    font: var(--db-body);
    color: var(--db-text);
    background: var(--db-surface);
  }
  @media (prefers-reduced-motion: reduce) { :host { --db-fast: 0ms; --db-move: 0ms; --db-sheet: 0ms } }
`
