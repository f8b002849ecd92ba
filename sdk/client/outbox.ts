// What was done but not yet acknowledged: stored first, sent in order, until the server has decided.
// Knows no command's meaning except that a conversation cannot be written to before it was started.

import { ApiError, fromProblem } from './api-error.ts'
import { backoff } from './backoff.ts'
import type { Environment } from './client-environment.ts'
import { clientId, sortAfter } from './client-id.ts'
import type { KeyValueStore } from './key-value-store.ts'
import {
  isForgotten,
  isStale,
  isText,
  type OutboxCommand,
  type OutboxNews,
  type OutboxRecord,
  recordKey,
  textOf,
} from './outbox-record.ts'
import { OUTBOX_PREFIX } from './storage-keys.ts'

interface OutboxDeps {
  env: Pick<Environment, 'now' | 'random' | 'after' | 'lock'>
  storage: KeyValueStore
  /** Whether the tabs share the storage: then what is missing there was sent or taken back by another. */
  isShared(): boolean
  send(record: OutboxRecord): Promise<unknown>
  /** False while nothing can leave the device at all. */
  canSend(): boolean
  /** This one is another now, or held no more. */
  onChange(record: OutboxRecord, isHeld: boolean): void
  /** The server has committed it; from this tab or another. Comes before the `onChange` that takes it out. */
  onSent(record: OutboxRecord, result: unknown): void
  /** Another tab has sent it or taken it back, but its word of which was missed. Comes before the `onChange`, too. */
  onLost(record: OutboxRecord): void
  /** Tells the other tabs. */
  tell(news: OutboxNews): void
}

interface Lane {
  busy: boolean
  /**
   * The server asked not to be bothered for a while, so not even what is added meanwhile is tried. A timer ends it: the
   * device's clock may be set back, and would hold it for hours.
   */
  isHeld: boolean
  cancel(): void
}

