// A button that opens a list of choices. Knows nothing of what is chosen.

import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Availability } from '../../protocol/agent.ts'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import { deskStyles } from '../desk.styles.ts'
import { menuStyles } from './console-menu.styles.ts'

export interface MenuItem {
  id: string
  label: string
  hint?: string
  icon?: ConsoleIcon
  actor?: Pick<Actor, 'kind' | 'id' | 'name'>
  presence?: Availability
  count?: number
  /** The key that does the same, as it is shown. */
  key?: string
  /** Absent for an action; otherwise the item is one of several of which one holds. */
  checked?: boolean
  /** A line above it. */
  apart?: boolean
}

/** Somebody chose an item of a menu. */
export class ChooseEvent extends Event {
  readonly id: string

  constructor(id: string) {
    super('deskbell-choose', { bubbles: true, composed: false })
    this.id = id
  }
}

/**
 * @event deskbell-choose - an item was chosen; `id` is the item's.
 * @slot - what the button shows.
 * @csspart button - the button.
 */
export class ConsoleMenu extends LitElement {
  static override properties = {
    items: { attribute: false },
    label: {},
    heading: {},
    open: { type: Boolean, reflect: true },
    place: { reflect: true },
    disabled: { type: Boolean },
  }
  static override styles = [deskStyles, markStyles, menuStyles]

  declare items: readonly MenuItem[]
  /** What the button does, for those who cannot see it; follows what the button shows. */
  declare label: string
  /** A line above the items. */
  declare heading: string
  declare open: boolean
  /** Where the list stands: below or above, from the start edge or to the end edge. */
  declare place: 'start' | 'end' | 'above' | 'above-end'
  declare disabled: boolean

  #life: AbortController | undefined
  /** What stands in the list: while it is open, nothing moves under the pointer. */
  #drawn: readonly MenuItem[] = []

  constructor() {
    super()
    this.items = []
    this.label = ''
    this.heading = ''
    this.open = false
    this.place = 'start'
    this.disabled = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
    this.open = false
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isSame = idsOf(this.items) === idsOf(this.#drawn)
    if (!this.open || changed.has('open') || isSame) this.#drawn = this.items
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    this.#life?.abort()
    if (!this.open) return
    this.#life = new AbortController()
    const { signal } = this.#life
    // A press anywhere else closes it; the composed path sees through shadow roots.
    const outside = (event: Event): void => {
      if (!event.composedPath().includes(this)) this.open = false
    }
    document.addEventListener('pointerdown', outside, { signal, capture: true })
    this.#focusAt(
      Math.max(
        0,
        this.#drawn.findIndex((item) => item.checked),
      ),
    )
  }

  protected override render() {
    return html`
      <button class="opener" part="button" type="button" aria-haspopup="menu" aria-expanded=${this.open} title=${this.label || nothing} ?disabled=${this.disabled}
        @click=${() => {
          this.open = !this.open
        }} @keydown=${this.#onButtonKey}><slot></slot><span class="hidden-text">${this.label}</span></button>
      ${this.open ? this.#list() : nothing}`
  }

  #list() {
    return html`<div class="list" role="menu" aria-label=${this.heading || this.label} @keydown=${this.#onKey}
        @focusout=${this.#onFocusOut}>
      ${this.heading ? html`<div class="heading" aria-hidden="true">${this.heading}</div>` : nothing}
      ${this.#drawn.map((item) => this.#item(item))}
    </div>`
  }

  #item(item: MenuItem) {
    const radio = item.checked !== undefined
    return html`${item.apart ? html`<div class="rule" role="separator"></div>` : nothing}
      <button class="item" type="button" tabindex="-1"
        role=${radio ? 'menuitemradio' : 'menuitem'} aria-checked=${radio ? String(item.checked) : nothing}
        @click=${() => this.#choose(item.id)}>
      ${item.actor ? html`<span class="face">${mark(item.actor, 24)}${presence(item.presence)}</span>` : nothing}
      ${item.icon ? html`<span class="face">${consoleIcon(item.icon)}</span>` : nothing}
      <span class="grow words"><span class="cut">${item.label}</span
        >${item.hint ? html`<span class="hint cut">${item.hint}</span>` : nothing}</span>
      ${item.count === undefined ? nothing : html`<span class="muted tabular">${item.count}</span>`}
      ${item.key ? html`<kbd aria-hidden="true">${item.key}</kbd>` : nothing}
      ${item.checked ? html`<span class="tick">${consoleIcon('check')}</span>` : nothing}
    </button>`
  }

  #choose(id: string): void {
    this.#close()
    this.dispatchEvent(new ChooseEvent(id))
  }

  #close(): void {
    this.open = false
    this.focus()
  }

  #buttons = (): HTMLElement[] => [...this.renderRoot.querySelectorAll<HTMLElement>('.item')]

  #focusAt(index: number): void {
    const buttons = this.#buttons()
    buttons.at(index % buttons.length)?.focus()
  }

  #onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    this.open = true
  }

  #onFocusOut(event: FocusEvent): void {
    const to = event.relatedTarget as Node | null
    if (to && !this.renderRoot.contains(to)) this.open = false
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = this.#buttons()
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLElement)
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const to = moves[event.key]
    if (to !== undefined) this.#focusAt(to)
    else if (event.key === 'Escape') this.#close()
    else if (event.key.length === 1 && event.key !== ' ') this.#jump(event.key, at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** To the next item that begins with this letter. */
  #jump(letter: string, from: number): void {
    const count = this.#drawn.length
    const order = this.#drawn.map((_, step) => (from + 1 + step) % count)
    const fits = (index: number): boolean =>
      this.#drawn[index]!.label.toLowerCase().startsWith(letter.toLowerCase())
    const found = order.find(fits)
    if (found !== undefined) this.#focusAt(found)
  }
}

const presence = (availability: Availability | undefined) =>
  availability ? html`<span class="presence ${availability}"></span>` : nothing

const idsOf = (items: readonly MenuItem[]): string => items.map(({ id }) => id).join()
