// A list one filters by typing and picks from, over whatever opened it. Knows nothing of what is picked.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Availability } from '../../protocol/agent.ts'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { PickDoneEvent, PickEvent, PickNewEvent } from './desk-picker.events.ts'
import { deskPickerStyles } from './desk-picker.styles.ts'
import { fitting } from './fitting-items.ts'
import { loadSquares } from './load-squares.ts'
import { placeBeside } from './place-beside.ts'

export interface PickerItem {
  id: string
  label: string
  hint?: string
  icon?: ConsoleIcon
  actor?: Pick<Actor, 'kind' | 'id' | 'name'>
  presence?: Availability
  checked?: boolean
  /** Of several conversations some have it. */
  mixed?: boolean
  /** A line above it, while nothing is typed. */
  apart?: boolean
  /** Found by these, too. */
  words?: string
  /** How much somebody has of what they can have. */
  load?: { open: number; capacity: number }
  /** What is chosen of in its place, one step further in. */
  more?: readonly PickerItem[]
  /** There, what is typed can be chosen, too: what its line says and its id, null where it is no such thing. */
  typed?: { says: (text: string) => string; id: (text: string) => string | null; input: string }
}

/** Stands for the wish to make a new one. */
const NEW = '\u0000new'

/**
 * @event deskbell-pick - one was picked; the picker stays open where several can be.
 * @event deskbell-pick-new - one is to be made.
 * @event deskbell-pick-done - the picker has closed.
 */
export class DeskPicker extends DeskElement {
  static override properties = {
    items: { attribute: false },
    label: {},
    multiple: { type: Boolean },
    creates: {},
    time: { type: Boolean },
    tick: {},
    query: { state: true },
    at: { state: true },
    shown: { state: true },
    into: { state: true },
  }
  static override styles = [deskStyles, markStyles, ...deskPickerStyles]

  declare items: readonly PickerItem[]
  /** What is picked: the field's name and what stands in it. */
  declare label: string
  declare multiple: boolean
  /** What the line that makes a new one says, with `{name}`; empty: none can be made. */
  declare creates: string
  /** A time of one's own can be given; picked as its ISO form. */
  declare time: boolean
  /** What a box below the list says; empty: there is none. */
  declare tick: string
  protected declare query: string
  protected declare at: number
  protected declare shown: boolean
  /** Id of the item whose own choices are listed. */
  protected declare into: string | null

  #anchor: Element | null = null
  /** What had the focus before. */
  #before: HTMLElement | null = null
  #life = new AbortController()

  constructor() {
    super()
    this.items = []
    this.label = ''
    this.multiple = false
    this.creates = ''
    this.time = false
    this.tick = ''
    this.query = ''
    this.at = 0
    this.shown = false
    this.into = null
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life.abort()
    this.shown = false
  }

  /** Opens beside an element. The focus goes back to where it was, or else there. */
  show(anchor: Element): void {
    this.#anchor = anchor
    this.#before = focusedNow()
    this.query = ''
    this.into = null
    const chosen = this.multiple ? 0 : this.items.findIndex(({ checked }) => checked)
    this.at = Math.max(0, chosen)
    this.shown = true
  }

