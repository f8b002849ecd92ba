// Light, dark, or as the device has it: for an outermost element that chooses by itself. The widget's panel does not:
// it stands in the launcher's scheme.

import { css } from 'lit'

/** Its `theme` attribute is `light`, `dark` or absent for automatic. */
export const theme = css`
  :host { color-scheme: light dark }
  :host([theme='light']) { color-scheme: light }
  :host([theme='dark']) { color-scheme: dark }
`
