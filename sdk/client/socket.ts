// The one socket to the server: says hello, notices when the line is dead, comes back. Knows no command's meaning.

import type { ServerFrame } from '../protocol/frame.ts'
import { ApiError, fromProblem } from './api-error.ts'
import { backoff } from './backoff.ts'
import type { Environment } from './client-environment.ts'
import { clientId } from './client-id.ts'
import type { ConnectionState } from './connection-state.ts'
import { createStore, type Store, type WritableStore } from './store.ts'

export const ACK_WITHIN = 15_000
/** A command unanswered for so long makes the line prove that it lives; a slow server is waited for. */
const PROBE_AFTER = 5_000
const SILENCE = 30_000
const PONG_WITHIN = 3_000
const WELCOME_WITHIN = 10_000
/** A line that held this long was a good one: the next loss starts again with short delays. */
const STABLE = 5_000

export interface Socket {
  readonly connection: Store<ConnectionState>
  readonly clockOffset: () => number
  connect(): void
  /** Sends a command; resolves to its ack's data. */
  call(type: string, data: unknown, cid: string): Promise<unknown>
  /** Sends what may be lost; nothing happens without a line. */
  post(type: string, data: unknown): void
  /** A good moment to look at the line: one that is held is probed, a lost one tried again at once. */
  wake(): void
  /** Lets go of the line and forgets who we were; `connect` starts afresh. */
  close(): void
}

export interface SocketDeps {
  env: Environment
  /** Such as `wss://support.example.com/support/live`. */
  url: string
  /** Data of the hello frame; null when there is nobody to be. */
  hello(): Promise<object | null>
  onFrame(frame: ServerFrame): void
  /** The server does not know us (any more); true when it is worth another try. */
  onUnauthenticated?: () => Promise<boolean>
  /** Where to keep the state of the line, if somebody looks at it already. */
  connection?: WritableStore<ConnectionState>
}

interface Waiting {
  resolve(data: unknown): void
  reject(error: ApiError): void
  relax(): void
}

