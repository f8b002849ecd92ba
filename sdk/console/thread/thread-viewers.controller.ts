// Who else has this conversation on screen, and saying that we do: every 20 s while somebody looks.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ServerFrameOf } from '../../protocol/frame.ts'
import type { Desk } from '../desk.context.ts'

type Viewer = ServerFrameOf<'viewers.changed'>['data']['viewers'][number]

const EVERY = 20_000

interface Options {
  desk: () => Desk | undefined
  view: () => AgentConversationView | null
}

export class ThreadViewers implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #options: Options
  #view: AgentConversationView | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #stop: (() => void) | undefined
  #all: readonly Viewer[] = []

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  /** Colleagues who look at it now. */
  get others(): readonly Viewer[] {
    const me = this.#options.desk()?.client.me.get()?.agent.id
    return this.#all.filter(({ id }) => id !== me)
  }

  hostUpdate(): void {
    const view = this.#options.view()
    if (view === this.#view || !this.#options.desk()) return
    this.#leave()
    this.#view = view
    if (view) this.#enter(view)
  }

  hostDisconnected(): void {
    this.#leave()
  }

  #enter(view: AgentConversationView): void {
    const desk = this.#options.desk()!
    this.#stop = desk.client.listen('viewers.changed', ({ conversation_id: id, viewers }) => {
      if (id !== view.id) return
      this.#all = viewers
      this.#host.requestUpdate()
    })
    const say = (): void => {
      if (desk.attentive()) void view.act('conversation.view', { shown: true }).catch(() => {})
    }
    say()
    this.#timer = setInterval(say, EVERY)
  }

  #leave(): void {
    clearInterval(this.#timer)
    this.#stop?.()
    // Whoever does not hear it forgets us in 45 s.
    void this.#view?.act('conversation.view', { shown: false }).catch(() => {})
    this.#view = null
    this.#all = []
  }
}
