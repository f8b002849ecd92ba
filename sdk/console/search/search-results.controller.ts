// Asks the server for what stands in the field: after a pause in the typing, the newest question only, page by page.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import type { SearchResult } from '../../protocol/conversation-search.ts'

const REST = 150
const PAGE = 20

export type SearchPhase = 'idle' | 'asking' | 'ready' | 'failed'

export class SearchResults implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #client: () => AgentClient | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined
  #q = ''
  phase: SearchPhase = 'idle'
  /** Why there is none. */
  error: unknown = null
  /** Of the newest question that was answered; it stays while the next is on its way. */
  result: SearchResult | null = null

  constructor(host: ReactiveControllerHost, client: () => AgentClient | undefined) {
    this.#host = host
    this.#client = client
    host.addController(this)
  }

  /** @param now without waiting for the typing to rest */
  ask(typed: string, now = false): void {
    const q = typed.trim()
    if (q === this.#q && this.phase !== 'failed') return
    this.#q = q
    this.#stop()
    if (!q) {
      this.phase = 'idle'
      this.result = null
    } else {
      this.phase = 'asking'
      this.#timer = setTimeout(() => void this.#fetch(q), now ? 0 : REST)
    }
    this.#host.requestUpdate()
  }

  async more(): Promise<void> {
    const { result } = this
    if (!result?.next_cursor || this.phase !== 'ready') return
    this.phase = 'asking'
    this.#host.requestUpdate()
    await this.#fetch(this.#q, result)
  }

  async #fetch(q: string, before?: SearchResult): Promise<void> {
    const abort = new AbortController()
    this.#abort = abort
    try {
      const next = await this.#client()!.rest<SearchResult>('GET', '/search', {
        query: { q, limit: PAGE, ...(before && { cursor: before.next_cursor, kinds: 'messages' }) },
        signal: abort.signal,
      })
      if (q !== this.#q) return
      this.result = before
        ? { ...before, messages: [...before.messages, ...next.messages], next_cursor: next.next_cursor }
        : next
      this.phase = 'ready'
    } catch (error) {
      if (q !== this.#q || abort.signal.aborted) return
      this.error = error
      this.phase = 'failed'
    }
    this.#host.requestUpdate()
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
  }

  hostDisconnected(): void {
    this.#stop()
    this.#q = ''
  }
}
