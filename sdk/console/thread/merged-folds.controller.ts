// The logs of conversations that went into this one: folded to a line, read when it is opened, shown in place.

import type { ReactiveControllerHost } from 'lit'
import type { LogEvent } from '../../protocol/event.ts'
import type { Desk } from '../desk.context.ts'

export interface MergedFold {
  open: boolean
  /** Null until they were read. */
  events: readonly LogEvent[] | null
  failed: boolean
}

/** The newest so many rows are shown. */
const ROWS = 200
const END = 2 ** 31 - 1

export class MergedFolds {
  readonly #host: ReactiveControllerHost
  readonly #desk: () => Desk | undefined
  readonly #folds = new Map<string, MergedFold>()

  constructor(host: ReactiveControllerHost, desk: () => Desk | undefined) {
    this.#host = host
    this.#desk = desk
  }

  reset(): void {
    this.#folds.clear()
  }

  of = (id: string): MergedFold => this.#folds.get(id) ?? { open: false, events: null, failed: false }

  async toggle(id: string): Promise<void> {
    const fold = this.of(id)
    this.#set(id, { ...fold, open: !fold.open, failed: false })
    if (fold.open || fold.events) return
    try {
      const client = this.#desk()!.client
      const { events } = await client.call('conversation.history', {
        conversation_id: id,
        before: END,
        limit: ROWS,
      })
      this.#set(id, { ...this.of(id), events })
    } catch {
      this.#set(id, { ...this.of(id), failed: true })
    }
  }

  #set(id: string, fold: MergedFold): void {
    this.#folds.set(id, fold)
    this.#host.requestUpdate()
  }
}
