// A make-believe browser for the SDK's clients: a disk that outlives its tabs, a clock that may be wrong, locks and
// channels between tabs, and a real line to the server through the run's proxy. What the SDK is, it does not know.

import { WebSocket as Line } from 'ws'
import type { Environment, LeadingPost } from '../../sdk/client/client-environment.ts'
import type { KeyValueStore } from '../../sdk/client/key-value-store.ts'
import type { CommandTap } from './command-tap.ts'
import { createTabChannels, createTabLocks } from './device-tabs.ts'
import type { SeededRandom } from './seeded-random.ts'
import { createTabLife, type TabLife } from './tab-life.ts'

export interface DeviceOptions {
  random: SeededRandom
  /** Its clock runs so much faster than ours: a run of seconds sees what takes minutes. */
  haste: number
  tap: CommandTap
  /** Sent with every request and handshake, as a browser does. */
  cookie?: string
  native: () => Environment
}

/** A holder that hangs is passed by after this long, as the SDK's own environment does. */
const LOCK_PATIENCE = 15_000

export function createDevice({ random, haste, tap, cookie, native }: DeviceOptions) {
  const disk = new Map<string, Map<string, unknown>>()
  const locks = createTabLocks()
  const channels = createTabChannels()
  const born = Date.now()
  const tabs = new Map<TabLife, { wakers: Set<() => void>; sockets: Set<Line> }>()
  const headers: Record<string, string> = cookie ? { cookie } : {}
  let skew = 0
  let offline = false

  const wakeAll = (): void => {
    for (const [life, { wakers }] of tabs) life.enter(() => wakers.forEach((wake) => void wake()))
  }

  function openStore(life: TabLife, name: string): KeyValueStore {
    const entries = disk.get(name) ?? new Map<string, unknown>()
    disk.set(name, entries)
    /** A little later, as a disk does; a tab that dies in between leaves it to chance whether it happened. */
    const later = <T>(run: () => T): Promise<T> =>
      life.gate(
        new Promise<T>((resolve) => {
          const cut = random.chance(0.5)
          setTimeout(
            () => {
              if (!life.isDead() || cut) resolve(run())
            },
            random.int(0, 3),
          )
        }),
      )
    return {
      get: (key) => later(() => structuredClone(entries.get(key))),
      set: (key, value) => {
        const copy = structuredClone(value)
        return later(() => void entries.set(key, copy))
      },
      delete: (key) => later(() => void entries.delete(key)),
      clear: (prefix) =>
        later(() => {
          for (const key of [...entries.keys()]) if (key.startsWith(prefix)) entries.delete(key)
        }),
      list: (prefix) =>
        later(() =>
          [...entries]
            .filter(([key]) => key.startsWith(prefix))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, value]) => structuredClone(value)),
        ),
    }
  }

  function openSocket(life: TabLife, sockets: Set<Line>, url: string): WebSocket {
    const line = new Line(url, { headers, perMessageDeflate: false })
    sockets.add(line)
    line.on('error', () => {})
    const face = {
      onopen: null as (() => void) | null,
      onmessage: null as ((message: { data: string }) => void) | null,
      onclose: null as ((event: { code: number }) => void) | null,
      get readyState() {
        return line.readyState
      },
      get bufferedAmount() {
        return line.bufferedAmount
      },
      send(text: string): void {
        if (life.isDead() || line.readyState !== Line.OPEN) return
        tap.frameSent(text)
        line.send(text)
      },
      close: (code?: number) => line.close(code),
    }
    line.on('open', () => life.enter(() => face.onopen?.()))
    line.on('message', (raw) => {
      const data = String(raw)
      life.enter(() => {
        tap.frameHeard(data)
        face.onmessage?.({ data })
      })
    })
    line.on('close', (code) => {
      sockets.delete(line)
      life.enter(() => face.onclose?.({ code }))
    })
    return face as unknown as WebSocket
  }

  async function request(life: TabLife, url: string, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.any([life.signal, ...(init.signal ? [init.signal] : [])])
    const cid = typeof init.body === 'string' ? tap.posted(new URL(url).pathname, init.body) : null
    const sending = fetch(url, {
      ...init,
      signal,
      // Read as text here, so that what comes is seen; plain, so that the proxy can look into it.
      headers: { ...(init.headers as Record<string, string>), ...headers, 'accept-encoding': 'identity' },
    }).then(async (response) => ({ response, text: await response.text() }))
    const { response, text } = await life.gate(sending)
    if (cid) tap.postAnswered(cid, response.status, text)
    return new Response(response.status === 204 ? null : text, {
      status: response.status,
      headers: response.headers,
    })
  }

  async function takeLock<T>(life: TabLife, name: string, run: () => Promise<T>, ifFree = false) {
    let held = false
    try {
      const options = ifFree ? { ifAvailable: true } : { signal: AbortSignal.timeout(LOCK_PATIENCE / haste) }
      return await locks.request<T | null>(
        life,
        name,
        async (given) => {
          held = true
          return given ? run() : null
        },
        options,
      )
    } catch (error) {
      if (held) throw error
      return run()
    }
  }

  function lead(life: TabLife, name: string, { won, lost, steal = false }: LeadingPost): () => void {
    const leaving = new AbortController()
    const { signal } = leaving
    const hold = (): Promise<void> => {
      if (!signal.aborted) won()
      return new Promise((resolve) => {
        if (signal.aborted) resolve()
        signal.onabort = () => resolve()
      })
    }
    locks.request(life, name, hold, steal ? { steal } : { signal }).catch(() => signal.aborted || lost())
    return () => leaving.abort()
  }

  /** A tab's environment, and the ways it can come to harm. */
  function openTab() {
    const life = createTabLife()
    const own = { wakers: new Set<() => void>(), sockets: new Set<Line>() }
    tabs.set(life, own)
    const env: Environment = {
      ...native(),
      fetch: (url, init) => request(life, url, init),
      socket: (url) => openSocket(life, own.sockets, url),
      now: () => Math.round(born + (Date.now() - born) * haste + skew),
      random: random.next,
      after(ms, call) {
        let done = false
        const timer = setTimeout(() => life.enter(() => done || call()), ms / haste)
        return () => {
          done = true
          clearTimeout(timer)
        }
      },
      storage: async (name) => openStore(life, name),
      lock: ((name, run, ifFree) => takeLock(life, name, run, ifFree)) as Environment['lock'],
      lead: (name, post) => lead(life, name, post),
      channel: (name, hear) => channels.open(life, name, hear),
      onWake(wake) {
        own.wakers.add(wake)
        return () => void own.wakers.delete(wake)
      },
      onHide: () => () => {},
      isOffline: () => offline,
    }
    return {
      env,
      life,
      /** Gone at once, whatever it was doing: nothing is closed in order. */
      crash(): void {
        life.kill()
        for (const socket of own.sockets) socket.terminate()
        tabs.delete(life)
        locks.drop(life)
        channels.drop(life)
      },
      freeze: life.freeze,
      thaw(): void {
        life.thaw()
        life.enter(() => own.wakers.forEach((wake) => void wake()))
      },
    }
  }

  return {
    disk: disk as ReadonlyMap<string, ReadonlyMap<string, unknown>>,
    openTab,
    /** What the disk holds from before. */
    put(name: string, entries: Iterable<[string, unknown]>): void {
      disk.set(name, new Map(entries))
    },
    setSkew(ms: number): void {
      skew = ms
    },
    /** The browser says so itself, as `navigator.onLine` and its events do. */
    setOffline(value: boolean): void {
      offline = value
      wakeAll()
    },
  }
}

export type Device = ReturnType<typeof createDevice>
export type Tab = ReturnType<Device['openTab']>
