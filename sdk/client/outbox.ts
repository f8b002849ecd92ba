// What was done but not yet acknowledged: stored first, sent in order, for ever until the server has decided.
// Knows no command's meaning except that a conversation cannot be written to before it was started.

import type { ProblemBody } from '../protocol/problem-body.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import { clientId } from './client-id.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { backoff } from './socket.ts'
import { OUTBOX_PREFIX } from './storage-keys.ts'

export type OutboxCommand =
  | 'conversation.start'
  | 'message.send'
  | 'note.add'
  | 'person.request'
  | 'person.cancel'
  | 'conversation.end'
  | 'conversation.rate'
  | 'contact.update'

export interface OutboxRecord {
  /** Sorts by time, and so does the outbox. */
  cid: string
  conversationId: string
  command: OutboxCommand
  input: Record<string, unknown>
  /** ms of this device's clock. */
  at: number
  state: 'waiting' | 'failed'
  problem: ProblemBody | null
  attempts: number
}

const KEPT_FOR = 7 * 24 * 3_600_000
const key = (cid: string): string => OUTBOX_PREFIX + cid
const isText = ({ command }: OutboxRecord): boolean =>
  command === 'conversation.start' || command === 'message.send' || command === 'note.add'

/** What tabs tell each other. */
export type OutboxNews =
  | { put: OutboxRecord }
  | { sent: OutboxRecord; result: unknown }
  | { gone: OutboxRecord }

interface OutboxDeps {
  env: Pick<Environment, 'now' | 'random' | 'after' | 'lock'>
  /** Names the lock, so that two tabs do not send the same records. */
  name(): string
  storage: KeyValueStore
  send(record: OutboxRecord): Promise<unknown>
  /** The records of a conversation are others now. */
  onChange(conversationId: string): void
  /** The server has committed it; from this tab or another. Comes before the `onChange` that takes it out. */
  onSent(record: OutboxRecord, result: unknown): void
  /** Tells the other tabs. */
  tell(news: OutboxNews): void
}

interface Lane {
  busy: boolean
  /** The server asked not to be bothered before, so not even what is added meanwhile is tried. */
  notBefore: number
  cancel(): void
}

