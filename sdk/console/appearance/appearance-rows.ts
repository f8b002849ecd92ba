// The page's rows and controls as templates: a name and a hint at the start, a control beside, faults below.

import { html, nothing, type TemplateResult } from 'lit'
import { consoleIcon } from '../console-icon.ts'

export interface Row {
  /** Names the row's parts in the document. */
  id: string
  name: string
  hint: string
  changed: boolean
  control: TemplateResult
  /** What is wrong with what was typed. */
  fault?: string | undefined
  /** Several controls: the row is a group instead of a label with its field. */
  group?: boolean
}

export function row({ id, name, hint, changed, control, fault, group = false }: Row): TemplateResult {
  const text = html`<span class="name">${name}${changed ? html`<span class="hidden-text">, changed</span>` : nothing}</span>`
  return html`<div class="row ${changed ? 'changed' : ''}" role=${group ? 'group' : nothing}
      aria-labelledby=${group ? `${id}-name` : nothing}>
    <div class="about">
      ${group ? html`<span id="${id}-name">${text}</span>` : html`<label for=${id}>${text}</label>`}
      <span class="hint" id="${id}-hint">${hint}</span>
    </div>
    <div class="control">${control}
      <p class="fault" id="${id}-fault" role="alert">${fault ? html`${consoleIcon('alert')}<span>${fault}</span>` : nothing}</p>
    </div>
  </div>`
}

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

export interface TextField {
  id: string
  value: string
  placeholder?: string
  wrong?: boolean
  type?: 'text' | 'number' | 'search'
  max?: number
  /** For a field without a label of its own. */
  label?: string
  onInput: (value: string) => void
}

export const textField = ({
  id,
  value,
  placeholder,
  wrong = false,
  type = 'text',
  max,
  label,
  onInput,
}: TextField): TemplateResult =>
  html`<input class="input" id=${id} type=${type} spellcheck="false" autocomplete="off" .value=${value}
    placeholder=${placeholder ?? nothing} min=${type === 'number' ? 0 : nothing} max=${max ?? nothing}
    aria-label=${label ?? nothing} aria-invalid=${wrong} aria-describedby="${id}-hint ${id}-fault"
    @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)}>`

export const checkBox = (label: string, checked: boolean, onChange: (is: boolean) => void): TemplateResult =>
  html`<label class="check"><input type="checkbox" .checked=${checked}
    @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}><span>${label}</span></label>`

/** Filled path data in a 24 × 24 box. */
export const shape = (path: string, colour = 'currentColor'): TemplateResult =>
  html`<svg class="shape" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} fill=${colour} fill-rule="evenodd"></path></svg>`

/** Path data drawn as a line, as the widget draws a logo. */
export const line = (path: string): TemplateResult =>
  html`<svg class="shape" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.25"
    stroke-linecap="round" stroke-linejoin="round"><path d=${path}></path></svg>`
