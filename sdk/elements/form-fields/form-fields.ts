// An owner's own fields: drawn, checked as the server checks them, and read. What the answers are for is the
// business of the form around them.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { FieldValues, FormField } from '../../protocol/site-settings.ts'
import { icon } from '../icon/icon.ts'
import { field } from '../panel/field.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { type FieldTexts, fieldFault, longest, toValues } from './field-fault.ts'
import { formFieldsStyles } from './form-fields.styles.ts'

/** Something was typed or chosen. */
export class FieldsEvent extends Event {
  readonly texts: FieldTexts

  constructor(texts: FieldTexts) {
    super('deskbell-fields')
    this.texts = texts
  }
}

/** Tokens of HTML's autofill by what owners are likely to call a field. */
const AUTOFILL: Readonly<Record<string, string>> = {
  name: 'name',
  company: 'organization',
  organization: 'organization',
  address: 'street-address',
  city: 'address-level2',
  zip: 'postal-code',
  postcode: 'postal-code',
  country: 'country-name',
}

/** @event deskbell-fields - something was typed or chosen */
export class DeskbellFormFields extends LitElement {
  static override properties = {
    fields: { attribute: false },
    texts: { attribute: false },
    faults: { state: true },
    summary: { state: true },
  }
  static override styles = [...panelStyles, formStyles, formFieldsStyles]

  declare fields: readonly FormField[]
  /** What stands in the fields, by key. */
  declare texts: FieldTexts
  protected declare faults: Readonly<Record<string, string>>
  /** Several faults are listed on top, each leading to its field. */
  protected declare summary: boolean

  #widget = consumeWidget(this)

  constructor() {
    super()
    this.fields = []
    this.texts = {}
    this.faults = {}
    this.summary = false
  }

  /** What is sent; call `check` first. */
  get values(): FieldValues {
    return toValues(this.fields, this.texts)
  }

  /** To the first field. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.input, input')?.focus()
  }

  /** Whether all answers are good; if not, says what is wrong and goes there. */
  async check(): Promise<boolean> {
    const { t } = this.#widget.tr
    const faults: Record<string, string> = {}
    for (const asked of this.fields) {
      const fault = fieldFault(asked, this.texts[asked.key])
      if (fault) faults[asked.key] = t(fault)
    }
    await this.#show(faults)
    return Object.keys(faults).length === 0
  }

  /** Shows what the server found, by its pointers; whether any of it was about these fields. */
  async blame(errors: readonly { pointer: string; detail: string }[]): Promise<boolean> {
    const faults: Record<string, string> = {}
    for (const { key } of this.fields) {
      const error = errors.find(({ pointer }) => pointer === `/fields/${key}`)
      if (error) faults[key] = error.detail
    }
    await this.#show(faults)
    return Object.keys(faults).length > 0
  }

  async #show(faults: Readonly<Record<string, string>>): Promise<void> {
    const count = Object.keys(faults).length
    this.faults = faults
    this.summary = count > 1
    await this.updateComplete
    if (count > 0) this.renderRoot.querySelector<HTMLElement>('.summary, [aria-invalid="true"]')?.focus()
  }

  protected override render(): TemplateResult {
    return html`<div class="fields" @keydown=${this.#onKey}>
      ${this.summary ? this.#summary() : nothing}
      ${this.fields.map((asked) => this.#field(asked))}
    </div>`
  }

  #summary(): TemplateResult {
    const { t } = this.#widget.tr
    const wrong = this.fields.filter(({ key }) => this.faults[key])
    return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary">
      <p id="summary">${t('form.faults', { n: wrong.length })}</p>
      <ul>${wrong.map(
        ({ key, label }) => html`<li><button class="link" type="button"
          @click=${() => this.renderRoot.querySelector<HTMLElement>(`#${key}`)?.focus()}>${label}</button></li>`,
      )}</ul></div>`
  }

  #field(asked: FormField): TemplateResult {
    const { t } = this.#widget.tr
    const { key, type, required, hint } = asked
    const label = required ? asked.label : t('form.optional', { label: asked.label })
    const answer = this.texts[key]
    const value = typeof answer === 'string' ? answer : ''
    const fault = this.faults[key]
    if (type === 'checkbox') return this.#checkbox(asked, label, answer === true)
    if (type === 'select') return this.#select(asked, label, value)
    const common = { name: key, label, value, fault, hint, required, onInput: this.#onInput(key) }
    const autocomplete = AUTOFILL[key] ?? 'off'
    switch (type) {
      case 'multiline':
        return field({ ...common, long: true, maxlength: longest(type) })
      case 'email':
        return field({ ...common, type, autocomplete: 'email', maxlength: 254, latin: true })
      case 'phone':
        return field({ ...common, type: 'tel', autocomplete: 'tel', maxlength: 25, latin: true })
      case 'date':
        return field({ ...common, type })
      case 'number':
        return field({ ...common, inputmode: 'decimal', maxlength: 30 })
      default:
        return field({ ...common, autocomplete, maxlength: longest(type) })
    }
  }

  #select({ key, required, options = [], hint }: FormField, label: string, value: string): TemplateResult {
    const { t } = this.#widget.tr
    const { describedBy, below } = this.#below(key, hint)
    return html`<div class="field"><label for=${key}>${label}</label>
      <div class="select"><select class="input" id=${key} name=${key} aria-required=${required}
        aria-invalid=${this.#invalid(key)} aria-describedby=${describedBy} @change=${this.#onInput(key)}>
        <option value="" ?selected=${!value}>${t('form.choose')}</option>
        ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
      </select>${icon('down')}</div>${below}</div>`
  }

  #checkbox({ key, required, hint }: FormField, label: string, checked: boolean): TemplateResult {
    const { describedBy, below } = this.#below(key, hint)
    return html`<div class="field check"><label><input type="checkbox" id=${key} name=${key} .checked=${checked}
        aria-required=${required} aria-invalid=${this.#invalid(key)} aria-describedby=${describedBy}
        @change=${this.#onInput(key)}><span>${label}</span></label>${below}</div>`
  }

  #invalid(key: string): 'true' | 'false' {
    return this.faults[key] ? 'true' : 'false'
  }

  #below(key: string, hint: string | undefined) {
    const fault = this.faults[key]
    return {
      describedBy: [hint && `${key}-hint`, fault && `${key}-fault`].filter(Boolean).join(' ') || nothing,
      below: html`${hint ? html`<span class="small" id="${key}-hint">${hint}</span>` : nothing}${
        fault ? html`<span class="fault" id="${key}-fault">${icon('alert')}${fault}</span>` : nothing
      }`,
    }
  }

  /** Enter sends, as in any form; here, in a tree of their own, the browser does not see the form around. */
  #onKey = (event: KeyboardEvent): void => {
    const sends = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
    if (event.key !== 'Enter' || event.isComposing || !sends) return
    event.preventDefault()
    this.closest('form')?.requestSubmit()
  }

  #onInput = (key: string) => (event: Event) => {
    const { type, checked, value } = event.target as HTMLInputElement
    this.texts = { ...this.texts, [key]: type === 'checkbox' ? checked : value }
    // A fault goes as soon as it is mended; a new one waits for the sending.
    if (this.faults[key]) {
      const asked = this.fields.find((candidate) => candidate.key === key)!
      const fault = fieldFault(asked, this.texts[key])
      const { [key]: _, ...others } = this.faults
      this.faults = fault ? { ...others, [key]: this.#widget.tr.t(fault) } : others
      if (Object.keys(this.faults).length === 0) this.summary = false
    }
    this.dispatchEvent(new FieldsEvent(this.texts))
  }
}
