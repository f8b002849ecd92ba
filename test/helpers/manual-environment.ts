// A machine for the client whose clock only moves when told, and whose sockets the test holds the other end of.

import type { Environment } from '../../sdk/client/client-environment.ts'
import { createMemoryStore, type KeyValueStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'

/** The browser's end of a socket, and what the test does at the other end. */
export class FakeSocket {
  readonly url: string
  readonly sent: { type: string; cid: string; data: Record<string, unknown> }[] = []
  closed = false
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(url: string) {
    this.url = url
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.closed = true
  }

  /** The server says something. */
  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  welcome(heads: Record<string, number> = {}, at = new Date(0).toISOString()): void {
    this.onopen?.()
    this.say({ type: 'welcome', data: { protocol: 1, at, heads } })
  }

  /** The server, or the network, ends the line. */
  hangUp(code = 1006): void {
    this.onclose?.({ code })
  }
}

/** Lets promises settle that wait for nothing but each other. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function manualEnvironment({ storage = createMemoryStore() }: { storage?: KeyValueStore } = {}) {
  let now = 0
  let wakers: (() => void)[] = []
  const timers = new Set<{ at: number; call: () => void }>()
  const sockets: FakeSocket[] = []
  /** `skew`: the device's clock is set by so much; timers do not mind. */
  const flags = { offline: false, random: 0.5, skew: 0 }

  const env: Environment = {
    ...nativeEnvironment(),
    fetch: () => Promise.reject(new TypeError('no network in this test')),
    socket(url) {
      const socket = new FakeSocket(url)
      sockets.push(socket)
      return socket as unknown as WebSocket
    },
    now: () => now + flags.skew,
    random: () => flags.random,
    after(ms, call) {
      const timer = { at: now + ms, call }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    storage: async () => storage,
    lock: <T>(_name: string, run: () => Promise<T>) => run(),
    lead: () => null,
    channel: () => null,
    onWake(wake) {
      wakers.push(wake)
      return () => {
        wakers = wakers.filter((other) => other !== wake)
      }
    },
    onHide: () => () => {},
    isOffline: () => flags.offline,
  }

  return {
    env,
    flags,
    sockets,
    storage,
    /** Delays of the timers set, from now. */
    timers: () => [...timers].map(({ at }) => at - now).sort((a, b) => a - b),
    wake: () => {
      for (const waker of wakers) waker()
    },
    /** Moves the clock on, running what falls due in its order. */
    async advance(ms: number): Promise<void> {
      const until = now + ms
      await settle()
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = due.at
        due.call()
        await settle()
      }
      now = until
    },
  }
}
