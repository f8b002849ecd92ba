// Search as you type: waits for a pause, forgets older answers, tells when waiting has become long. No drawing.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { ArticleSearchResult } from '../../protocol/help-article.ts'

export type SearchState =
  | { state: 'idle' }
  /** `slow` once it has taken so long that an empty space would look broken. */
  | { state: 'searching'; slow: boolean; before: ArticleSearchResult | null }
  | { state: 'found'; query: string; result: ArticleSearchResult }
  | { state: 'failed'; query: string }

export class ArticleSearch implements ReactiveController {
  #host: ReactiveControllerHost
  #client: () => VisitorClient | undefined
  #run: AbortController | undefined
  #now: SearchState = { state: 'idle' }

  constructor(host: ReactiveControllerHost, client: () => VisitorClient | undefined) {
    this.#host = host
    this.#client = client
    host.addController(this)
  }

  get now(): SearchState {
    return this.#now
  }

  hostDisconnected(): void {
    this.#run?.abort()
  }

  #show(state: SearchState): void {
    this.#now = state
    this.#host.requestUpdate()
  }

  /** Call with every change of the text. Under two characters there is nothing to ask. */
  type(text: string, pause = 300): void {
    const query = text.trim()
    this.#run?.abort()
    if (query.length < 2) {
      this.#show({ state: 'idle' })
      return
    }
    if (this.#now.state === 'found' && this.#now.query === query) return
    const run = new AbortController()
    this.#run = run
    const before = this.#now.state === 'found' ? this.#now.result : null
    const timers = [
      setTimeout(() => void this.#ask(query, run), pause),
      setTimeout(() => this.#show({ state: 'searching', slow: true, before: null }), pause + 200),
    ]
    run.signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true })
    this.#show({ state: 'searching', slow: false, before })
  }

  async #ask(query: string, run: AbortController): Promise<void> {
    let end: SearchState
    try {
      const result = await this.#client()!.articles.search(query, { signal: run.signal })
      end = { state: 'found', query, result }
    } catch {
      end = { state: 'failed', query }
    }
    // An answer to an older text must never replace that of a newer one.
    if (run.signal.aborted) return
    run.abort()
    this.#show(end)
  }
}
