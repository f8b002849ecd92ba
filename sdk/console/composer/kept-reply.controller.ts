// What was written and not sent, on all of an agent's devices: told to the server when typing pauses, taken from there
// when it is later. Of two devices the later typing wins, and nothing is put over what is being typed here.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Desk } from '../desk.context.ts'
import type { Aside } from '../thread/conversation-aside.controller.ts'
import type { ReplyKind } from './reply.events.ts'

type Kept = Aside['replies'][number]

/** So long nobody types before it is told. */
const PAUSE = 1_000
/** So long after a key somebody is still typing. */
const TYPING = 5_000

export interface KeptReplyOptions {
  desk: () => Desk | undefined
  view: () => AgentConversationView | null
  text: (kind: ReplyKind) => string
  /** Puts a text in that came from another device. */
  take: (kind: ReplyKind, text: string) => void
}

interface Waiting {
  view: AgentConversationView
  kind: ReplyKind
  body: string
  at: number
}

export class KeptReply implements ReactiveController {
  readonly #options: KeptReplyOptions
  /** When somebody typed here last, by conversation and kind, ms of the server's clock. */
  readonly #typed = new Map<string, number>()
  #waiting: Waiting | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, options: KeptReplyOptions) {
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.flush()
  }

  /** Somebody has typed, or the text is gone because it was sent. */
  typed(kind: ReplyKind, body: string): void {
    const view = this.#options.view()
    const desk = this.#options.desk()
    if (!view || !desk) return
    if (this.#waiting && (this.#waiting.view !== view || this.#waiting.kind !== kind)) this.flush()
    const at = desk.now()
    this.#typed.set(view.id + kind, at)
    this.#waiting = { view, kind, body, at }
    clearTimeout(this.#timer)
    if (body) this.#timer = setTimeout(() => this.flush(), PAUSE)
    else this.flush()
  }

  /** Tells the server now. */
  flush(): void {
    clearTimeout(this.#timer)
    const waiting = this.#waiting
    this.#waiting = null
    if (!waiting) return
    const { view, kind, body, at } = waiting
    // It is stored on this device, too: without a line only the others lack it.
    void view.act('reply.keep', { kind, body, at: new Date(at).toISOString() }).catch(() => {})
  }

  /** What the server holds, as it was when the conversation was opened or has come since. */
  offer(replies: readonly Kept[]): void {
    for (const kept of replies) this.#offer(kept)
  }

  /** From another tab of this browser, where both have one store: what stands here was sent or rewritten there. */
  async #offerOwn(body: string, here: string): Promise<void> {
    const { view: open, text, take } = this.#options
    const view = open()!
    const stored = await view.draft.get().catch(() => here)
    if (stored === body && open() === view && text('message') === here) take('message', body)
  }

  #offer({ kind, body, at }: Kept): void {
    const { view, text, take, desk } = this.#options
    const here = text(kind)
    if (here === body) return
    const typed = this.#typed.get(view()!.id + kind)
    const when = Date.parse(at)
    // Not typed since this page was opened: what stands here is from before, and is given up only for what goes on from it.
    if (typed === undefined) {
      if (here && !body.startsWith(here)) {
        if (kind === 'message') void this.#offerOwn(body, here)
        return
      }
    } else if (when <= typed || desk()!.now() - typed < TYPING) return
    this.#typed.set(view()!.id + kind, when)
    take(kind, body)
  }
}
