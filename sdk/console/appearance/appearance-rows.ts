// Controls as templates: one of a few side by side, and shapes drawn from path data.

import { html, nothing, type TemplateResult } from 'lit'

export interface Choices<Value extends string> {
  id: string
  value: Value
  /** Value → what it says, with a picture where there is one. */
  options: readonly (readonly [value: Value, label: string, picture?: TemplateResult])[]
  /** For a group without a visible name beside it. */
  label?: string
  onChoose: (value: Value) => void
}

/** One of a few, side by side; arrow keys move between them, as in any group of radio buttons. */
export const segments = <Value extends string>({
  id,
  value,
  options,
  label,
  onChoose,
}: Choices<Value>): TemplateResult =>
  html`<div class="segments" role=${label ? 'group' : nothing} aria-label=${label ?? nothing}>${options.map(
    ([option, text, picture]) => html`<label title=${picture ? text : nothing}>
      <input type="radio" class="hidden-text" name=${id} value=${option} .checked=${option === value}
        @change=${() => onChoose(option)}>
      <span>${picture ?? nothing}${picture ? html`<span class="hidden-text">${text}</span>` : text}</span></label>`,
  )}</div>`

/** Filled path data in a 24 × 24 box. */
export const shape = (path: string, colour = 'currentColor'): TemplateResult =>
  html`<svg class="shape" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} fill=${colour} fill-rule="evenodd"></path></svg>`

/** Path data drawn as a line, as the widget draws a logo. */
export const line = (path: string): TemplateResult =>
  html`<svg class="shape" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.25"
    stroke-linecap="round" stroke-linejoin="round"><path d=${path}></path></svg>`
