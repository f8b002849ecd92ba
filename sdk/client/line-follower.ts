// The seat of a tab that reaches the line through the leading one.

import type { ServerFrame } from '../protocol/frame.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import type { ConnectionState } from './connection-state.ts'
import { ACK_WITHIN } from './socket.ts'
import type { WritableStore } from './store.ts'
import type { Line, Seat, TabNews, TabWord } from './tab-news.ts'

/** A leader that says nothing for so long hangs. */
const ANSWER_WITHIN = 3_000
/** A leader so late with its next try is out of sight, where browsers let its timers run once a minute. */
const OVERDUE = 1_500

const LONGEST_WAIT = 30_000

interface FollowerDeps {
  env: Pick<Environment, 'after' | 'now'>
  connection: WritableStore<ConnectionState>
  /** Names this tab. */
  me: string
  tell(word: TabWord): void
  onFrame(frame: ServerFrame): void
  /** The leader hangs, whatever the lock says. */
  onSilence(): void
}

interface Waiting {
  resolve(data: unknown): void
  reject(error: ApiError): void
  relax(): void
}

/** Asks for the line at once. */
export function createLineFollower({ env, connection, me, tell, onFrame, onSilence }: FollowerDeps): Seat {
  const waiting = new Map<string, Waiting>()
  let leader = ''
  let offset = 0
  let cancelDoubt: (() => void) | null = null
  let cancelReminder: (() => void) | null = null

  const isOnline = (): boolean => connection.get().state === 'online'

  function breakOff(): void {
    for (const call of waiting.values()) {
      call.relax()
      call.reject(new ApiError('network'))
    }
    waiting.clear()
  }

  function trust(): void {
    cancelDoubt?.()
    cancelDoubt = null
  }

  function ask(what: 'join' | 'prove'): void {
    cancelDoubt ??= env.after(ANSWER_WITHIN, onSilence)
    tell({ ask: what })
  }

  /** What a tab tells another is not held up as its timers are. */
  function remind(to: ConnectionState): void {
    cancelReminder?.()
    cancelReminder = null
    if (to.state !== 'reconnecting') return
    // No try is further off, though the device's clock was set back.
    const left = Math.min(LONGEST_WAIT, Math.max(0, to.retryAt - env.now()))
    cancelReminder = env.after(left + OVERDUE, () => ask('prove'))
  }

  function show(from: string, line: Line): void {
    trust()
    remind(line.connection)
    offset = line.clockOffset
    // Told again, as a proof.
    if (from === leader && isOnline() && line.connection.state === 'online') return
    if (from !== leader) breakOff()
    leader = from
    connection.set(line.connection)
    if (!isOnline()) return
    // Without heads: the server does not know this tab's cursors, so each view asks from its own.
    const at = new Date(env.now() + offset).toISOString()
    onFrame({ type: 'welcome', data: { protocol: 1, at, heads: {} } })
  }

  function settle(cid: string, act: (call: Waiting) => void): void {
    const call = waiting.get(cid)
    if (!call) return
    waiting.delete(cid)
    call.relax()
    act(call)
  }

  ask('join')

  return {
    connect(): void {
      if (connection.get().state === 'refused') ask('join')
    },
    wake: () => ask('prove'),
    clockOffset: () => offset,
    call: (type, data, cid) =>
      new Promise((resolve, reject) => {
        if (!isOnline()) return reject(new ApiError('network'))
        const cancelWorry = env.after(ANSWER_WITHIN, () => ask('prove'))
        const cancelTimeout = env.after(ACK_WITHIN, () => settle(cid, () => reject(new ApiError('timeout'))))
        const relax = (): void => {
          cancelWorry()
          cancelTimeout()
        }
        waiting.set(cid, { resolve, reject, relax })
        tell({ call: { type, data, cid } })
      }),
    post(type, data) {
      if (isOnline()) tell({ post: { type, data } })
    },
    hear(news: TabNews): void {
      if ('line' in news) show(news.from, news.line)
      else if ('frame' in news) onFrame(news.frame)
      else if ('gone' in news && news.from === leader) {
        breakOff()
        connection.set({ state: 'reconnecting', since: env.now(), retryAt: env.now() })
        ask('join')
      } else if ('to' in news && news.to === me)
        settle(news.cid, ({ resolve, reject }) => {
          if (!('error' in news)) return resolve(news.data)
          const { code, message, problem, retryable } = news.error
          reject(new ApiError(code, message, problem, retryable))
        })
    },
    close() {
      trust()
      cancelReminder?.()
      breakOff()
      tell({ ask: 'leave' })
    },
  }
}
