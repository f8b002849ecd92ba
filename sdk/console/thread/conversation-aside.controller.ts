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
  #stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  hostUpdate(): void {
    this.#stop ??= this.#options.desk()?.client.listen('whisper.created', ({ whisper }) => {
      const { whispers } = this.value
      if (whisper.conversation_id !== this.#view?.id || whispers.some(({ id }) => id === whisper.id)) return
      this.value = { ...this.value, whispers: [...whispers, whisper] }
      this.#host.requestUpdate()
    })
    const view = this.#options.view()
    const { phase, events } = view?.state.get() ?? { phase: 'loading', events: [] as readonly LogEvent[] }
    const changed = events.findLast(({ type }) => CHANGES.has(type))?.id ?? ''
    if (view === this.#view && (changed === this.#changed || phase !== 'ready')) return
    if (view !== this.#view) this.value = NOTHING
    this.#view = view
    this.#changed = changed
    if (view) void this.#read(view)
  }

  async #read(view: AgentConversationView): Promise<void> {
    const aside = await view.act('conversation.aside', {}).catch(() => null)
    if (this.#view !== view || !aside) return
    this.value = { ...NOTHING, ...aside }
    this.#host.requestUpdate()
  }
}
