// Picks an emoji: by its words, or by walking through the groups with the arrow keys. Where it goes is not its business.

import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { createEmojiList, type Emoji } from './emoji-list.ts'
import { EmojiCloseEvent, EmojiEvent } from './emoji-picker.events.ts'
import { emojiPickerStyles } from './emoji-picker.styles.ts'

const COLUMNS = 8
/** A tap's click comes so soon after the finger has gone, ms. */
const CLICK_MS = 50

/** One for all pickers of the page, so that what was used last is found again. */
let list: ReturnType<typeof createEmojiList> | undefined

/**
 * @event deskbell-emoji - one was picked
 * @event deskbell-emoji-close - the picker shall go
 */
export class DeskbellEmojiPicker extends LitElement {
  static override properties = { query: { state: true } }
  static override styles = [...panelStyles, emojiPickerStyles]

  protected declare query: string

  #widget = consumeWidget(this)
  #life = new AbortController()
  /** As drawn when it opened: what is picked moves nothing under the finger. */
  #groups: ReturnType<ReturnType<typeof createEmojiList>['all']>
  #list: ReturnType<typeof createEmojiList>

  constructor() {
    super()
    list ??= createEmojiList()
    this.#list = list
    this.#groups = list.all()
    this.query = ''
    this.addEventListener('keydown', this.#onKey)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    const { signal } = this.#life
    // Whoever holds the picker is part of it: the text goes on being written there.
    const root = this.getRootNode()
    const holder = root instanceof ShadowRoot ? root.host : this
    const leave = (): boolean => this.dispatchEvent(new EmojiCloseEvent(true))
    // A tap tells by itself: a browser may focus nothing by it, and the window's own loss of focus ends nothing.
    // Until it is over the picker keeps its room: what is pressed must not move away under the finger.
    let pressed = false
    const press = (event: Event): void => {
      pressed = !event.composedPath().includes(holder)
    }
    const release = (): void => {
      if (pressed) setTimeout(() => signal.aborted || leave(), CLICK_MS)
    }
    document.addEventListener('pointerdown', press, { signal, capture: true })
    document.addEventListener('pointerup', release, { signal, capture: true })
    document.addEventListener('pointercancel', release, { signal, capture: true })
    holder.addEventListener(
      'focusout',
      (event) => {
        const to = (event as FocusEvent).relatedTarget
        if (!pressed && to && to !== holder && !holder.contains(to as Node)) leave()
      },
      { signal },
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life.abort()
  }

  /** The search field; on a phone the first emoji, as the keyboard would take half of the screen. */
  override focus(options?: FocusOptions): void {
    const target = matchMedia('(pointer: coarse)').matches ? this.#stop : this.#field
    target?.focus(options)
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#letIn(this.#rows()[0]?.[0])
  }

  protected override render(): TemplateResult {
    const { t } = this.#widget.tr
    const found = this.#list.find(this.query)
    return html`
      <input type="search" aria-label=${t('emoji.search')} placeholder=${t('emoji.search')} autocomplete="off"
        enterkeyhint="done" @input=${this.#onSearch}>
      <div class="all" @click=${this.#onClick}>${
        found
          ? this.#grid(t('emoji.search'), found)
          : this.#groups.map(
              ({ title, emoji }) => html`<h3 class="label">${t(title)}</h3>${this.#grid(t(title), emoji)}`,
            )
      }<p class="small none" role="status" ?hidden=${found?.length !== 0}>${found?.length === 0 ? t('emoji.none') : ''}</p></div>`
  }

  #grid(label: string, emoji: readonly Emoji[]): TemplateResult | null {
    if (emoji.length === 0) return null
    const rows = Array.from({ length: Math.ceil(emoji.length / COLUMNS) }, (_, row) =>
      emoji.slice(row * COLUMNS, (row + 1) * COLUMNS),
    )
    return html`<div role="grid" aria-label=${label}>${rows.map(
      (row) =>
        html`<div role="row">${row.map(
          (each) => html`<button type="button" role="gridcell" tabindex="-1" aria-label=${each.name}
          title=${each.name}>${each.emoji}</button>`,
        )}</div>`,
    )}</div>`
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input')
  }

  /** The one emoji that Tab stops at. */
  get #stop(): HTMLElement | null {
    return this.renderRoot?.querySelector('button[tabindex="0"]')
  }

  #rows(): HTMLElement[][] {
    return [...this.renderRoot.querySelectorAll('[role=row]')].map((row) => [
      ...row.querySelectorAll<HTMLElement>('button'),
    ])
  }

  #letIn(button: HTMLElement | undefined): void {
    if (this.#stop && this.#stop !== button) this.#stop.tabIndex = -1
    if (button) button.tabIndex = 0
  }

  #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value
  }

  #onClick = (event: Event): void => {
    const button = (event.target as HTMLElement).closest('button')
    if (!button) return
    this.#letIn(button)
    this.#pick(button)
  }

  #pick(button: HTMLElement): void {
    const emoji = button.textContent ?? ''
    this.#list.use({ emoji, name: button.ariaLabel ?? '' })
    this.dispatchEvent(new EmojiEvent(emoji))
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      // Escape closes the picker only, not the panel around it.
      event.preventDefault()
      event.stopPropagation()
      this.dispatchEvent(new EmojiCloseEvent())
      return
    }
    const rows = this.#rows()
    const focused = this.shadowRoot?.activeElement
    const inField = focused === this.#field
    const first = rows[0]?.[0]
    if (inField && event.key === 'Enter') {
      event.preventDefault()
      if (this.query.trim() && first) this.#pick(first)
      return
    }
    const next = inField ? (event.key === 'ArrowDown' ? first : undefined) : this.#next(rows, focused, event)
    if (!next) return
    event.preventDefault()
    this.#letIn(next)
    next.focus()
  }

  #next(
    rows: HTMLElement[][],
    focused: Element | null | undefined,
    { key, ctrlKey }: KeyboardEvent,
  ): HTMLElement | null | undefined {
    const y = rows.findIndex((row) => row.includes(focused as HTMLElement))
    if (y < 0) return undefined
    const row = rows[y]!
    const x = row.indexOf(focused as HTMLElement)
    const forwards = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight'
    const flat = rows.flat()
    const column = (other: HTMLElement[] | undefined) => other?.[Math.min(x, other.length - 1)]
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return flat[flat.indexOf(row[x]!) + (key === forwards ? 1 : -1)]
      case 'ArrowDown':
        return column(rows[y + 1])
      case 'ArrowUp':
        return y === 0 ? this.#field : column(rows[y - 1])
      case 'Home':
        return ctrlKey ? flat[0] : row[0]
      case 'End':
        return (ctrlKey ? flat : row).at(-1)
      default:
        return undefined
    }
  }
}
