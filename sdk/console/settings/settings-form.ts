// <deskbell-settings-form>: rows over the protocol's schema, checked as one types, with a foot that says what has changed.

import { html, nothing, type PropertyValues } from 'lit'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { control, controlId, isGroup } from './form-control.ts'
import { FormDraft } from './form-draft.controller.ts'
import { faultAt } from './form-faults.ts'
import { type Field, type FormSpec, isSame, read } from './form-field.ts'
import { formStyles } from './settings-form.styles.ts'

// biome-ignore lint/suspicious/noExplicitAny: a form of any value; each page's own spec is typed
type Any = any

/** The value was saved. */
export class FormSavedEvent extends Event {
  readonly value: unknown

  constructor(value: unknown) {
    super('deskbell-form-saved', { bubbles: true, composed: true })
    this.value = value
  }
}

/** @event deskbell-form-saved - the value was saved; for a new one, it exists now. */
export class SettingsForm extends DeskElement {
  static override properties = {
    spec: { attribute: false },
    value: { attribute: false },
    fresh: { attribute: false },
    send: { attribute: false },
    fetch: { attribute: false },
    locked: { type: Boolean },
    saveWord: { attribute: false },
    reviewing: { state: true },
  }
  static override styles = [deskStyles, formStyles]

  declare spec: FormSpec<Any>
  /** What is saved; null while it does not exist. */
  declare value: Any
  /** What a new one begins with. */
  declare fresh: Any
  declare send: (body: unknown, draft: Any) => Promise<Any>
  /** Reads what is saved now, for when somebody else has saved meanwhile. */
  declare fetch: (() => Promise<Any>) | undefined
  /** To be read only. */
  declare locked: boolean
  declare saveWord: string | undefined
  declare reviewing: boolean

