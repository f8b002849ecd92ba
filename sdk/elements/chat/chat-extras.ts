// What hangs on the chat's menu: its button is drawn here, the menu itself and what it asks are fetched when somebody
// reaches for them.

import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { VisitorConversationView } from '../../client/visitor-client.api.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { ChatTaskKind, ChatWishEvent, MenuCloseEvent } from '../chat-menu/chat-menu.events.ts'
import { icon } from '../icon/icon.ts'

interface ChatExtrasHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode
  focus(): void
}

export class ChatExtras {
  #host: ChatExtrasHost
  #open = false
  #task: ChatTaskKind | null = null

  constructor(host: ChatExtrasHost) {
    this.#host = host
  }

  /** Another conversation: what was asked about the one before is no question any more. */
  reset(): void {
    this.#set(false, null)
  }

  /** @throws when what draws it cannot be fetched */
  async show(task: ChatTaskKind | null): Promise<void> {
    await import('../chat-menu/chat-menu.define.ts')
    this.#set(task === null, task)
  }

  #set(open: boolean, task: ChatTaskKind | null): void {
    this.#open = open
    this.#task = task
    this.#host.requestUpdate()
  }

  #toButton(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.menu')?.focus()
  }

  menu(
    label: string,
    ended: boolean,
    { onNew, onFault }: { onNew(): void; onFault(): void },
  ): TemplateResult {
    const show = (task: ChatTaskKind | null): void => void this.show(task).catch(onFault)
    const onWish = ({ wish }: ChatWishEvent): void => {
      this.reset()
      if (wish === 'new') onNew()
      else show(wish)
    }
    const onClose = ({ refocus }: MenuCloseEvent): void => {
      this.#set(false, this.#task)
      if (refocus) this.#toButton()
    }
    return html`<button class="tool menu" type="button" aria-label=${label} title=${label} aria-haspopup="menu"
      aria-expanded=${this.#open} @click=${() => (this.#open ? this.reset() : show(null))}>${icon('more')}</button>${
        this.#open
          ? html`<deskbell-chat-menu ?ended=${ended} @deskbell-wish=${onWish} @deskbell-menu-close=${onClose}></deskbell-chat-menu>`
          : nothing
      }`
  }

  /** What is asked in the place of the slot; null while nothing is. */
  task(
    view: VisitorConversationView | null,
    conversation: VisitorConversation | null,
  ): TemplateResult | null {
    const onDone = (): void => {
      this.reset()
      this.#host.focus()
    }
    return (
      this.#task &&
      html`<deskbell-chat-task .kind=${this.#task} .view=${view} .conversation=${conversation}
        @deskbell-task-done=${onDone}></deskbell-chat-task>`
    )
  }
}
