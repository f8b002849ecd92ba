// Taking a conversation that waits or that a machine holds: one press and a reply right behind it are one acceptance.

import type { ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { takenBy } from './reply-sending.ts'

export interface AcceptanceOptions {
  view: () => AgentConversationView | null
  meId: () => string | undefined
  begun: () => void
  /** Losing the race is an answer, not a fault: it says who has it. */
  refused: (error: unknown) => void
}

export class Acceptance {
  readonly #host: ReactiveControllerHost
  readonly #options: AcceptanceOptions
  #running: { view: AgentConversationView; done: Promise<void> } | null = null

  constructor(host: ReactiveControllerHost, options: AcceptanceOptions) {
    this.#host = host
    this.#options = options
  }

  /** Whether the shown conversation is being taken. */
  get busy(): boolean {
    return this.#running !== null && this.#running.view === this.#options.view()
  }

  /** @throws whatever the server refused it with, which has been shown by then */
  take(): Promise<void> {
    const view = this.#options.view()!
    if (this.#running?.view !== view) this.#running = { view, done: this.#take(view) }
    return this.#running.done
  }

  async #take(view: AgentConversationView): Promise<void> {
    const { begun, refused, meId } = this.#options
    begun()
    this.#host.requestUpdate()
    try {
      await view.accept()
    } catch (error) {
      // Another tab of one's own was sooner: that is what was wanted.
      if (takenBy(error)?.id === meId()) return
      if (this.#options.view() === view) refused(error)
      throw error
    } finally {
      if (this.#running?.view === view) this.#running = null
      this.#host.requestUpdate()
    }
  }
}
