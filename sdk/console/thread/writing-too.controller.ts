// Which colleague is writing to the same customer, and since when: typing is told anew all the time.

import type { TypingActor } from '../../client/conversation-state.ts'
import type { Actor } from '../../protocol/actor.ts'

export class WritingToo {
  readonly #now: () => number
  #who: Actor | null = null
  #since = ''

  constructor(now: () => number) {
    this.#now = now
  }

  reset(): void {
    this.#who = null
  }

  of(typing: readonly TypingActor[], meId: string): { actor: Actor; since: string } | null {
    const found = typing.find(({ actor }) => actor.kind === 'human' && actor.id !== meId)?.actor ?? null
    if (found?.id !== this.#who?.id) this.#since = new Date(this.#now()).toISOString()
    this.#who = found
    return found && { actor: found, since: this.#since }
  }
}
