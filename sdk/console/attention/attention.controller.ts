// Calls for the agent when somebody waits or writes: sound, number in the tab's title, a spoken line, a notification.

import type { ReactiveController } from 'lit'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { AgentNotification, NotificationKind } from '../../protocol/notification.ts'
import type { Desk } from '../desk.context.ts'
import { actorName, customerName } from '../names.ts'
import type { TrySoundEvent } from '../preferences/preferences-sheet.ts'
import { type Chime, createChime } from './chime.ts'
import { createLastLookedAt, type LastLookedAt } from './last-looked-at.ts'
import { isQuiet } from './quiet-hours.ts'

/** The console has just called for its agent; the sound may be off. */
export class ChimeEvent extends Event {
  readonly why: NotificationKind

  constructor(why: NotificationKind) {
    super('deskbell-chime', { bubbles: true, composed: true })
    this.why = why
  }
}

interface Call {
  why: NotificationKind
  conversationId: string
  eventId: string | null
  spoken: string
  title: string
  preview: string
}

interface Host extends HTMLElement {
  addController(controller: ReactiveController): void
  requestUpdate(): void
  /** The conversation on screen: its messages need no call while somebody is looking. */
  readonly conversationId: string | null
}

export class Attention implements ReactiveController {
  readonly #host: Host
  #chime: Chime | undefined
  #lastLookedAt: LastLookedAt | undefined
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
    const { server, me } = desk.client
    this.#lastLookedAt = createLastLookedAt(`deskbell-calls ${server} ${me.get()?.agent.id}`)
    desk.client.inbox.onWaiting((conversation) => this.#call('waiting', conversation, desk), { signal })
    desk.client.inbox.onReply((conversation) => this.#call('reply', conversation, desk), { signal })
    desk.client.listen('notification.created', ({ notification }) => this.#told(notification, desk), {
      signal,
    })
    window.addEventListener('focus', () => this.#looked(), { signal })
    this.#host.addEventListener(
      'deskbell-try-sound',
      (event) => this.#chime?.ring((event as TrySoundEvent).sound),
      { signal },
    )
    document.addEventListener('visibilitychange', () => document.hidden || this.#looked(), { signal })
  }

  stop(): void {
    if (!this.#life) return
    this.#life.abort()
    this.#life = undefined
    this.#chime?.close()
    this.#chime = undefined
    this.#lastLookedAt?.close()
    this.#seen()
  }

  hostDisconnected(): void {
    this.stop()
  }

  #call(why: 'waiting' | 'reply', conversation: AgentConversation, desk: Desk): void {
    if (why === 'reply' && this.#isOnScreen(conversation.id, desk)) return
    const name = customerName(conversation.contact, desk.t)
    const preview = conversation.last_message?.preview ?? ''
    this.#ring(desk, {
      why,
      conversationId: conversation.id,
      eventId: null,
      spoken: why === 'waiting' ? desk.t('live.waiting', { name }) : desk.t('live.reply', { name, preview }),
      title: why === 'waiting' ? desk.t('notify.waiting', { name }) : name,
      preview,
    })
  }

  /** The bell's lines; those who wait and write are known from the inbox already. */
  #told({ kind, conversation, actor, preview, event_id }: AgentNotification, desk: Desk): void {
    if (kind === 'waiting' || kind === 'reply' || this.#isOnScreen(conversation.id, desk)) return
    const title = desk.t(`call.${kind}`, { name: actorName(actor, desk.t) })
    this.#ring(desk, {
      why: kind,
      conversationId: conversation.id,
      eventId: event_id,
      spoken: title,
      title,
      preview: preview || conversation.subject,
    })
  }

  #isOnScreen(conversationId: string, desk: Desk): boolean {
    return desk.attentive() && conversationId === this.#host.conversationId
  }

  #ring(desk: Desk, call: Call): void {
    const preferences = desk.preferences.state.get()
    const way = preferences?.notify[call.why] ?? { sound: 'bell', desktop: true }
    const quiet = isQuiet(preferences?.quiet ?? null, desk.now())
    // What is said comes from any tab: a reader hears the one somebody is at.
    this.spoken = call.spoken
    this.#host.requestUpdate()
    if (!this.#lastLookedAt?.get()) return
    if (!quiet && way.sound !== 'none') {
      this.#chime?.ring(way.sound)
      this.#host.dispatchEvent(new ChimeEvent(call.why))
    }
    if (desk.attentive()) return
    this.#unseen.add(call.conversationId)
    document.title = `(${this.#unseen.size}) ${this.#title}`
    if (!quiet && way.desktop) notify(call, desk)
  }

  #looked(): void {
    this.#lastLookedAt?.set()
    this.#seen()
  }

  #seen(): void {
    if (this.#unseen.size === 0) return
    this.#unseen.clear()
    document.title = this.#title
  }
}

/** Only where the agent has allowed it already: nobody is asked out of the blue. */
function notify({ title, preview, conversationId, eventId }: Call, desk: Desk): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  try {
    const notification = new Notification(title, { body: preview, tag: conversationId })
    notification.onclick = () => {
      window.focus()
      desk.go(`/open/${conversationId}${eventId ? `/${eventId}` : ''}`)
      notification.close()
    }
  } catch {
    // Some phones only allow notifications from a service worker.
  }
}
