// What only the agent's side of a conversation knows: replies kept by other devices, messages that wait for their time,
// links, what was merged into it, whispers. Read when it opens, and again when the log says that it changed.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { CommandResult } from '../../protocol/command.ts'
import type { LogEvent, LogEventType } from '../../protocol/event.ts'
import type { Desk } from '../desk.context.ts'

export type Aside = CommandResult<'conversation.aside'>

const NOTHING: Aside = { replies: [], scheduled: [], links: [], merged: [], whispers: [] }
const CHANGES: ReadonlySet<LogEventType> = new Set([
  'message.scheduled',
  'message.unscheduled',
  'conversation.merged',
  'conversation.linked',
])

/** Of each kind the one that was typed last. */
const latest = (replies: Aside['replies']): Aside['replies'] =>
  replies.filter((each) => !replies.some(({ kind, at }) => kind === each.kind && at > each.at))

interface Options {
  desk: () => Desk | undefined
  view: () => AgentConversationView | null
}

export class ConversationAside implements ReactiveController {
  /** Of the open conversation. */
  value: Aside = NOTHING
  readonly #host: ReactiveControllerHost
  readonly #options: Options
  #view: AgentConversationView | null = null
  #changed = ''
  #stops: (() => void)[] = []
  /** The latest whisper to oneself that was seen. */
  #heard = ''

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  hostUpdate(): void {
    const client = this.#options.desk()?.client
    if (client && this.#stops.length === 0)
      this.#stops = [
        client.listen('whisper.created', ({ whisper }) => {
          if (whisper.conversation_id === this.#view?.id) this.#hear({ whispers: [whisper] })
        }),
        client.listen('reply.kept', ({ conversation_id: id, ...reply }) => {
          if (id === this.#view?.id) this.#hear({ replies: [reply] })
        }),
        // What came while the line was down, or could not be read then, stands in no log.
        client.listen('welcome', () => this.#view && void this.#read(this.#view)),
      ]
    const view = this.#options.view()
    const { phase, events } = view?.state.get() ?? { phase: 'loading', events: [] as readonly LogEvent[] }
    const changed = events.findLast(({ type }) => CHANGES.has(type))?.id ?? ''
    if (view === this.#view && (changed === this.#changed || phase !== 'ready')) return
    if (view !== this.#view) this.value = NOTHING
    this.#view = view
    this.#changed = changed
    if (view) void this.#read(view)
  }

  /** Whispers stand in no log: no mark of how far it was read settles their line in the bell. */
  hostUpdated(): void {
    const desk = this.#options.desk()
    if (!desk?.attentive()) return
    const me = desk.client.me.get()?.agent.id
    const last = this.value.whispers.findLast(({ to }) => to.id === me)
    if (!last || last.id === this.#heard) return
    this.#heard = last.id
    const body = { conversation_id: last.conversation_id }
    desk.client.rest('POST', '/notifications/read', { body }).catch(() => {
      this.#heard = ''
    })
  }

  async #read(view: AgentConversationView): Promise<void> {
    const aside = await view.act('conversation.aside', {}).catch(() => null)
    if (this.#view !== view || !aside) return
    const { replies, whispers } = this.value
    this.value = { ...NOTHING, ...aside }
    // What came while it was asked for may be later than the answer.
    this.#hear({ replies, whispers })
  }

  #hear({ replies = [], whispers = [] }: Partial<Aside>): void {
    const { value } = this
    const news = whispers.filter(({ id }) => !value.whispers.some((each) => each.id === id))
    this.value = {
      ...value,
      replies: replies.length > 0 ? latest([...value.replies, ...replies]) : value.replies,
      whispers: [...value.whispers, ...news],
    }
    this.#host.requestUpdate()
  }
}
