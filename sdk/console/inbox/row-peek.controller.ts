// Looking into a row without opening it: shows its last words beside the list, goes along with the focus, and leaves
// with it.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Desk } from '../desk.context.ts'
import type { ConversationPeek } from '../peek/conversation-peek.ts'

/** A key that is held down goes through the rows; only the one it ends on is read, ms. */
const RESTS = 90
const GAP = 8

interface Options {
  desk: () => Desk | undefined
  /** The row with the focus. */
  focusedId: () => string | null
  rowOf: (id: string) => AgentConversation | undefined
}

type Host = ReactiveControllerHost & Element

export class RowPeek implements ReactiveController {
  readonly #host: Host
  readonly #options: Options
  #peek: ConversationPeek | null = null
  #view: AgentConversationView | null = null
  #id: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #wanted = false

  constructor(host: Host, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  get isOpen(): boolean {
    return this.#wanted
  }

  hostDisconnected(): void {
    this.hide()
    this.#peek?.remove()
    this.#peek = null
  }

  hostUpdated(): void {
    if (!this.#wanted) return
    const id = this.#options.focusedId()
    if (id === null) this.hide()
    else if (id !== this.#id) void this.#show(id)
  }

  toggle(): void {
    const id = this.#options.focusedId()
    if (this.#wanted) this.hide()
    else if (id) {
      this.#wanted = true
      void this.#show(id)
    }
  }

  hide(): void {
    clearTimeout(this.#timer)
    this.#wanted = false
    this.#id = null
    this.#close()
    if (this.#peek?.box?.matches(':popover-open')) this.#peek.box.hidePopover()
    if (this.#peek) this.#peek.conversation = null
  }

  #close(): void {
    this.#view?.close()
    this.#view = null
  }

  async #show(id: string): Promise<void> {
    this.#id = id
    clearTimeout(this.#timer)
    this.#close()
    await import('../peek/conversation-peek.define.ts')
    const conversation = this.#options.rowOf(id)
    if (this.#id !== id || !conversation) return
    const peek = this.#peek ?? document.createElement('deskbell-conversation-peek')
    if (!this.#peek) this.#host.shadowRoot!.append(peek)
    this.#peek = peek
    peek.view = null
    peek.conversation = conversation
    await peek.updateComplete
    this.#place(peek)
    this.#timer = setTimeout(() => {
      const desk = this.#options.desk()
      if (this.#id !== id || !desk) return
      this.#view = desk.client.open(id)
      peek.view = this.#view
      this.#follow(peek, this.#view)
    }, RESTS)
  }

  /** What has come makes the box higher. */
  #follow(peek: ConversationPeek, view: AgentConversationView): void {
    const stop = view.state.subscribe(() => {
      if (peek.view !== view) stop()
      else void peek.updateComplete.then(() => this.#place(peek))
    })
  }

  /** Beside the list, at the row's height as far as there is room. */
  #place({ box }: ConversationPeek): void {
    const row = this.#host.shadowRoot!.activeElement
    if (!box || !row || !this.#wanted) return
    if (!box.matches(':popover-open')) box.showPopover()
    const list = this.#host.getBoundingClientRect()
    const isRtl = getComputedStyle(box).direction === 'rtl'
    const top = Math.min(row.getBoundingClientRect().top, innerHeight - box.offsetHeight - GAP)
    const left = isRtl ? list.left - GAP - box.offsetWidth : list.right + GAP
    box.style.setProperty('top', `${Math.max(GAP, top)}px`)
    box.style.setProperty('left', `${Math.max(GAP, Math.min(left, innerWidth - box.offsetWidth - GAP))}px`)
  }
}
