// The team's own fields about a conversation, each changed where it stands. Enter saves, Escape leaves it as it was.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ConversationField, CustomValues } from '../../protocol/triage.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { FIELD_INPUT, fieldValue } from '../field-value.ts'
import { customFieldsStyles } from './custom-fields.styles.ts'

type Value = CustomValues[string]

export class CustomFields extends DeskElement {
  static override properties = {
    view: { attribute: false },
    values: { attribute: false },
    editing: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, customFieldsStyles]

  declare view: AgentConversationView | null
  /** By key, as the conversation has them. */
  declare values: CustomValues
  /** The key of the one being changed. */
  declare editing: string | null
  declare fault: string

  #fields = this.watch((desk) => desk.lists.fields.store)
  #asked = false

  constructor() {
    super()
    this.view = null
    this.values = {}
    this.editing = null
    this.fault = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.editing = null
    if (!this.desk || this.#asked) return
    this.#asked = true
    this.desk.lists.fields.load().catch(() => {
      this.#asked = false
    })
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('editing')) return
    if (this.editing) this.renderRoot.querySelector<HTMLElement>('.control')?.focus()
    else if (changed.get('editing'))
      this.renderRoot.querySelector<HTMLElement>(`[data-key=${String(changed.get('editing'))}]`)?.focus()
  }

  protected override render() {
    const fields = this.#fields.value
    if (!this.desk || !fields || fields.length === 0) return nothing
    return html`<dl>${fields.map((field) => this.#field(field))}</dl><p class="fault" role="alert">${this.fault}</p>`
  }

  #field(field: ConversationField) {
    const value = this.values[field.key]
    return html`<div><dt id=${`label-${field.key}`}>${field.label}</dt>
      <dd>${field.type === 'checkbox' ? this.#checkbox(field, value) : this.editing === field.key ? this.#editor(field, value) : this.#shown(field, value)}</dd></div>`
  }

  #shown(field: ConversationField, value: Value | undefined) {
    const { t, locale } = this.desk!
    const text = value === undefined || value === '' ? '' : fieldValue(value, t, locale)
    return html`<button class="value" type="button" data-key=${field.key} aria-label=${`${t('customer.field_edit', { label: field.label })}: ${text || t('customer.field_empty')}`}
      @click=${() => {
        this.editing = field.key
      }}>${text ? html`<bdi>${text}</bdi>` : html`<span class="muted">${t('customer.field_empty')}</span>`}</button>`
  }

  #checkbox(field: ConversationField, value: Value | undefined) {
    return html`<input type="checkbox" aria-labelledby=${`label-${field.key}`} .checked=${value === true}
      @change=${(event: Event) => void this.#save(field, (event.target as HTMLInputElement).checked)}>`
  }

  #editor(field: ConversationField, value: Value | undefined) {
    const { t } = this.desk!
    const labelled = `label-${field.key}`
    if (field.type === 'select')
      return html`<select class="control" aria-labelledby=${labelled} @keydown=${this.#onKey} @blur=${this.#leave}
        @change=${(event: Event) => void this.#save(field, (event.target as HTMLSelectElement).value || null)}>
        <option value="">${t('customer.field_empty')}</option>
        ${(field.options ?? []).map((option) => html`<option ?selected=${option === value}>${option}</option>`)}</select>`
    return html`<form @submit=${(event: SubmitEvent) => this.#onSubmit(event, field)}>
      ${
        field.type === 'multiline'
          ? html`<textarea class="control" name="value" rows="4" dir="auto" maxlength="2000" aria-labelledby=${labelled} @keydown=${this.#onKey}
            .value=${String(value ?? '')}></textarea>`
          : html`<input class="control" name="value" type=${FIELD_INPUT[field.type] ?? 'text'} step="any" dir="auto" maxlength="2000" aria-labelledby=${labelled}
            .value=${String(value ?? '')} @keydown=${this.#onKey}>`
      }
      <span class="ways"><button class="button" type="submit">${t('customer.save')}</button><button class="button bare" type="button" @click=${this.#leave}>${t('customer.cancel')}</button></span></form>`
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#leave()
  }

  #leave(): void {
    this.editing = null
    this.fault = ''
  }

  #onSubmit(event: SubmitEvent, field: ConversationField): void {
    event.preventDefault()
    const text = String(new FormData(event.target as HTMLFormElement).get('value') ?? '').trim()
    if (field.type === 'number' && text && !Number.isFinite(Number(text))) {
      this.fault = this.desk!.t('customer.number_wrong')
      return
    }
    void this.#save(field, !text ? null : field.type === 'number' ? Number(text) : text)
  }

  async #save(field: ConversationField, value: Value | null): Promise<void> {
    const { undo, t } = this.desk!
    const view = this.view!
    const before = this.values[field.key] ?? null
    const set = (to: Value | null): Promise<unknown> => view.act('facts.set', { custom: { [field.key]: to } })
    this.fault = ''
    if (value === before) {
      this.editing = null
      return
    }
    try {
      await set(value)
      this.editing = null
      undo.offer({
        label: t('customer.field_set', { label: field.label }),
        undo: () => set(before),
        redo: () => set(value),
      })
    } catch (error) {
      this.fault = t('customer.field_failed', { reason: reasonOf(error, t) })
      this.requestUpdate()
    }
  }
}
