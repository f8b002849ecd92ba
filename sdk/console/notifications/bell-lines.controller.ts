// The lines of an agent's bell: read once, kept true by frames, marked as read. Draws nothing.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentNotification, NotificationPage } from '../../protocol/notification.ts'
import type { Desk } from '../desk.context.ts'

type Host = ReactiveControllerHost

export class BellLines implements ReactiveController {
  readonly #host: Host
  readonly #desk: () => Desk | undefined
  #life: AbortController | null = null
  #cursor: string | null = null
  unread = 0
  /** Null until they were read. */
  lines: readonly AgentNotification[] | null = null
  failed = false

  constructor(host: Host, desk: () => Desk | undefined) {
    this.#host = host
    this.#desk = desk
    host.addController(this)
  }

  get hasMore(): boolean {
    return this.#cursor !== null
  }

  hostUpdate(): void {
    const desk = this.#desk()
    if (!desk || this.#life || !desk.client.me.get()) return
    this.#life = new AbortController()
    const { signal } = this.#life
    desk.client.listen('notification.created', ({ notification }) => this.#add(notification), { signal })
    desk.client.listen('notification.read', ({ ids, unread }) => this.#read(ids, unread), { signal })
    // What came while the line was down is not told again.
    desk.client.listen('welcome', () => void this.load(), { signal })
    void this.load()
  }

  hostDisconnected(): void {
    this.#life?.abort()
    this.#life = null
  }

  async load(): Promise<void> {
    await this.#page()
  }

  async more(): Promise<void> {
    if (this.#cursor) await this.#page(this.#cursor)
  }

  async #page(cursor?: string): Promise<void> {
    try {
      const page = await this.#desk()!.client.rest<NotificationPage>('GET', '/notifications', {
        query: { cursor },
      })
      // A server of a release before answers otherwise.
      const lines = page.notifications ?? []
      this.lines = cursor ? [...(this.lines ?? []), ...lines] : lines
      this.#cursor = page.next_cursor ?? null
      this.unread = page.unread ?? 0
      this.failed = false
    } catch {
      this.failed = true
    }
    this.#host.requestUpdate()
  }

  /** Shown at once; where the server refuses, the next reading says how it is. */
  async mark(which: { ids: readonly string[] } | { all: true }): Promise<void> {
    const ids = 'ids' in which ? which.ids : (this.lines ?? []).map(({ id }) => id)
    this.#read(ids, 'ids' in which ? Math.max(0, this.unread - ids.length) : 0)
    try {
      const { unread } = await this.#desk()!.client.rest<{ unread: number }>('POST', '/notifications/read', {
        body: which,
      })
      this.#read([], unread ?? this.unread)
    } catch {
      await this.load()
    }
  }

  #add(line: AgentNotification): void {
    const before = this.lines?.find(({ id }) => id === line.id)
    const listed = this.#desk()?.preferences.state.get()?.notify[line.kind].list ?? true
    if (!listed) return
    this.lines = [line, ...(this.lines ?? []).filter(({ id }) => id !== line.id)]
    if (!before || before.read) this.unread++
    this.#host.requestUpdate()
  }

  #read(ids: readonly string[], unread: number): void {
    const read = new Set(ids)
    this.lines = this.lines?.map((line) => (read.has(line.id) ? { ...line, read: true } : line)) ?? null
    this.unread = unread
    this.#host.requestUpdate()
  }
}
