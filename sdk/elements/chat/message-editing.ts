// The message a customer is changing in the composer, and the draft that stood there before. No drawing here.

import type { ReactiveControllerHost } from 'lit'

interface Target {
  id: string
  /** The message as it was; the same again is no change. */
  body: string
  /** What was being written when the change began: it comes back afterwards. */
  draft: string
}

export class MessageEditing {
  #host: ReactiveControllerHost
  #target: Target | null = null
  #saving = false

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  get active(): boolean {
    return this.#target !== null
  }

  /** Returns what the composer is to hold: the message. */
  begin(id: string, body: string, draft: string): string {
    this.#target = { id, body, draft: this.#target?.draft ?? draft }
    this.#host.requestUpdate()
    return body
  }

  /** Returns what the composer is to hold again: the draft. */
  end(): string {
    const draft = this.#target?.draft ?? ''
    this.#target = null
    this.#host.requestUpdate()
    return draft
  }

  /** Whether the change is over: made, or none. Throws what `change` throws, and then goes on. */
  async save(body: string, change: (id: string, body: string) => Promise<void>): Promise<boolean> {
    const target = this.#target
    if (!target || this.#saving) return false
    if (body === target.body) return true
    this.#saving = true
    try {
      await change(target.id, body)
    } finally {
      this.#saving = false
    }
    // Given up meanwhile, or another one begun.
    return this.#target === target
  }
}
