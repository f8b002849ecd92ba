// The menu of a chat's header: what is rare, or ends something. A menu of its own, walked by the arrow keys; it stands
// behind its button, which the chat draws.

import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { type ChatWish, ChatWishEvent, MenuCloseEvent } from './chat-menu.events.ts'
import { chatMenuStyles } from './chat-menu.styles.ts'

interface Item {
  text: string
  choose: () => void
  last?: boolean
}

/**
 * @event deskbell-wish - something was chosen that the chat carries out
 * @event deskbell-menu-close - it shall go
 */
export class DeskbellChatMenu extends LitElement {
  static override properties = {
    ended: { type: Boolean },
    muted: { state: true },
  }
  static override styles = [...panelStyles, chatMenuStyles]

  /** The conversation is over, so that it cannot be ended. */
  declare ended: boolean
  protected declare muted: boolean

  #widget = consumeWidget(this)
  #life: AbortController | undefined

  constructor() {
    super()
    this.ended = false
    this.muted = false
    this.addEventListener('keydown', this.#onKey)
    this.addEventListener('focusout', ({ relatedTarget }) => {
      // A press that takes the focus nowhere is no leaving.
      if (relatedTarget && relatedTarget !== this.previousElementSibling) this.#close(false)
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'menu'
    this.#life = new AbortController()
    const onPress = (event: Event): void => {
      const path = event.composedPath()
      // Its own button closes it by itself.
      if (!path.includes(this) && !path.includes(this.previousElementSibling!)) this.#close(false)
    }
    document.addEventListener('pointerdown', onPress, { signal: this.#life.signal })
    void this.#readMuted()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  async #readMuted(): Promise<void> {
    this.muted = (await this.#widget.client?.preferences.get())?.muted === true
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    this.ariaLabel = this.#widget.tr.t('common.menu')
    this.#buttons()[0]?.focus()
  }

  protected override render(): TemplateResult {
    return html`${this.#items().map(
      ({
        text,
        choose,
        last,
      }) => html`<button class=${last ? 'last' : ''} type="button" role="menuitem" tabindex="-1"
        @click=${choose}>${text}</button>`,
    )}`
  }

  #items(): Item[] {
    const { client, config, navigation, tr } = this.#widget
    const { t } = tr
    const { sound = true, transcript = true } = config?.settings?.chat ?? {}
    const wish = (name: ChatWish) => (): void => void this.dispatchEvent(new ChatWishEvent(name))
    const items: Item[] = [{ text: t('chat.new_chat'), choose: wish('new') }]
    if ((client?.conversations.list.get().length ?? 0) > 1)
      items.push({ text: t('chat.all'), choose: () => navigation?.open('conversations') })
    if (transcript) {
      items.push({ text: t('chat.download'), choose: wish('download') })
      if (config?.mail) items.push({ text: t('chat.mail'), choose: wish('mail') })
    }
    if (sound)
      items.push({
        text: t(this.muted ? 'chat.unmute' : 'chat.mute'),
        choose: () => {
          void client?.preferences.set({ muted: !this.muted })
          this.#close(true)
        },
      })
    if (!this.ended) items.push({ text: t('chat.end'), choose: wish('end'), last: true })
    return items
  }

  #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')]
  }

  #close(refocus: boolean): void {
    this.dispatchEvent(new MenuCloseEvent(refocus))
  }

  #onKey = (event: KeyboardEvent): void => {
    const { key } = event
    if (key === 'Tab') {
      this.#close(true)
      return
    }
    const buttons = this.#buttons()
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLElement)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    if (key === 'Escape') this.#close(true)
    else if (key in steps) buttons.at(steps[key]! % buttons.length)?.focus()
    else return
    // Escape closes the menu only, not the panel around it.
    event.preventDefault()
    event.stopPropagation()
  }
}
