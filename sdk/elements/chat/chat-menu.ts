// The header's menu: a button and what it opens. Escape, a click elsewhere or leaving it by keyboard close it.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { icon } from '../icon/icon.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { chatMenuStyles } from './chat-menu.styles.ts'

export interface MenuItem {
  text: string
  onChoose: () => void
}

export class DeskbellChatMenu extends LitElement {
  static override properties = { label: {}, items: { attribute: false }, open: { state: true } }
  static override styles = [...panelStyles, chatMenuStyles]

  declare label: string
  declare items: readonly MenuItem[]
  declare open: boolean

  constructor() {
    super()
    this.label = ''
    this.items = []
    this.open = false
    this.addEventListener('focusout', (event) => {
      if (!event.relatedTarget || !this.contains(event.relatedTarget as Node)) this.#close(false)
    })
    this.addEventListener('keydown', this.#onKey)
  }

  protected override render(): TemplateResult {
    return html`<button class="tool" type="button" aria-haspopup="menu" aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.label} title=${this.label} @click=${this.#toggle}>${icon('more')}</button>
      ${
        this.open
          ? html`<div class="menu" role="menu" aria-label=${this.label}>${this.items.map(
              ({ text, onChoose }) =>
                html`<button type="button" role="menuitem" tabindex="-1" @click=${() => {
                  this.#close(true)
                  onChoose()
                }}>${text}</button>`,
            )}</div>`
          : nothing
      }`
  }

  #toggle = async (): Promise<void> => {
    this.open = !this.open
    await this.updateComplete
    this.#items[0]?.focus()
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')]
  }

  #close(refocus: boolean): void {
    if (!this.open) return
    this.open = false
    if (refocus) this.renderRoot.querySelector<HTMLElement>('.tool')?.focus()
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!this.open) return
    const items = this.#items
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement)
    if (event.key === 'Escape') this.#close(true)
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus()
    else return
    event.preventDefault()
    // Escape closes the menu only, not the panel around it.
    event.stopPropagation()
  }
}
