// One open conversation, for either side: keeps its state true to the log, whatever the line does meanwhile.
// Knows neither what a visitor may do nor what an agent may: those add their commands to it.

import type { Actor } from '../protocol/actor.ts'
import type { Attachment } from '../protocol/attachment.ts'
import type { AgentConversation, VisitorConversation } from '../protocol/conversation.ts'
import type { LogEvent } from '../protocol/event.ts'
import type { ServerFrame } from '../protocol/frame.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import type { Call } from './command-call.ts'
import { blankConversation, type ConversationState, type PendingMessage } from './conversation-state.ts'
import { createHappeningNow } from './happening-now.ts'
import type { KeyValueStore } from './key-value-store.ts'
import {
  changeOutgoing,
  commitOutgoing,
  dropLost,
  emptyLog,
  hasLost,
  lastSeq,
  loseOutgoing,
  type MergedLog,
  mergeEarlier,
  mergeEvents,
  mergeOutgoing,
  needsSync,
  type Outgoing,
  resetLog,
} from './log-merge.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxRecord } from './outbox-record.ts'
import type { SharedSocket } from './shared-socket.ts'
import { DRAFT_PREFIX } from './storage-keys.ts'
import { createStore } from './store.ts'
import { createTypingSender } from './typing-sender.ts'

/** How long a gap may close by itself before the rest is asked for. */
const GAP_PATIENCE = 300
const RETRY_AFTER = 1_500
const READ_DELAY = 300

export interface ViewDeps {
  id: string
  env: Environment
  socket: SharedSocket
  call: Call
  outbox: Outbox
  storage: KeyValueStore
  /** Whether the actor is on the viewer's own side of the conversation. */
  isOwnSide(actor: Actor): boolean
  /** Whether the actor is the viewer, perhaps in another tab. */
  isSelf(actor: Actor): boolean
  /** Whether what is typed travels along, or only that something is. */
  tellsText: boolean
}

export type ConversationFrame = Extract<ServerFrame, { data: { conversation_id: string } }>

/** The part of a log command's answer that a view needs. */
interface Committed<Conversation> {
  seq: number
  conversation?: Conversation
}

