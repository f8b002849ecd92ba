// Size and direction of icons, for every element that shows one.

import { css } from 'lit'

export const iconStyles = css`
  .icon { flex: none; inline-size: 20px; block-size: 20px; display: block; }
  .icon.turns:dir(rtl) { transform: scaleX(-1); }
`
