// Asks the server for what was typed into the palette: shortly after the last key, the answer to the newest only.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import type { SearchResult } from '../../protocol/conversation-search.ts'

/** How long the typing must rest, ms. */
const REST = 120

export class PaletteSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #client: () => AgentClient | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined
  #asked = ''
  /** Of what was typed; the one before stays while the next is on its way. */
  result: SearchResult | null = null
  state: 'idle' | 'asking' | 'failed' = 'idle'

  constructor(host: ReactiveControllerHost, client: () => AgentClient | undefined) {
    this.#host = host
    this.#client = client
    host.addController(this)
  }

  ask(typed: string): void {
    const q = typed.trim()
    if (q === this.#asked) return
    this.#asked = q
    clearTimeout(this.#timer)
    this.#abort?.abort()
    if (q.length < 2) {
      this.result = null
      this.state = 'idle'
      return
    }
    this.state = 'asking'
    this.#timer = setTimeout(() => void this.#fetch(q), REST)
  }

  async #fetch(q: string): Promise<void> {
    const abort = new AbortController()
    this.#abort = abort
    try {
      const result = await this.#client()?.rest<SearchResult>('GET', '/search', {
        query: { q, limit: 5 },
        signal: abort.signal,
      })
      if (q !== this.#asked) return
      this.result = result ?? null
      this.state = 'idle'
    } catch {
      if (q !== this.#asked) return
      this.result = null
      this.state = 'failed'
    }
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
    this.#asked = ''
  }
}
