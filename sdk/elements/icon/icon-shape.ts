// How an icon is drawn, whichever it is.

import { html, type TemplateResult } from 'lit'
import { firstIcons } from './first-icons.ts'

export const iconShape = (path: string, turns = false, width = 1.75): TemplateResult => html`<svg
  class=${turns ? 'icon turns' : 'icon'}
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width=${width}
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
><path d=${path}></path></svg>`

/** One of the first icons. `chevron` and `back` turn with the writing direction by `iconStyles`. */
export const firstIcon = (name: keyof typeof firstIcons): TemplateResult =>
  iconShape(firstIcons[name], name === 'back' || name === 'chevron')
