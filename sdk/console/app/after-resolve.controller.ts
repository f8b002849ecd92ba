// What comes after the agent has resolved the open conversation: the next of the list, or the list, as they prefer.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ConversationState } from '../../client/conversation-state.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Desk } from '../desk.context.ts'
import { Watch } from '../watch.controller.ts'

interface Deps {
  thread: () => AgentConversationView | null
  desk: () => Desk | undefined
  /** The conversation beside the open one in the list; null where there is none. */
  next: () => string | null
  go: (id: string | null) => void
}

const isOver = (conversation: AgentConversation | null): boolean =>
  conversation?.status === 'resolved' || conversation?.status === 'closed'

export class AfterResolve implements ReactiveController {
  readonly #deps: Deps
  readonly #state: Watch<ConversationState<AgentConversation>>
  #id: string | null = null
  #wasOpen = false
  /** Known while the open one still stands in the list. */
  #next: string | null = null

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#deps = deps
    this.#state = new Watch(host, () => deps.thread()?.state)
    host.addController(this)
  }

  get phase(): string | undefined {
    return this.#state.value?.phase
  }

  hostUpdated(): void {
    const state = this.#state.value
    const conversation = state?.conversation ?? null
    if (!state || !conversation) return
    const over = isOver(conversation)
    if (state.id !== this.#id) {
      this.#id = state.id
      this.#wasOpen = !over
    } else if (over && this.#wasOpen && this.#wasMine(state)) {
      this.#wasOpen = false
      const preferred = this.#deps.desk()?.preferences.state.get()?.after_resolve ?? 'next'
      this.#deps.go(preferred === 'next' ? this.#next : null)
      return
    }
    this.#wasOpen = !over
    if (!over) this.#next = this.#deps.next()
  }

  /** A colleague's resolving, or the AI agent's, takes nothing from under one's eyes. */
  #wasMine({ events }: ConversationState<AgentConversation>): boolean {
    const me = this.#deps.desk()?.client.me.get()?.agent.id
    return events.findLast(({ type }) => type === 'conversation.status_changed')?.actor.id === me
  }
}
