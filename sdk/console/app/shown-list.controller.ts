// Which list is shown and how it is narrowed: asks the client for it, once, and again when any of that changes.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import { type ListPlace, type Narrowing, queryOf } from '../inbox/list-place.ts'

const keyOf = (place: ListPlace): string => (place.kind === 'view' ? place.view : `${place.kind}/${place.id}`)

interface Deps {
  client: () => AgentClient | null
  /** A saved view that is not there any more. */
  missing: () => void
}

export class ShownList implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #deps: Deps
  /** How each place was narrowed, so that coming back finds it so. */
  #narrowed = new Map<string, Narrowing>()
  #asked = ''
  #views: Promise<void> | null = null

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#host = host
    this.#deps = deps
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
    const client = this.#deps.client()
    const query = queryOf(place, this.#narrowed.get(keyOf(place)) ?? { filter: undefined, sort: undefined })
    const asked = JSON.stringify(query)
    if (!client || asked === this.#asked) return
    this.#asked = asked
    void this.#ask(client, query, asked).catch(() => {
      // Whoever signs in later asks anew; while somebody is in, the list itself says what failed.
      if (this.#asked === asked && !client.me.get()) this.#asked = ''
    })
  }

  async #ask(client: AgentClient, query: ReturnType<typeof queryOf>, asked: string): Promise<void> {
    const { saved } = query
    if (saved && !client.views.state.get().some(({ id }) => id === saved)) {
      await this.load()
      if (this.#asked !== asked) return
      if (!client.views.state.get().some(({ id }) => id === saved)) {
        this.#deps.missing()
        return
      }
    }
    await client.inbox.show(saved || query.filter || query.sort ? query : query.view)
  }

  /** The saved views, once. */
  load(): Promise<void> {
    this.#views ??= (this.#deps.client()?.views.load() ?? Promise.resolve()).catch(() => {
      this.#views = null
    })
    return this.#views
  }

  /** Somebody else sits here now, or nobody. */
  forget(): void {
    this.#asked = ''
    this.#views = null
    this.#narrowed.clear()
  }
}
