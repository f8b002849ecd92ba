// The tokens that only the console has; all others are in elements/theme/tokens.ts, which a customer's page loads.

import { css } from 'lit'

/** For the console's outermost element, beside `tokens`. */
export const deskTokens = css`
  :host {
    --db-canvas: light-dark(#f8f7f5, #11100f); --db-note: light-dark(#fcf4d9, #322915);
    --db-warn: light-dark(#755010, #e3c885); --db-tiny: 400 12px/16px system-ui, sans-serif;
  }
`
