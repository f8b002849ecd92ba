// What customers would see of a text, as the server draws it: asked for when somebody has stopped typing.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Block } from '../../protocol/rich-text-tree.ts'
import type { KnowledgeApi } from './knowledge-api.ts'

const TYPING_MS = 300

export class ArticlePreviewing implements ReactiveController {
  /** The last that came. */
  content: readonly Block[] = []
  readonly #host: ReactiveControllerHost
  readonly #api: () => KnowledgeApi
  #shown: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  constructor(host: ReactiveControllerHost, api: () => KnowledgeApi) {
    this.#host = host
    this.#api = api
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  /** Harmless to repeat for the same text. */
  show(body: string): void {
    if (body === this.#shown) return
    this.#shown = body
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#asking?.abort()
      const asking = new AbortController()
      this.#asking = asking
      this.#api()
        .preview(body, asking.signal)
        .then(
          ({ content }) => {
            if (asking.signal.aborted) return
            this.content = content
            this.#host.requestUpdate()
          },
          // The last one stays; the next letter asks again.
          () => {},
        )
    }, TYPING_MS)
  }
}