/** One lane a conversation: lanes do not wait for each other. */
export function createOutbox({
  env,
  storage,
  isShared,
  send,
  canSend,
  onChange,
  onSent,
  onLost,
  tell,
}: OutboxDeps) {
  /**
   * By conversation and cid, in the order written. Kept so that what is written, sent and taken out costs the same
   * however much waits: a device may come back after days with thousands.
   */
  const lists = new Map<string, Map<string, OutboxRecord>>()
  /** The last in that order that ever was. */
  let newest = ''
  let loading: Promise<void> | null = null
  let closed = false
  /** Raised when somebody else sits here: nothing begun before is stored or sent any more. */
  let life = 0
  const sending = new Set<string>()
  /** Conversations of which something is on its way to the disk: what comes now stands behind it. */
  const storing = new Set<string>()
  const lanes = new Map<string, Lane>()
  const outcomes = new Map<string, { resolve(result: unknown): void; reject(error: unknown): void }>()

  const of = (id: string): OutboxRecord[] => [...(lists.get(id)?.values() ?? [])]
  const all = (): OutboxRecord[] => [...lists.keys()].flatMap(of)

  function find(cid: string): OutboxRecord | undefined {
    for (const list of lists.values()) if (list.has(cid)) return list.get(cid)
    return undefined
  }

  function put(record: OutboxRecord): void {
    const { cid, conversationId } = record
    // What is written next stands behind it, whatever the clock says by then.
    sortAfter(cid)
    const list = lists.get(conversationId) ?? new Map<string, OutboxRecord>()
    // What another tab wrote meanwhile may belong between those held.
    const isBetween = cid < newest && !list.has(cid)
    if (cid > newest) newest = cid
    list.set(cid, record)
    lists.set(conversationId, isBetween ? new Map([...list].sort(([a], [b]) => (a < b ? -1 : 1))) : list)
    onChange(record, true)
  }

  function remove(record: OutboxRecord): void {
    lists.get(record.conversationId)?.delete(record.cid)
    onChange(record, false)
  }

  function lose(record: OutboxRecord): void {
    onLost(record)
    remove(record)
  }

  async function store(record: OutboxRecord): Promise<void> {
    const mine = life
    await storage.set(recordKey(record), record)
    if (mine !== life) return storage.delete(recordKey(record))
    put(record)
    tell({ put: record })
  }

  async function drop(record: OutboxRecord): Promise<void> {
    await storage.delete(recordKey(record))
    remove(record)
    tell({ gone: record })
  }

  /** What was typed is kept for its writer to decide; the rest is not worth it. */
  const fail = (record: OutboxRecord): Promise<void> =>
    isText(record) ? store({ ...record, state: 'failed' }) : drop(record)

  /** Runs while no tab sends the record or takes it back; null if one does, or it is gone. */
  const alone = <T>(
    record: OutboxRecord,
    run: (held: OutboxRecord) => Promise<T>,
    ifFree = false,
  ): Promise<T | null> => {
    const look = async (): Promise<T | null> => {
      const held = (await storage.get(recordKey(record))) as OutboxRecord | undefined
      if (held || !isShared()) return run(held ?? find(record.cid) ?? record)
      lose(record)
      return null
    }
    const lock = `deskbell-record-${record.cid}`
    return ifFree ? env.lock(lock, look, true) : env.lock(lock, look)
  }

  /** The next to send; none while the conversation's start has failed, as nothing after it can succeed. */
  function next(id: string): OutboxRecord | undefined {
    for (const record of lists.get(id)?.values() ?? []) {
      if (record.state === 'waiting') return record
      if (record.command === 'conversation.start') return undefined
    }
    return undefined
  }

  /** Sends one record; the delay until the next try, or null when it is decided. */
  async function attempt(record: OutboxRecord, lane: Lane): Promise<number | null> {
    const { cid } = record
    if (isStale(record, env.now())) {
      await fail({ ...record, expired: true })
      return null
    }
    if (!canSend()) {
      put({ ...record, attempts: record.attempts + 1 })
      return backoff(record.attempts, env.random())
    }
    sending.add(cid)
    // Known after a reload, and to the other tabs: what was tried may be in the log, and is not taken back.
    if (record.tried) onChange(record, true)
    else await store({ ...record, tried: true })
    if (!find(cid)) return null
    try {
      const result = await send(record)
      // While it is on the disk still: another tab that missed it there, not knowing why, would have to ask for the log.
      tell({ sent: record, result })
      await storage.delete(recordKey(record))
      sending.delete(cid)
      // Not before: a view opened meanwhile has drawn it as well.
      onSent(record, result)
      remove(record)
      outcomes.get(cid)?.resolve(result)
      return null
    } catch (error) {
      sending.delete(cid)
      // Taken away meanwhile, because somebody else sits here now.
      if (!find(cid)) return null
      if (error instanceof ApiError && error.retryable) {
        put({ ...record, tried: true, attempts: record.attempts + 1 })
        const asked = (error.problem?.retry_after ?? 0) * 1_000
        lane.isHeld = asked > 0
        return asked || backoff(record.attempts, env.random())
      }
      outcomes.get(cid)?.reject(error)
      // The server has decided: it is not in the log.
      const { tried, ...refused } = record
      await fail({ ...refused, problem: error instanceof ApiError ? error.problem : null })
      return null
    }
  }

  async function run(id: string, now: 'now' | 'if free' = 'if free'): Promise<void> {
    const lane = lanes.get(id) ?? { busy: false, isHeld: false, cancel: () => {} }
    lanes.set(id, lane)
    if (now === 'now') lane.isHeld = false
    if (closed || lane.busy || lane.isHeld || !next(id)) return
    lane.cancel()
    lane.busy = true
    let delay: number | null = null
    for (let record = next(id); record && delay === null && !closed; record = next(id)) {
      const first = record
      delay = await alone(first, () => attempt(first, lane))
    }
    lane.busy = false
    if (delay !== null) lane.cancel = env.after(delay, () => void run(id, 'now'))
    else void run(id)
  }

  /** Reads what is stored: another tab may have written it, or sent it, and gone before it could tell. */
  async function refresh(): Promise<void> {
    const before = all()
    const stored = (await storage.list(OUTBOX_PREFIX)) as OutboxRecord[]
    const kept = new Set(stored.map(({ cid }) => cid))
    if (isShared())
      for (const record of before) if (!kept.has(record.cid) && !sending.has(record.cid)) lose(record)
    for (const record of stored)
      if (isForgotten(record, env.now())) await storage.delete(recordKey(record))
      else if (find(record.cid)?.state !== record.state) put(record)
  }

  const load = (): Promise<void> => {
    loading ??= refresh()
    return loading
  }

  async function add(
    command: OutboxCommand,
    input: Record<string, unknown>,
    onId: (cid: string) => void = () => {},
  ): Promise<void> {
    await load()
    const cid = clientId(env.now())
    onId(cid)
    const conversationId = input.conversation_id as string
    const at = env.now()
    // What goes out at once is stored as tried, which saves a write.
    const tried = canSend() && next(conversationId) === undefined && !storing.has(conversationId)
    const state = 'waiting'
    storing.add(conversationId)
    try {
      await store({ cid, conversationId, command, input, at, state, problem: null, attempts: 0, tried })
    } finally {
      storing.delete(conversationId)
    }
    void run(conversationId)
  }

  async function takeBack(record: OutboxRecord): Promise<string> {
    const { command, input, conversationId } = record
    const follower = of(conversationId).find((other) => other.command === 'message.send')
    if (command === 'conversation.start' && follower) {
      // The next message has to start the conversation now; before the lane is free to send it as what it was.
      const { body, attachments } = follower.input
      const { attachments: _, ...begun } = input
      const started = { ...begun, message: body, ...(attachments !== undefined && { attachments }) }
      await store({ ...follower, command: 'conversation.start', input: started })
    }
    await drop(record)
    void run(conversationId)
    return textOf(record)
  }

  return {
    load,
    of,
    all,
    isSending: (cid: string) => sending.has(cid),
    /** Resolves once it is stored and drawn. */
    add: (command: OutboxCommand, input: Record<string, unknown>) => add(command, input),
    /** As `add`, but resolves with the server's answer, whenever that is, and rejects when refused for good. */
    perform: (command: OutboxCommand, input: Record<string, unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        add(command, input, (cid) => outcomes.set(cid, { resolve, reject })).catch(reject)
      }),
    /** `change`: of what it says; only for one the server has refused, as the same cid must say the same. */
    async retry(cid: string, change: Record<string, unknown> = {}): Promise<void> {
      const record = find(cid)
      if (!record) return
      const { expired, ...rest } = record
      const input = { ...record.input, ...change }
      await store({ ...rest, input, at: env.now(), state: 'waiting', problem: null, attempts: 0 })
      void run(record.conversationId)
    },
    /** Takes a text back; null when it is too late, as it is on its way, may be, or has arrived. */
    async discard(cid: string): Promise<string | null> {
      const record = find(cid)
      if (!record || sending.has(cid)) return null
      // What waits is on its way as soon as another tab holds it; what has failed is nowhere.
      const isFailed = record.state === 'failed'
      return alone(record, async (held) => (held.tried && !isFailed ? null : takeBack(record)), !isFailed)
    },
    /** Tries everything now, also what another tab has left: the line is back. */
    async flush(): Promise<void> {
      await refresh()
      for (const id of lists.keys()) void run(id, 'now')
    },
    /** What another tab has told. */
    hear(news: OutboxNews): void {
      if ('put' in news) {
        put(news.put)
        void run(news.put.conversationId)
        return
      }
      const record = 'sent' in news ? news.sent : news.gone
      const outcome = outcomes.get(record.cid)
      if ('sent' in news) {
        onSent(record, news.result)
        outcome?.resolve(news.result)
      } else if (record.problem) outcome?.reject(fromProblem(record.problem))
      remove(record)
    },
    /**
     * Forgets what is in memory; the storage may be another one at the next `load`. `forGood`: what is being stored at
     * this moment goes, too.
     */
    leave(forGood = false): void {
      for (const lane of lanes.values()) lane.cancel()
      if (forGood) life++
      lists.clear()
      loading = null
    },
    close(): void {
      closed = true
      for (const lane of lanes.values()) lane.cancel()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