/** Opens the view; the caller fetches with `sync`, hands on what the line tells, and closes. */
export function createLiveConversation<Conversation extends VisitorConversation | AgentConversation>({
  id,
  env,
  socket,
  call,
  outbox,
  storage,
  isOwnSide,
  isSelf,
  tellsText,
}: ViewDeps) {
  const { connection } = socket
  const conversation_id = id
  const state = createStore<ConversationState<Conversation>>(blankConversation(id))
  let log: MergedLog = emptyLog
  let syncing: Promise<void> | null = null
  let cancelGap: (() => void) | null = null
  let cancelRead: (() => void) | null = null
  let readTo = 0
  /** What was before the reader's eyes; what comes while that is being told is not. */
  let seen = 0
  let starting = false
  /** What is sent is stored before it leaves the draft, so that it is always in one of the two. */
  let storing: Promise<void> | null = null
  let closed = false

  const patch = (change: Partial<ConversationState<Conversation>>): void =>
    state.update((before) => ({ ...before, ...change }))

  const now = createHappeningNow({ env, get: state.get, patch, isSelf })

  function toPending({
    cid,
    command,
    input,
    at,
    state: stored,
    problem,
    expired,
    tried,
  }: OutboxRecord): PendingMessage | null {
    const body = input.message ?? input.body
    if (typeof body !== 'string') return null
    // What waits for its turn while the line is up needs no word about the network.
    const moving = outbox.isSending(cid) || connection.get().state === 'online'
    return {
      cid,
      body,
      at,
      problem,
      ...(input.attachments !== undefined && { attachments: input.attachments as Attachment[] }),
      ...(expired && { expired }),
      ...(tried && { tried }),
      kind: command === 'note.add' ? 'note' : 'message',
      state: stored === 'waiting' && moving ? 'sending' : stored,
    }
  }

  function drawn(message: Outgoing): PendingMessage {
    if (message.seq === undefined) return message
    const { seq, ...committed } = message
    return { ...committed, state: 'sending' }
  }

  function setLog(next: MergedLog): void {
    if (next === log) return
    const isAsDrawn = next.outgoing === log.outgoing
    log = next
    patch({
      events: log.events,
      hasEarlier: (log.events[0]?.seq ?? 1) > 1,
      ...(!isAsDrawn && { pending: log.outgoing.map(drawn) }),
    })
    closeGap()
  }

  /** Missing events usually are on their way; when they do not come, ask. */
  function closeGap(): void {
    if (!needsSync(log) || cancelGap || syncing) return
    cancelGap = env.after(GAP_PATIENCE, () => {
      cancelGap = null
      if (needsSync(log)) void sync()
    })
  }

  /** The server's log has come so far. */
  function setHead(head: number): void {
    if (head > log.head) setLog({ ...log, head })
    else closeGap()
  }

  const unstarted = (): OutboxRecord | undefined =>
    outbox.of(id).find(({ command }) => command === 'conversation.start')

  function startChanged(): void {
    const start = unstarted()
    if (start?.state === 'failed') patch({ phase: 'failed', problem: start.problem })
    else if (start) patch({ phase: 'loading', problem: null })
    else if (starting && state.get().conversation) void sync()
    starting = start !== undefined
  }

  async function catchUp(): Promise<void> {
    const after = lastSeq(log)
    const { outgoing } = log
    try {
      const stretch = await call('conversation.subscribe', { conversation_id, after })
      if (closed) return
      changed(stretch.conversation as Conversation)
      took(stretch.events)
      const merged = (stretch.mode === 'reset' ? resetLog : mergeEvents)(log, stretch.events, stretch.head)
      setLog(dropLost(merged, outgoing))
      patch({ phase: 'ready', problem: null })
      syncing = null
      // Without progress the next heartbeat asks again, not a loop.
      if (lastSeq(log) > after) closeGap()
    } catch (error) {
      syncing = null
      if (closed || !(error instanceof ApiError)) return
      if (!error.retryable) {
        setLog(dropLost(log, outgoing))
        patch({ phase: 'failed', problem: error.problem })
      }
      // Without a line, its return or the polling tries again.
      else if (connection.get().state === 'online')
        cancelGap ??= env.after(RETRY_AFTER * (1 + env.random()), () => void sync())
    }
  }

  /** Fetches what is missing and, on a socket, subscribes. */
  function sync(): Promise<void> {
    if (closed || unstarted()) return Promise.resolve()
    cancelGap?.()
    cancelGap = null
    syncing ??= catchUp()
    return syncing
  }

  /** What is being fetched may have been asked for too early. */
  const syncAnew = (): void => void (syncing ?? Promise.resolve()).then(sync)

  function changed(next: Conversation): void {
    const held = state.get().conversation
    if (!next || (held && next.head < held.head)) return
    patch({
      conversation: held
        ? {
            ...next,
            read_seq: Math.max(held.read_seq, next.read_seq),
            other_read_seq: Math.max(held.other_read_seq, next.other_read_seq),
          }
        : next,
    })
    if (next.head > log.head) setLog({ ...log, head: next.head })
  }

  /** Of what is new, messages end what their author was about to do. */
  function took(events: readonly LogEvent[]): void {
    const last = lastSeq(log)
    for (const { seq, type, actor } of events) if (seq > last && type === 'message.created') now.spoke(actor)
  }

  function marked(actor: Actor, seq: number): void {
    const { conversation } = state.get()
    const mark = isOwnSide(actor) ? 'read_seq' : 'other_read_seq'
    if (conversation && seq > conversation[mark]) patch({ conversation: { ...conversation, [mark]: seq } })
  }

  function handle({ type, data }: ConversationFrame): void {
    if (type === 'events' || type === 'reset') {
      took(data.events)
      setLog((type === 'reset' ? resetLog : mergeEvents)(log, data.events, data.head))
    } else if (type === 'typing.started') now.startTyping(data.actor, data.text)
    else if (type === 'typing.stopped') now.stopTyping(data.actor)
    else if (type === 'read.marked') marked(data.actor, data.seq)
    else if (type === 'answer.chunk') now.addChunk(data)
    else if (type === 'answer.ended') now.endRun(data)
  }

  const typing = createTypingSender({
    env,
    start: (text) => socket.post('typing.start', { conversation_id, ...(tellsText && { text }) }),
    stop: () => socket.post('typing.stop', { conversation_id }),
  })

  async function markRead(): Promise<void> {
    cancelRead = null
    const seq = seen
    if (seq <= Math.max(readTo, state.get().conversation?.read_seq ?? 0)) return
    const before = readTo
    readTo = seq
    try {
      await call('read.mark', { conversation_id, seq })
      const { conversation } = state.get()
      if (conversation && conversation.read_seq < seq)
        patch({ conversation: { ...conversation, read_seq: seq } })
    } catch {
      // Tried again with the next `read`.
      readTo = before
    }
  }

  const draftKey = DRAFT_PREFIX + id

  return {
    state,
    handle,
    changed,
    sync,
    /** Last number held, to resume from; null while there is nothing to resume. */
    cursor: () => (state.get().phase === 'ready' ? lastSeq(log) : null),
    /** The line is up again. With a head, the server follows on from our cursor by itself. */
    resume(head?: number): void {
      now.restart()
      if (head === undefined || state.get().phase !== 'ready' || hasLost(log)) syncAnew()
      else setHead(head)
    },
    setHead,
    /** Draws all of the outbox anew. */
    outboxChanged(): void {
      const held = outbox.of(id)
      if (held.length + log.outgoing.length === 0) return
      setLog(
        mergeOutgoing(
          log,
          held.flatMap((record) => toPending(record) ?? []),
        ),
      )
      startChanged()
    },
    recordChanged(record: OutboxRecord, isHeld: boolean): void {
      setLog(changeOutgoing(log, record.cid, isHeld ? toPending(record) : null))
      if (record.command === 'conversation.start') startChanged()
    },
    /** The server has committed a command of ours; `cid` if it was a message. */
    committed({ seq, conversation }: Committed<Conversation>, cid = ''): void {
      if (conversation) changed(conversation)
      setLog(commitOutgoing(log, cid, seq))
    },
    /** The outbox holds a message no more and cannot say why: it stays drawn until the log has told. */
    lost(cid: string): void {
      const next = loseOutgoing(log, cid)
      if (next === log) return
      setLog(next)
      syncAnew()
    },
    async send(
      command: 'message.send' | 'note.add',
      body: string,
      attachments: readonly Attachment[] = [],
      more: Record<string, unknown> = {},
    ): Promise<void> {
      typing.end(false)
      const stored = outbox.add(command, {
        conversation_id,
        body,
        ...(attachments.length > 0 && { attachments }),
        ...more,
      })
      storing = stored
        .catch(() => {})
        .then(() => {
          storing = null
        })
      await stored
    },
    retry: outbox.retry,
    discard: (cid: string): Promise<string | null> => outbox.discard(cid),
    draft: {
      get: async (): Promise<string> => String((await storage.get(draftKey)) ?? ''),
      set(text: string): void {
        const keep = (): Promise<void> => (text ? storage.set(draftKey, text) : storage.delete(draftKey))
        void (storing ? storing.then(keep) : keep())
      },
    },
    typing: typing.change,
    read(): void {
      seen = lastSeq(log)
      cancelRead ??= env.after(READ_DELAY, () => void markRead())
    },
    async loadEarlier(limit?: number): Promise<void> {
      const before = log.events[0]?.seq ?? 0
      if (before < 2) return
      const { events } = await call('conversation.history', {
        conversation_id,
        before,
        ...(limit && { limit }),
      })
      setLog(mergeEarlier(log, events))
    },
    /** Whoever it is of has left: what is drawn of it goes. */
    blank(): void {
      log = emptyLog
      state.set(blankConversation(id))
    },
    close(): void {
      closed = true
      typing.end(true)
      for (const cancel of [cancelGap, cancelRead, now.close]) cancel?.()
      socket.post('conversation.unsubscribe', { conversation_id })
    },
  }
}

export type LiveConversation<C extends VisitorConversation | AgentConversation> = ReturnType<
  typeof createLiveConversation<C>
>
