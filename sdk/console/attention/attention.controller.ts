// Calls for the agent when somebody waits or writes: sound, number in the tab's title, a spoken line, a notification.

import type { ReactiveController } from 'lit'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Desk } from '../desk.context.ts'
import { customerName } from '../names.ts'
import { type Chime, createChime } from './chime.ts'

/** The console has just called for its agent; the sound may be off. */
export class ChimeEvent extends Event {
  readonly why: 'waiting' | 'reply'

  constructor(why: 'waiting' | 'reply') {
    super('deskbell-chime', { bubbles: true, composed: true })
    this.why = why
  }
}

interface Host extends HTMLElement {
  addController(controller: ReactiveController): void
  requestUpdate(): void
  /** The conversation on screen: its messages need no call while somebody is looking. */
  readonly openId: string | null
}

export class Attention implements ReactiveController {
  readonly #host: Host
  #chime: Chime | undefined
  #life: AbortController | undefined
  #unseen = new Set<string>()
  #title = ''
  /** The newest call, for a live region. */
  spoken = ''

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  get sound(): 'on' | 'off' | 'blocked' {
    return this.#chime?.state() ?? 'off'
  }

  setSound(on: boolean): void {
    this.#chime?.setOn(on)
  }

  /** Listens to an inbox from now on. */
  start(desk: Desk): void {
    this.stop()
    this.#title = document.title
    this.#life = new AbortController()
    const { signal } = this.#life
    this.#chime = createChime(() => this.#host.requestUpdate())
    desk.client.inbox.onWaiting((conversation) => this.#call('waiting', conversation, desk), { signal })
    desk.client.inbox.onReply((conversation) => this.#call('reply', conversation, desk), { signal })
    window.addEventListener('focus', () => this.#seen(), { signal })
    document.addEventListener('visibilitychange', () => document.hidden || this.#seen(), { signal })
  }

  stop(): void {
    if (!this.#life) return
    this.#life.abort()
    this.#life = undefined
    this.#chime?.close()
    this.#chime = undefined
    this.#seen()
  }

  hostDisconnected(): void {
    this.stop()
  }

  #call(why: 'waiting' | 'reply', conversation: AgentConversation, desk: Desk): void {
    const looking = desk.attentive()
    if (why === 'reply' && looking && conversation.id === this.#host.openId) return
    const name = customerName(conversation.contact, desk.t)
    const preview = conversation.last_message?.preview ?? ''
    this.spoken =
      why === 'waiting' ? desk.t('live.waiting', { name }) : desk.t('live.reply', { name, preview })
    this.#chime?.ring()
    this.#host.dispatchEvent(new ChimeEvent(why))
    this.#host.requestUpdate()
    if (looking) return
    this.#unseen.add(conversation.id)
    document.title = `(${this.#unseen.size}) ${this.#title}`
    notify(why === 'waiting' ? desk.t('notify.waiting', { name }) : name, preview, conversation.id)
  }

  #seen(): void {
    if (this.#unseen.size === 0) return
    this.#unseen.clear()
    document.title = this.#title
  }
}

/** Only where the agent has allowed it already: nobody is asked out of the blue. */
function notify(title: string, body: string, tag: string): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  try {
    const notification = new Notification(title, { body, tag })
    notification.onclick = () => window.focus()
  } catch {
    // Some phones only allow notifications from a service worker.
  }
}
