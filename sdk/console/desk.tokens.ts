// The tokens that only the console has; all others are in elements/theme/tokens.ts, which a customer's page loads.

import { css } from 'lit'

/** For the console's outermost element, beside `tokens`. */
export const deskTokens = css`
  :host {
    --db-canvas: light-dark(#f8f7f5, #11100f); --db-note: light-dark(#fcf4d9, #322915);
    --db-warn: light-dark(#755010, #e3c885); --db-tiny: 400 12px/16px system-ui, sans-serif;
    --db-row-list: 72px; --db-row-rail: 32px; --db-row-menu: 40px; --db-row-facts: 4px;
    --db-gap-group: 16px; --db-gap-item: 4px; --db-pad-bubble: 8px 12px; --db-mark-list: 28px;
  }
  /* More on a screen, for those who want it; on touch screens targets stay as large as fingers. */
  @media (pointer: fine) {
    :host([density='dense']) {
      --db-row-list: 56px; --db-row-rail: 28px; --db-row-menu: 32px; --db-row-facts: 2px;
      --db-gap-group: 8px; --db-gap-item: 2px; --db-pad-bubble: 4px 10px; --db-mark-list: 24px;
    }
  }
`
