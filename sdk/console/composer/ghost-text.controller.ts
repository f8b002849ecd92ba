// A suggestion of the AI agent, dimmed after the cursor: asked for by a key or a button, taken by Tab, dropped by Escape.
// It writes nothing by itself.

import type { ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

interface Options {
  view: () => AgentConversationView | null
  text: () => string
  set: (text: string) => void
  t: () => ConsoleTranslate
}

export class GhostText {
  /** What would follow the text; empty: nothing. */
  text = ''
  busy = false
  told = ''
  readonly #host: ReactiveControllerHost
  readonly #options: Options
  #asked = 0

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host
    this.#options = options
  }

  drop(): void {
    this.#asked++
    this.text = ''
    this.told = ''
    this.busy = false
    this.#host.requestUpdate()
  }

  /** Tab: it becomes the text. */
  take(): void {
    const { text } = this
    this.drop()
    this.#options.set(this.#options.text() + text)
  }

  /** Whoever types what it says goes on in it; anything else drops it. */
  typed(before: string, now: string): void {
    const added = now.startsWith(before) ? now.slice(before.length) : ''
    if (this.text && added && this.text.startsWith(added)) this.text = this.text.slice(added.length)
    else if (this.text || this.busy || this.told) this.drop()
  }

  async ask(): Promise<void> {
    const view = this.#options.view()
    if (!view || this.busy) return
    const before = this.#options.text()
    const asked = ++this.#asked
    const t = this.#options.t()
    this.busy = true
    this.told = t('ghost.working')
    this.#host.requestUpdate()
    try {
      const instruction = before.trim() ? `Continue: ${before.trim().slice(-400)}` : ''
      const { body } = await view.copilot.suggest(instruction)
      if (this.#asked !== asked) return
      const plain = body.replace(/\s?\[\d{1,2}\]/g, '')
      this.text = plain.startsWith(before) ? plain.slice(before.length) : before.trim() ? ` ${plain}` : plain
      this.told = t(this.text ? 'ghost.here' : 'ghost.nothing')
    } catch (error) {
      if (this.#asked === asked) this.told = t('composer.rework_failed', { reason: reasonOf(error, t) })
    } finally {
      if (this.#asked === asked) this.busy = false
      this.#host.requestUpdate()
    }
  }
}
