// A labelled field with its hint and its fault below it, tied together for screen readers.

import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../icon/icon.ts'

export interface Field {
  name: string
  label: string
  value: string
  fault: string | undefined
  hint?: string | undefined
  /** Left out: it is. */
  required?: boolean
  type?: 'text' | 'email' | 'tel' | 'date'
  inputmode?: 'decimal' | 'numeric'
  autocomplete?: string
  maxlength?: number
  /** Several lines. */
  long?: boolean
  /** Written from left to right in every language: addresses, references. */
  latin?: boolean
  onInput?: (event: Event) => void
}

export function field(options: Field): TemplateResult {
  const { name, label, value, fault, hint, required = true, type = 'text', autocomplete = 'off' } = options
  const { inputmode = nothing, maxlength = nothing, long, latin, onInput } = options
  const dir = latin ? 'ltr' : 'auto'
  const invalid = fault ? 'true' : 'false'
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || nothing
  return html`<div class="field"><label for=${name}>${label}</label>
    ${
      long
        ? html`<textarea class="input" id=${name} name=${name} rows="2" dir=${dir} maxlength=${maxlength}
          aria-required=${required} aria-invalid=${invalid} aria-describedby=${described} .value=${value}
          @input=${onInput}></textarea>`
        : html`<input class="input" id=${name} name=${name} type=${type} dir=${dir} maxlength=${maxlength}
          inputmode=${inputmode} autocomplete=${autocomplete} aria-required=${required} aria-invalid=${invalid}
          aria-describedby=${described} .value=${value} @input=${onInput}>`
    }
    ${hint ? html`<span class="small" id="${name}-hint">${hint}</span>` : nothing}
    ${fault ? html`<span class="fault" id="${name}-fault">${icon('alert')}${fault}</span>` : nothing}</div>`
}
