// What comes after the agent has resolved the open conversation: the next of the list, or the list, as they prefer; and
// back to it once they have taken that back.

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
  readonly #before: Watch<ConversationState<AgentConversation>>
  #id: string | null = null
  #wasOpen = false
  /** Known while the open one still stands in the list. */
  #next: string | null = null
  /** What was moved on from, and where to. */
  #left: { view: AgentConversationView; to: string | null } | null = null

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#deps = deps
    this.#state = new Watch(host, () => deps.thread()?.state)
    this.#before = new Watch(host, () => this.#left?.view.state)
    host.addController(this)
  }

  get phase(): string | undefined {
    return this.#state.value?.phase
  }

  hostUpdated(): void {
    if (this.#left) this.#goBack(this.#left)
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
      const to = preferred === 'next' ? this.#next : null
      this.#left = { view: this.#deps.thread()!, to }
      this.#deps.go(to)
      return
    }
    this.#wasOpen = !over
    if (!over) this.#next = this.#deps.next()
  }

  /** Only from where the resolving has led: whoever went on by themselves stays there. */
  #goBack({ view, to }: { view: AgentConversationView; to: string | null }): void {
    const isThere = (this.#deps.thread()?.id ?? null) === to
    const before = this.#before.value!
    const isBack = !isOver(before.conversation) && this.#wasMine(before)
    if (isThere && !isBack) return
    this.#left = null
    if (isThere) this.#deps.go(view.id)
  }

  /** A colleague's resolving, or the AI agent's, takes nothing from under one's eyes. */
  #wasMine({ events }: ConversationState<AgentConversation>): boolean {
    const me = this.#deps.desk()?.client.me.get()?.agent.id
    return events.findLast(({ type }) => type === 'conversation.status_changed')?.actor.id === me
  }
}
