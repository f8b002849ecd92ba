// An agent's own presence: away by itself after some minutes without a key or a move, and back with the next one, where
// it was by itself; offline only once it is clear what becomes of the open chats.

import type { ReactiveController } from 'lit'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { Desk } from '../desk.context.ts'

/** Between two looks at the clock; nobody is away to the second. */
const LOOK_MS = 15_000
/** Other tabs of this browser hear at most so often that somebody is there. */
const TELL_MS = 10_000
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const MINUTE = 60_000

/** Somebody wants to be offline. */
export class GoOfflineEvent extends Event {
  constructor() {
    super('deskbell-go-offline', { bubbles: true, composed: true })
  }
}

interface Host extends HTMLElement {
  readonly renderRoot: ParentNode
  addController(controller: ReactiveController): void
}

export class OwnPresence implements ReactiveController {
  readonly #host: Host
  #desk: Desk | null = null
  #life: AbortController | null = null
  #channel: BroadcastChannel | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #lastInput = 0
  #lastTold = 0
  /** It was this browser that set them away, so it may take them back, also after a reload. */
  readonly #isOurs = createFlag('deskbell:away-by-itself')

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  start(desk: Desk): void {
    this.stop()
    this.#desk = desk
    this.#lastInput = desk.now()
    this.#life = new AbortController()
    const options = { signal: this.#life.signal, capture: true, passive: true }
    for (const input of INPUTS) window.addEventListener(input, () => this.#input(), options)
    this.#host.addEventListener('deskbell-go-offline', () => void this.#leave(desk), options)
    this.#channel = new BroadcastChannel('deskbell-input')
    this.#channel.onmessage = () => this.#present()
    this.#timer = setInterval(() => this.look(), LOOK_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#life?.abort()
    this.#channel?.close()
    this.#life = null
    this.#channel = null
    this.#desk = null
  }

  hostDisconnected(): void {
    this.stop()
  }

  /** Whether it is time to be away. */
  look(): void {
    const desk = this.#desk
    const availability = desk?.client.me.get()?.agent.availability
    if (!desk || !availability) return
    if (availability !== 'away') this.#isOurs.set('')
    const minutes = desk.preferences.state.get()?.away_minutes
    if (availability !== 'online' || !minutes || desk.now() - this.#lastInput < minutes * MINUTE) return
    this.#isOurs.set(desk.client.me.get()!.agent.id)
    desk.client.setAvailability('away').catch(() => this.#isOurs.set(''))
  }

  async #leave(desk: Desk): Promise<void> {
    const { goOffline } = await import('./go-offline.ts')
    await goOffline(desk, this.#host.renderRoot).catch((error: unknown) =>
      desk.undo.fail({ what: desk.t('availability.offline'), reason: reasonOf(error, desk.t) }),
    )
  }

  #input(): void {
    const now = this.#desk!.now()
    if (now - this.#lastTold > TELL_MS) {
      this.#lastTold = now
      this.#channel?.postMessage('input')
    }
    this.#present()
  }

  #present(): void {
    const desk = this.#desk!
    this.#lastInput = desk.now()
    const me = desk.client.me.get()?.agent
    if (me?.availability !== 'away' || this.#isOurs.get() !== me.id) return
    this.#isOurs.set('')
    desk.client.setAvailability('online').catch(() => {})
  }
}

/** A word the tabs of a browser share; where storage is blocked this tab alone. */
function createFlag(key: string) {
  let own = ''
  return {
    get(): string {
      try {
        return localStorage.getItem(key) ?? ''
      } catch {
        return own
      }
    },
    set(word: string): void {
      own = word
      try {
        if (word) localStorage.setItem(key, word)
        else localStorage.removeItem(key)
      } catch {
        // `own` has it.
      }
    },
  }
}