  #form = new FormDraft<Any>(this, {
    spec: () => this.spec,
    t: () => this.desk!.t,
    send: (body, draft) => this.send(body, draft),
    fetch: () => this.fetch!(),
  })

  constructor() {
    super()
    this.value = null
    this.fresh = {}
    this.locked = false
    this.reviewing = false
  }

  /** Something would be lost by leaving. */
  get dirty(): boolean {
    return this.#form.changed.length > 0 && !this.locked
  }

  /** Forgets what was typed. */
  discard(): void {
    const { saved } = this.#form
    this.#form.begin(saved, saved ?? this.fresh)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#warn)
    addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#warn)
    removeEventListener('keydown', this.#onKey)
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault()
  }

  // Wherever the focus is: the page's own saving is of no use here.
  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 's' || !(event.metaKey || event.ctrlKey) || this.locked) return
    event.preventDefault()
    void this.save()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.toggleAttribute('wide', this.spec.wide === true)
    // A value that was read anew goes under what is being typed.
    if (!changed.has('value') || (this.dirty && this.#form.saved)) return
    // What it has just saved comes back as its value; that it is saved stays said.
    if (this.value === null || !isSame(this.value, this.#form.saved))
      this.#form.begin(this.value, this.value ?? this.fresh)
  }

  protected override render() {
    if (!this.desk || !this.#form.draft) return nothing
    const { draft } = this.#form
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div class="rows">${this.spec.fields.filter(({ shown }) => !shown || shown(draft)).map((field) => this.#row(field))}</div>
      ${this.locked ? nothing : this.#foot()}
    </form>${this.spec.aside ? html`<div class="aside ${this.spec.wide ? 'wide' : ''}">${this.spec.aside(draft, this.desk)}</div>` : nothing}`
  }

  #row(field: Field<Any>) {
    const form = this.#form
    const { faults, draft, saved } = form
    const value = read(draft, field.name)
    const said = faultAt(faults, field.name)
    const fault = said === this.desk!.t('form.format') ? (field.wrong ?? said) : said
    const changed = saved !== null && form.changed.includes(field)
    const id = controlId({ field })
    const drawn = control({
      field,
      value,
      set: (next) => form.set(field.name, next),
      put: (name, next) => form.set(name, next),
      draft,
      desk: this.desk!,
      faults,
      fault,
      disabled: this.locked || form.state === 'saving',
    })
    const group = isGroup(field as Field<never>)
    return html`<div class="row ${changed ? 'changed' : ''}" role=${group ? 'group' : nothing} aria-labelledby=${group ? `${id}-name` : nothing}>
      <div class="about">
        ${
          group
            ? html`<span class="name" id=${`${id}-name`}>${field.label}</span>`
            : html`<label class="name" id=${`${id}-name`} for=${id}>${field.label}</label>`
        }${changed ? html`<span class="hidden-text">${this.desk!.t('form.changed')}</span>` : nothing}
        <span class="hint" id=${`${id}-hint`}>${field.hint ?? ''}</span>
      </div>
      <div class="control">${drawn}${fault ? html`<p class="fault" id=${`${id}-fault`} role="alert">${fault}</p>` : nothing}</div>
    </div>`
  }

  #foot() {
    const { t } = this.desk!
    const form = this.#form
    const { changed, state, faults, saved } = form
    const said =
      state === 'overtaken'
        ? t('form.overtaken')
        : faults.size > 0
          ? t('form.faults', { n: faults.size })
          : state === 'failed'
            ? t('form.failed', { reason: form.reason })
            : state === 'saved' && changed.length === 0
              ? (this.spec.words?.saved ?? t('form.saved'))
              : ''
    const nothingToSave = saved !== null && changed.length === 0
    return html`${this.reviewing && changed.length > 0 && saved ? this.#review() : nothing}<footer>
      <p class="grow" role="status">${
        said ||
        (changed.length > 0 && saved
          ? html`<b>${t('form.changes', { n: changed.length })}</b> <span class="muted">${changed.map(({ label }) => label).join(', ')}</span>`
          : nothing)
      }</p>
      ${state === 'overtaken' && this.fetch ? html`<button class="button" type="button" @click=${() => void form.rebase()}>${t('form.mine_on_top')}</button>` : nothing}
      ${form.canUndo ? html`<button class="button bare" type="button" @click=${() => void form.undo()}>${t('form.undo')}</button>` : nothing}
      ${
        saved
          ? html`<button class="button bare" type="button" ?disabled=${nothingToSave} @click=${() => form.discard()}>${t('form.discard')}</button>
            <button class="button" type="button" ?disabled=${nothingToSave} aria-expanded=${this.reviewing} @click=${() => {
              this.reviewing = !this.reviewing
            }}>${t('form.review')}</button>`
          : nothing
      }
      <button class="button solid" type="submit" ?disabled=${nothingToSave || state === 'saving'} aria-keyshortcuts="Control+S Meta+S"
        >${state === 'saving' ? t('form.saving') : (this.saveWord ?? this.spec.words?.save ?? t('form.save'))} ${nothingToSave ? nothing : html`<kbd aria-hidden="true">${isApple() ? '⌘S' : 'Ctrl S'}</kbd>`}</button>
    </footer>`
  }

  #review() {
    const { changed, saved, draft } = this.#form
    const tell = ({ name, tell }: Field<Any>, from: Any): string => {
      const value = read(from, name)
      if (tell) return tell(value)
      if (value == null || value === '') return '–'
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    }
    return html`<dl class="review" aria-label=${this.desk!.t('form.review')}>${changed.map(
      (field) =>
        html`<dt>${field.label}</dt><dd><del>${tell(field, saved)}</del> <ins>${tell(field, draft)}</ins></dd>`,
    )}</dl>`
  }

  #onSubmit(event: Event): void {
    event.preventDefault()
    void this.save()
  }

  async save(): Promise<void> {
    if (await this.#form.save()) {
      this.reviewing = false
      this.dispatchEvent(new FormSavedEvent(this.#form.saved))
      return
    }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>("[aria-invalid='true']")?.focus()
  }
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