/** One lane a conversation: lanes do not wait for each other. */
export function createOutbox({ env, name, storage, send, onChange, onSent, tell }: OutboxDeps) {
  let records: readonly OutboxRecord[] = []
  let loading: Promise<void> | null = null
  let closed = false
  const sending = new Set<string>()
  const lanes = new Map<string, Lane>()
  const outcomes = new Map<string, { resolve(result: unknown): void; reject(error: unknown): void }>()

  const of = (id: string): OutboxRecord[] => records.filter((record) => record.conversationId === id)

  function put(record: OutboxRecord): void {
    records = [...records.filter(({ cid }) => cid !== record.cid), record].sort((a, b) =>
      a.cid < b.cid ? -1 : 1,
    )
    onChange(record.conversationId)
  }

  function remove(record: OutboxRecord): void {
    records = records.filter(({ cid }) => cid !== record.cid)
    onChange(record.conversationId)
  }

  async function store(record: OutboxRecord): Promise<void> {
    await storage.set(key(record.cid), record)
    put(record)
    tell({ put: record })
  }

  async function drop(record: OutboxRecord): Promise<void> {
    await storage.delete(key(record.cid))
    remove(record)
    tell({ gone: record })
  }

  /** The next to send; none while the conversation's start was refused, as nothing after it can succeed. */
  function next(id: string): OutboxRecord | undefined {
    const lane = of(id)
    if (lane.some(({ command, state }) => command === 'conversation.start' && state === 'failed'))
      return undefined
    return lane.find(({ state }) => state === 'waiting')
  }

  /** Sends one record; the delay until the next try, or null when the server has decided. */
  async function attempt(record: OutboxRecord, lane: Lane): Promise<number | null> {
    sending.add(record.cid)
    onChange(record.conversationId)
    try {
      const result = await send(record)
      sending.delete(record.cid)
      await storage.delete(key(record.cid))
      onSent(record, result)
      tell({ sent: record, result })
      remove(record)
      outcomes.get(record.cid)?.resolve(result)
      return null
    } catch (error) {
      sending.delete(record.cid)
      // Taken away meanwhile: in another tab, or because somebody else sits here now.
      if (!find(record.cid)) return null
      if (error instanceof ApiError && error.retryable) {
        put({ ...record, attempts: record.attempts + 1 })
        const asked = (error.problem?.retry_after ?? 0) * 1_000
        if (asked) lane.notBefore = env.now() + asked
        return asked || backoff(record.attempts, env.random())
      }
      outcomes.get(record.cid)?.reject(error)
      if (isText(record))
        await store({ ...record, state: 'failed', problem: error instanceof ApiError ? error.problem : null })
      else await drop(record)
      return null
    }
  }

  async function run(id: string, now = env.now()): Promise<void> {
    const lane = lanes.get(id) ?? { busy: false, notBefore: 0, cancel: () => {} }
    lanes.set(id, lane)
    if (closed || lane.busy || now < lane.notBefore || !next(id)) return
    lane.cancel()
    lane.busy = true
    let delay: number | null = null
    await env.lock(`deskbell-outbox-${name()}-${id}`, async () => {
      // Another tab may have sent what was next while this one waited for the lock.
      for (let record = next(id); record && delay === null && !closed; record = next(id))
        delay = await attempt(record, lane)
    })
    lane.busy = false
    if (delay !== null) lane.cancel = env.after(delay, () => void run(id, Infinity))
    else void run(id)
  }

  const load = (): Promise<void> => {
    loading ??= (async () => {
      const old = env.now() - KEPT_FOR
      for (const record of (await storage.list(OUTBOX_PREFIX)) as OutboxRecord[])
        if (record.at < old) await storage.delete(key(record.cid))
        else put(record)
    })()
    return loading
  }

  const find = (cid: string): OutboxRecord | undefined => records.find((record) => record.cid === cid)

  async function add(command: OutboxCommand, input: Record<string, unknown>, cid: string): Promise<void> {
    await load()
    const conversationId = input.conversation_id as string
    await store({
      cid,
      conversationId,
      command,
      input,
      at: env.now(),
      state: 'waiting',
      problem: null,
      attempts: 0,
    })
    void run(conversationId)
  }

  return {
    load,
    of,
    all: () => records,
    isSending: (cid: string) => sending.has(cid),
    /** Resolves once it is stored and drawn. */
    add: (command: OutboxCommand, input: Record<string, unknown>) => add(command, input, clientId(env.now())),
    /** As `add`, but resolves with the server's answer, whenever that is, and rejects when refused for good. */
    perform: (command: OutboxCommand, input: Record<string, unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const cid = clientId(env.now())
        outcomes.set(cid, { resolve, reject })
        add(command, input, cid).catch(reject)
      }),
    async retry(cid: string): Promise<void> {
      const record = find(cid)
      if (!record) return
      await store({ ...record, state: 'waiting', problem: null, attempts: 0 })
      void run(record.conversationId)
    },
    /** Takes a text back. One that is on its way stays: it may have arrived. */
    async discard(cid: string): Promise<string> {
      const record = find(cid)
      if (!record || sending.has(cid)) return ''
      const { command, input, conversationId } = record
      await drop(record)
      const follower = of(conversationId).find((other) => other.command === 'message.send')
      if (command === 'conversation.start' && follower) {
        // The next message has to start the conversation now.
        const { body } = follower.input
        const start = { ...input, message: body }
        await store({ ...follower, command: 'conversation.start', input: start })
        void run(conversationId)
      }
      return String(input.body ?? input.message ?? '')
    },
    /** Tries everything now: the line is back. */
    flush(): void {
      for (const id of new Set(records.map(({ conversationId }) => conversationId))) void run(id, Infinity)
    },
    /** What another tab has told. */
    hear(news: OutboxNews): void {
      if ('put' in news) {
        put(news.put)
        void run(news.put.conversationId)
        return
      }
      if ('sent' in news) onSent(news.sent, news.result)
      remove('sent' in news ? news.sent : news.gone)
    },
    /** Forgets what is in memory; the storage may be another one at the next `load`. */
    leave(): void {
      for (const lane of lanes.values()) lane.cancel()
      records = []
      loading = null
    },
    close(): void {
      closed = true
      for (const lane of lanes.values()) lane.cancel()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
