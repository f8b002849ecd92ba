// A labelled field with its fault below it, tied together for screen readers.

import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../icon/icon.ts'

export interface Field {
  name: string
  label: string
  value: string
  fault: string | undefined
  type?: 'text' | 'email'
  autocomplete?: string
  maxlength?: number
  /** Several lines. */
  long?: boolean
  /** Written from left to right in every language: addresses, references. */
  latin?: boolean
}

export function field(options: Field): TemplateResult {
  const { name, label, value, fault, type = 'text', autocomplete = 'off', maxlength, long, latin } = options
  const dir = latin ? 'ltr' : 'auto'
  const invalid = fault ? 'true' : 'false'
  const described = fault ? `${name}-fault` : nothing
  return html`<div class="field"><label for=${name}>${label}</label>
    ${
      long
        ? html`<textarea class="input" id=${name} name=${name} rows="2" dir=${dir} maxlength=${maxlength ?? nothing}
          aria-required="true" aria-invalid=${invalid} aria-describedby=${described} .value=${value}></textarea>`
        : html`<input class="input" id=${name} name=${name} type=${type} dir=${dir} maxlength=${maxlength ?? nothing}
          autocomplete=${autocomplete} aria-required="true" aria-invalid=${invalid} aria-describedby=${described}
          .value=${value}>`
    }
    ${fault ? html`<span class="fault" id="${name}-fault">${icon('alert')}${fault}</span>` : nothing}</div>`
}
