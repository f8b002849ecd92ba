// Which list is shown and how it is narrowed: asks the client for it, once, and again when any of that changes.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import { type ListPlace, type Narrowing, queryOf } from '../inbox/list-place.ts'

const keyOf = (place: ListPlace): string => (place.kind === 'view' ? place.view : `${place.kind}/${place.id}`)

export class ShownList implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #client: () => AgentClient | null
  /** How each place was narrowed, so that coming back finds it so. */
  #narrowed = new Map<string, Narrowing>()
  #asked = ''

  constructor(host: ReactiveControllerHost, client: () => AgentClient | null) {
    this.#host = host
    this.#client = client
    host.addController(this)
  }

  hostDisconnected(): void {
    this.forget()
  }

  narrow(place: ListPlace, to: Narrowing): void {
    const filter = to.filter && Object.keys(to.filter).length > 0 ? to.filter : undefined
    this.#narrowed.set(keyOf(place), { ...to, filter })
    this.#host.requestUpdate()
  }

  /** Harmless to repeat for what is shown already. */
  show(place: ListPlace): void {
    const client = this.#client()
    const query = queryOf(place, this.#narrowed.get(keyOf(place)) ?? { filter: undefined, sort: undefined })
    const asked = JSON.stringify(query)
    if (!client || asked === this.#asked) return
    this.#asked = asked
    const wanted = query.saved || query.filter || query.sort ? query : query.view
    client.inbox.show(wanted).catch(() => {
      // Whoever signs in later asks anew; while somebody is in, the list itself says what failed.
      if (this.#asked === asked && !client.me.get()) this.#asked = ''
    })
  }

  /** Somebody else sits here now, or nobody. */
  forget(): void {
    this.#asked = ''
    this.#narrowed.clear()
  }
}
