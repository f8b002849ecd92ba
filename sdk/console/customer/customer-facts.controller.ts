// Reads what is known of a conversation's customer, anew whenever the conversation has moved on. No drawing here.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ContactDetail } from '../../protocol/identity.ts'

export class CustomerFacts implements ReactiveController {
  /** Of the conversation asked about last; null while nothing is known. */
  value: ContactDetail | null = null
  readonly #host: ReactiveControllerHost
  readonly #pick: () => AgentConversationView | null
  readonly #seen: () => unknown
  #asked = ''
  #id = ''

  /** `seen`: what else tells that there may be something new, as another page does. */
  constructor(
    host: ReactiveControllerHost,
    pick: () => AgentConversationView | null,
    seen: () => unknown = () => '',
  ) {
    this.#host = host
    this.#pick = pick
    this.#seen = seen
    host.addController(this)
  }

  hostUpdate(): void {
    const view = this.#pick()
    const conversation = view?.state.get().conversation
    if (!view || !conversation) return
    const { id, head, contact } = conversation
    if (id !== this.#id) this.value = null
    this.#id = id
    const asked = `${id} ${head} ${contact.id} ${contact.verified} ${contact.name} ${this.#seen()}`
    if (asked === this.#asked) return
    this.#asked = asked
    void this.#ask(view, asked)
  }

  async #ask(view: AgentConversationView, asked: string): Promise<void> {
    try {
      const value = await view.contact()
      // Somebody else may be before the eyes by now.
      if (asked !== this.#asked) return
      this.value = value
      this.#host.requestUpdate()
    } catch {
      // The rest of the sidebar stands without it; the next change asks again.
    }
  }
}