/** A socket that is not opened before `connect`, and from then on always comes back until `close`. */
export function createSocket({
  env,
  url,
  hello,
  onFrame,
  onUnauthenticated,
  connection = createStore<ConnectionState>({ state: 'idle' }),
}: SocketDeps): Socket {
  const waiting = new Map<string, Waiting>()
  const nothing = (): void => {}
  let line: WebSocket | null = null
  /** Raised whenever a try ends, so that late callbacks of an old one find out. */
  let generation = 0
  let wanted = false
  let failures = 0
  let lostAt = 0
  let welcomedAt = 0
  let offset = 0
  let comeBackIn: number | null = null
  /** A dead session is replaced once, not for ever. */
  let forgiven = false
  let problemCode: string | null = null
  let cancelRetry = nothing
  let cancelWatch = nothing
  let cancelProbe: (() => void) | null = null
  let stopWaking = nothing

  const isOnline = (): boolean => connection.get().state === 'online'
  const write = (type: string, data: unknown, cid: string): void =>
    line!.send(JSON.stringify({ type, cid, data }))

  async function open(): Promise<void> {
    cancelRetry()
    const mine = ++generation
    const stale = (): boolean => mine !== generation
    connection.set(
      lostAt ? { state: 'reconnecting', since: lostAt, retryAt: env.now() } : { state: 'connecting' },
    )
    try {
      const data = await hello()
      if (stale()) return
      line = data && env.socket(url)
      if (!data) close()
      else if (!line) lost()
      if (!line) return
      line.onopen = () => line?.send(JSON.stringify({ type: 'hello', data }))
      line.onmessage = (message) => stale() || hear(message.data)
      line.onclose = ({ code }) => stale() || lost(code)
      cancelWatch = env.after(WELCOME_WITHIN, drop)
    } catch (error) {
      if (stale()) return
      if (error instanceof ApiError && !error.retryable) refuse(error.code)
      else lost()
    }
  }

  /** Hangs up on a line that is dead or was never answered. */
  function drop(): void {
    const dead = line
    lost()
    dead?.close()
  }

  function letGo(): void {
    generation++
    line = null
    cancelRetry()
    cancelWatch()
    cancelProbe?.()
    cancelProbe = null
    for (const call of waiting.values()) {
      call.relax()
      call.reject(new ApiError('network'))
    }
    waiting.clear()
  }

  function refuse(code: string): void {
    letGo()
    connection.set({ state: 'refused', code })
  }

  function lost(code = 0): void {
    const now = env.now()
    if (isOnline() && now - welcomedAt > STABLE) failures = 0
    failures++
    lostAt ||= now
    if (code === 4403) refuse(problemCode ?? 'forbidden')
    else if (code === 4401) {
      refuse(problemCode ?? 'unauthenticated')
      if (!forgiven) void onUnauthenticated?.().then((again) => again && connect(), nothing)
      forgiven = true
    } else retryLater(code)
  }

  function retryLater(code: number): void {
    const now = env.now()
    letGo()
    // The server has said no for a reason that may pass, but hardly within a second.
    const delay = comeBackIn ?? backoff(code > 4000 ? 10 : failures - 1, env.random())
    comeBackIn = null
    cancelRetry = env.after(delay, open)
    connection.set(
      env.isOffline()
        ? { state: 'offline', since: lostAt }
        : { state: 'reconnecting', since: lostAt, retryAt: now + delay },
    )
  }

  /** Asks for a sign of life; without one the line is dead, whatever the browser believes. */
  function probe(): void {
    if (cancelProbe) return
    cancelProbe = env.after(PONG_WITHIN, drop)
    write('ping', {}, clientId())
  }

  function wake(): void {
    if (isOnline()) probe()
    else if (!line && connection.get().state !== 'refused') void open()
  }

  function hear(text: string): void {
    cancelProbe?.()
    cancelProbe = null
    let frame: ServerFrame
    try {
      frame = JSON.parse(text)
    } catch {
      return
    }
    if (frame.type === 'welcome') {
      welcomedAt = env.now()
      lostAt = 0
      problemCode = null
      forgiven = false
    }
    if (frame.type === 'welcome' || frame.type === 'heartbeat' || frame.type === 'pong')
      offset = Date.parse(frame.data.at) - env.now()
    if (frame.type === 'ack') settle(frame.cid, (call) => call.resolve(frame.data))
    else if (frame.type === 'nack')
      settle(frame.cid, (call) => call.reject(fromProblem(frame.data.problem, frame.data.retryable)))
    else if (frame.type === 'goodbye') comeBackIn = frame.data.retry_in_ms
    else if (frame.type === 'problem') problemCode = frame.data.problem.code
    if (frame.type === 'welcome') connection.set({ state: 'online' })
    if (isOnline()) {
      cancelWatch()
      cancelWatch = env.after(SILENCE, probe)
    }
    onFrame(frame)
  }

  function settle(cid: string, act: (call: Waiting) => void): void {
    const call = waiting.get(cid)
    if (!call) return
    waiting.delete(cid)
    call.relax()
    act(call)
  }

  function connect(): void {
    if (wanted && connection.get().state !== 'refused') return
    if (!wanted) stopWaking = env.onWake(wake)
    wanted = true
    void open()
  }

  function close(): void {
    wanted = false
    stopWaking()
    const old = line
    letGo()
    failures = lostAt = 0
    old?.close(1000)
    connection.set({ state: 'idle' })
  }

  return {
    connection,
    clockOffset: () => offset,
    connect,
    close,
    wake,
    call: (type, data, cid) =>
      new Promise((resolve, reject) => {
        if (!isOnline()) return reject(new ApiError('network'))
        // The same again from another tab: whoever asked first may be gone.
        settle(cid, (call) => call.reject(new ApiError('network')))
        const cancelDoubt = env.after(PROBE_AFTER, probe)
        const cancelTimeout = env.after(ACK_WITHIN, () => settle(cid, () => reject(new ApiError('timeout'))))
        const relax = (): void => {
          cancelDoubt()
          cancelTimeout()
        }
        waiting.set(cid, { resolve, reject, relax })
        write(type, data, cid)
      }),
    post(type, data) {
      if (isOnline()) write(type, data, clientId())
    },
  }
}