  hide(giveFocusBack = true): void {
    if (!this.shown) return
    this.shown = false
    if (giveFocusBack)
      (this.#before?.isConnected ? this.#before : (this.#anchor as HTMLElement | null))?.focus()
    this.dispatchEvent(new PickDoneEvent())
  }

  protected override updated(changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.box')
    if (changed.has('shown' as keyof DeskPicker)) {
      this.#life.abort()
      if (this.shown && box) this.#open(box)
    }
    if (this.shown && box) {
      placeBeside(box, this.#anchor)
      box.querySelector('.on')?.scrollIntoView({ block: 'nearest' })
    }
  }

  #open(box: HTMLElement): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    const outside = (event: Event): void => {
      const path = event.composedPath()
      if (!path.includes(this) && !(this.#anchor && path.includes(this.#anchor))) this.hide(false)
    }
    document.addEventListener('pointerdown', outside, { signal, capture: true })
    window.addEventListener('resize', () => placeBeside(box, this.#anchor), { signal })
    box.showPopover()
    this.renderRoot.querySelector<HTMLInputElement>('.field input')?.focus()
  }

  /** The item one has gone into; null: all stand to choose. */
  get #inner(): PickerItem | null {
    return (this.into && this.items.find(({ id }) => id === this.into)) || null
  }

  get #rows(): readonly PickerItem[] {
    const inner = this.#inner
    const found = fitting(inner?.more ?? this.items, this.query)
    const name = this.query.trim()
    const typed = inner?.typed && name ? inner.typed.id(name) : null
    if (typed !== null) return [{ id: typed, label: inner!.typed!.says(name) }, ...found]
    const isThere = this.items.some(({ label }) => label.toLowerCase() === name.toLowerCase())
    if (!this.creates || !name || isThere) return found
    return [...found, { id: NEW, label: this.creates.replace('{name}', name) }]
  }

  protected override render() {
    if (!this.shown || !this.desk) return nothing
    const rows = this.#rows
    const at = Math.min(this.at, rows.length - 1)
    const label = this.#inner?.label ?? this.label
    const back = this.desk.t('picker.back')
    return html`<div class="box" popover="manual" role="dialog" aria-label=${label} @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <div class="field">${
        this.into
          ? html`<button class="button bare square back" type="button" aria-label=${back} title=${back} @click=${this.#goBack}>${consoleIcon('back')}</button>`
          : consoleIcon('search')
      }<input type=${this.#inner?.typed?.input ?? 'text'} step="any" role="combobox" aria-expanded="true" aria-controls="list"
        aria-autocomplete="list" aria-label=${label} placeholder=${label} autocomplete="off" spellcheck="false"
        aria-activedescendant=${rows[at] ? `row-${at}` : nothing} .value=${this.query} @input=${this.#onInput}></div>
      <div class="list" id="list" role="listbox" aria-label=${label} aria-multiselectable=${this.multiple}>
        ${rows.map((item, index) => this.#row(item, index, index === at))}
      </div>
      ${rows.length === 0 && !this.#inner?.typed ? html`<p class="none" role="status">${this.desk.t('picker.none')}</p>` : nothing}
      ${this.tick ? html`<label class="tick-line"><input type="checkbox"><span>${this.tick}</span></label>` : nothing}
      ${this.time ? this.#ownTime() : nothing}
    </div>`
  }

  #row(item: PickerItem, index: number, on: boolean) {
    return html`${item.apart && !this.query ? html`<div class="rule" role="presentation"></div>` : nothing}
      <div class="item ${on ? 'on' : ''}" id="row-${index}" role="option" aria-selected=${this.multiple ? Boolean(item.checked) : on}
        @pointermove=${() => {
          this.at = index
        }} @click=${() => this.#pick(item)}>
      ${this.multiple && item.id !== NEW ? box(item) : nothing}
      ${item.actor ? html`<span class="face">${mark(item.actor, 24)}${item.presence ? html`<span class="presence ${item.presence}"></span>` : nothing}</span>` : nothing}
      ${item.icon ? html`<span class="face">${consoleIcon(item.icon)}</span>` : nothing}
      <bdi class="grow cut">${item.label}</bdi>
      ${item.hint ? html`<span class="hint cut ${item.load && item.load.open >= item.load.capacity ? 'full' : ''}">${item.hint}</span>` : nothing}
      ${item.load ? loadSquares(item.load) : nothing}
      ${item.more ? html`<span class="further">${consoleIcon('chevron')}</span>` : nothing}
      ${item.checked && !this.multiple ? html`<span class="tick">${consoleIcon('check')}</span>` : nothing}
    </div>`
  }

  #ownTime() {
    const { t } = this.desk!
    return html`<label class="time">${t('picker.own_time')}<span><input type="datetime-local" min=${localMinute(this.desk!.now())}>
      <button class="button" type="button" @click=${this.#takeTime}>${t('picker.set')}</button></span></label>`
  }

  #takeTime = (): void => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.time input')!
    const when = new Date(field.value)
    if (Number.isNaN(when.getTime()) || when.getTime() <= this.desk!.now()) {
      field.focus()
      return
    }
    this.#done(when.toISOString())
  }

  #pick(item: PickerItem): void {
    if (item.id === NEW) {
      const name = this.query.trim()
      this.query = ''
      if (!this.multiple) this.hide()
      this.dispatchEvent(new PickNewEvent(name))
    } else if (item.more) {
      this.into = item.id
      this.query = ''
      this.at = 0
      this.renderRoot.querySelector<HTMLInputElement>('.field input')?.focus()
    } else if (this.multiple) this.dispatchEvent(new PickEvent(item.id, !item.checked))
    else this.#done(item.id)
  }

  #done(id: string): void {
    const ticked = this.renderRoot.querySelector<HTMLInputElement>('.tick-line input')?.checked ?? false
    this.hide()
    this.dispatchEvent(new PickEvent(id, true, ticked))
  }

  #goBack = (): void => {
    this.at = Math.max(
      0,
      this.items.findIndex(({ id }) => id === this.into),
    )
    this.into = null
    this.query = ''
    this.renderRoot.querySelector<HTMLInputElement>('.field input')?.focus()
  }

  #onInput = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value
    this.at = 0
  }

  #onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !this.renderRoot.contains(relatedTarget as Node)) this.hide(false)
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    // What is typed here is nobody else's shortcut.
    event.stopPropagation()
    const rows = this.#rows
    const inTime = (event.composedPath()[0] as Element).matches('.time *')
    const at = Math.min(this.at, rows.length - 1)
    const inField = (event.composedPath()[0] as Element).matches('.field input')
    if (event.key === 'Escape') {
      if (this.into) this.#goBack()
      else this.hide()
    } else if (this.into && !this.query && inField && event.key === 'Backspace') this.#goBack()
    else if (event.key === 'Enter' && !inTime && !inField) return
    else if (inTime) {
      if (event.key !== 'Enter') return
      this.#takeTime()
    } else if (event.key === 'ArrowDown') this.at = (at + 1) % Math.max(1, rows.length)
    else if (event.key === 'ArrowUp') this.at = (at - 1 + rows.length) % Math.max(1, rows.length)
    else if (event.key === 'Enter') {
      if (rows[at]) this.#pick(rows[at])
    } else return
    event.preventDefault()
  }
}

/** Through the shadow roots; null where nothing has it. */
function focusedNow(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : null
}

const box = ({ checked, mixed }: PickerItem) =>
  html`<span class="box-mark ${checked ? 'full' : ''}">${checked ? consoleIcon('check') : mixed ? '–' : nothing}</span>`

/** As `datetime-local` writes it, in this device's zone. */
const localMinute = (ms: number): string => {
  const date = new Date(ms)
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
