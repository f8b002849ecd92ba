// Hears that a colleague has changed what a page of the settings shows, and that the line is back: then it may have been
// changed unheard.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import type { DeskListName } from '../../protocol/desk-list.ts'

type Told = (is: (list: DeskListName | undefined) => boolean) => void

export class ListNews implements ReactiveController {
  readonly #client: () => AgentClient | undefined
  readonly #told: Told
  #heard: AgentClient | undefined
  #life: AbortController | null = null

  /** @param told what was changed: `is` says so of a list */
  constructor(host: ReactiveControllerHost, client: () => AgentClient | undefined, told: Told) {
    this.#client = client
    this.#told = told
    host.addController(this)
  }

  hostUpdate(): void {
    const client = this.#client()
    if (client === this.#heard) return
    this.hostDisconnected()
    if (!client) return
    this.#heard = client
    this.#life = new AbortController()
    const { signal } = this.#life
    client.listen('desk.changed', ({ list }) => this.#told((each) => each === list), { signal })
    client.listen('welcome', () => this.#told((each) => each !== undefined), { signal })
  }

  hostDisconnected(): void {
    this.#life?.abort()
    this.#life = null
    this.#heard = undefined
  }
}
