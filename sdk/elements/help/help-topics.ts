// The topics of the help view: fetched once for a view, all of them or one with its articles. No drawing.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { ArticleCategory } from '../../protocol/help-article.ts'

export type TopicsState =
  /** `slow` once it has taken so long that an empty space would look broken. */
  | { state: 'loading'; slow: boolean }
  | { state: 'ready'; topics: readonly ArticleCategory[] }
  | { state: 'failed' }

export class HelpTopics implements ReactiveController {
  #host: ReactiveControllerHost
  #asked: string | null | undefined
  #life: AbortController | undefined
  #now: TopicsState = { state: 'loading', slow: false }

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get now(): TopicsState {
    return this.#now
  }

  hostConnected(): void {
    this.#life = new AbortController()
    this.#asked = undefined
  }

  hostDisconnected(): void {
    this.#life?.abort()
  }

  /** The topic of this id, or all for null. The same again asks nothing. */
  show(client: VisitorClient, id: string | null): void {
    if (this.#asked !== id) void this.load(client, id)
  }

  /** Asks anew. */
  async load(client: VisitorClient, id: string | null): Promise<void> {
    this.#asked = id
    const { signal } = this.#life!
    const current = (): boolean => !signal.aborted && this.#asked === id
    this.#show({ state: 'loading', slow: false })
    const slow = setTimeout(() => current() && this.#show({ state: 'loading', slow: true }), 200)
    let end: TopicsState
    try {
      const topics =
        id === null ? (await client.articles.categories()).categories : [await client.articles.category(id)]
      end = { state: 'ready', topics }
    } catch {
      end = { state: 'failed' }
    }
    clearTimeout(slow)
    if (current()) this.#show(end)
  }

  #show(state: TopicsState): void {
    this.#now = state
    this.#host.requestUpdate()
  }
}
