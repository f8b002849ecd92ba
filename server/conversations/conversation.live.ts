// The live side: who follows a conversation on a socket, and what of the bus's news goes to them as frames.
// A visitor's rooms only ever get rows with a public number.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import { PROTOCOL_VERSION } from '../../sdk/protocol/limits.ts'
import type { Bus, BusTopics } from '../platform/bus/bus.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Hub, HubSocket } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type Principal } from './access.ts'
import { createCoalescer } from './coalescer.ts'
import { toEvent } from './conversation-row.ts'
import type { ConversationViews } from './conversation-view.ts'
import type { Reading } from './reading.service.ts'
import { createRunningAnswers } from './running-answers.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    'conversation.typing': {
      workspace_id: string
      conversation_id: string
      actor: Actor
      side: 'visitor' | 'agent'
      /** Undefined: stopped. */
      text: string | undefined
    }
    /** A stretch of an answer being written; lost ones do not matter, the final text is in the log. */
    'answer.chunk': { conversation_id: string; gen: string; off: number; text: string; actor: Actor }
    'answer.ended': { conversation_id: string; gen: string; outcome: 'sent' | 'withheld' | 'stopped' }
    /** A customer wants the AI agent's running answer stopped. */
    'answer.stop': { conversation_id: string }
    /** Who is in has changed: every waiting customer's prospects have. */
    'staffing.changed': { workspace_id: string }
  }
}

export type LiveHub = Pick<Hub<Principal>, 'publish'>
type Socket = HubSocket<Principal>

export const ROOM = {
  /** A conversation's followers of one side. */
  visitors: (conversationId: string) => `visitors:${conversationId}`,
  agents: (conversationId: string) => `agents:${conversationId}`,
  /** All sockets of one customer, for their list and badge. */
  contact: (contactId: string) => `contact:${contactId}`,
  /** All of a workspace's consoles. */
  workspace: (workspaceId: string) => `workspace:${workspaceId}`,
}

const HEADS_KEPT = 10_000
/** A busy conversation's row in the inbox is redrawn so often at most; its messages travel on their own. */
const REST_MS = 400

export interface LiveDeps {
  hub: LiveHub
  bus: Bus
  log: Log
  views: ConversationViews
  reading: Reading
  commands: CommandRegistry
}

export function createConversationLive({ hub, bus, log, views, reading, commands }: LiveDeps) {
  const roomOf = (principal: Principal, id: string): string =>
    principal.side === 'visitor' ? ROOM.visitors(id) : ROOM.agents(id)

  /** Sends the present state to the team and to the customer. */
  const changed = createCoalescer<{ workspaceId: string; id: string }>({
    keyOf: ({ id }) => id,
    restMs: REST_MS,
    onError: (error) =>
      log.warn({ error: errorFields(error) }, 'live: a conversation could not be read for its followers'),
    async run({ workspaceId, id }) {
      const row = await views.load(workspaceId, id)
      const frame = (conversation: unknown) =>
        ({ type: 'conversation.changed', data: { conversation } }) as ServerFrame
      hub.publish(ROOM.workspace(workspaceId), frame(views.forAgent(row)))
      hub.publish(ROOM.contact(row.contact_id), frame(views.forVisitor(row)))
    },
  })

  /** Tells everybody who waits of their new place. */
  const queueMoved = createCoalescer<string>({
    keyOf: (workspaceId) => workspaceId,
    restMs: REST_MS,
    onError: (error) => log.warn({ error: errorFields(error) }, 'live: the queue could not be read'),
    async run(workspaceId) {
      for (const row of await views.waiting(workspaceId)) {
        const conversation = views.forVisitor(row)
        hub.publish(ROOM.contact(row.contact_id), { type: 'conversation.changed', data: { conversation } })
      }
    },
  })

  /** Heads as last heard of, for heartbeats; oldest out first, so that it stays small. */
  const heads = new Map<string, { visitor: number; agent: number }>()
  function rememberHead(id: string, side: 'visitor' | 'agent', head: number): void {
    const known = heads.get(id) ?? { visitor: 0, agent: 0 }
    heads.delete(id)
    heads.set(id, { ...known, [side]: Math.max(known[side], head) })
    if (heads.size > HEADS_KEPT) heads.delete(heads.keys().next().value!)
  }

  function onAppended({
    workspace_id,
    conversation_id,
    queue_moved,
    events,
  }: BusTopics['conversation.appended']): void {
    const publish = (side: 'visitor' | 'agent', room: string): void => {
      const rows = side === 'visitor' ? events.filter((row) => row.pub_seq !== null) : events
      if (rows.length === 0) return
      const own = rows.map((row) => toEvent(row, side))
      rememberHead(conversation_id, side, own.at(-1)!.seq)
      hub.publish(room, { type: 'events', data: { conversation_id, events: own, head: own.at(-1)!.seq } })
    }
    publish('visitor', ROOM.visitors(conversation_id))
    publish('agent', ROOM.agents(conversation_id))
    changed.ask({ workspaceId: workspace_id, id: conversation_id })
    if (queue_moved) queueMoved.ask(workspace_id)
  }

  function onTyping({
    workspace_id,
    conversation_id,
    actor,
    side,
    text,
  }: BusTopics['conversation.typing']): void {
    const frame = (shown?: string): ServerFrame =>
      text === undefined
        ? { type: 'typing.stopped', data: { conversation_id, actor } }
        : { type: 'typing.started', data: { conversation_id, actor, ...(shown && { text: shown }) } }
    // What somebody is still typing is for the team's eyes; a customer learns only that somebody does.
    if (side === 'visitor') hub.publish(ROOM.workspace(workspace_id), frame(text), { ephemeral: true })
    else {
      hub.publish(ROOM.agents(conversation_id), frame(), { ephemeral: true })
      hub.publish(ROOM.visitors(conversation_id), frame(), { ephemeral: true })
    }
  }

  function onRead({
    workspace_id,
    conversation_id,
    actor,
    seq,
    pub_seq,
  }: BusTopics['conversation.read']): void {
    const frame = (mark: number): ServerFrame => ({
      type: 'read.marked',
      data: { conversation_id, actor, seq: mark },
    })
    hub.publish(ROOM.agents(conversation_id), frame(seq))
    hub.publish(ROOM.visitors(conversation_id), frame(pub_seq))
    changed.ask({ workspaceId: workspace_id, id: conversation_id })
  }

  const toFollowers = (conversationId: string, frame: ServerFrame): void => {
    hub.publish(ROOM.visitors(conversationId), frame, { ephemeral: true })
    hub.publish(ROOM.agents(conversationId), frame, { ephemeral: true })
  }

  const running = createRunningAnswers({ bus })
  const stops = [
    bus.on('conversation.appended', onAppended),
    bus.on('conversation.typing', onTyping),
    bus.on('conversation.read', onRead),
    bus.on('answer.chunk', (data) => toFollowers(data.conversation_id, { type: 'answer.chunk', data })),
    bus.on('answer.ended', (data) => toFollowers(data.conversation_id, { type: 'answer.ended', data })),
    bus.on('staffing.changed', ({ workspace_id }) => queueMoved.ask(workspace_id)),
  ]

  type Call<
    N extends 'conversation.subscribe' | 'conversation.unsubscribe' | 'typing.start' | 'typing.stop',
  > = CommandCall<N, Principal, Socket>

  /**
   * Joined once it is allowed and before the rows are read: an event of the moment between may come twice, but never
   * not at all, and nobody hears of a stranger's conversation while they are being refused.
   */
  async function follow(principal: Principal, id: string, after: number, socket: Socket | undefined) {
    const room = roomOf(principal, id)
    const followed = socket?.rooms.has(room) ?? false
    try {
      const stretch = await reading.since(principal, id, after, () => socket?.join(room))
      rememberHead(id, principal.side, stretch.head)
      return stretch
    } catch (error) {
      // Whoever followed before goes on: a database that stumbles must not cut them off unnoticed.
      if (!followed) socket?.leave(room)
      throw error
    }
  }

  async function subscribe({ principal, input, socket }: Call<'conversation.subscribe'>): Promise<never> {
    const { conversation_id, after } = input
    const stretch = await follow(principal, conversation_id, after, socket)
    // Behind the ack, which goes out when this has returned.
    setImmediate(() => {
      const answer = running.soFar(conversation_id)
      if (answer) socket?.send(answer, { ephemeral: true })
    })
    return stretch as never
  }

  async function unsubscribe({ principal, input, socket }: Call<'conversation.unsubscribe'>): Promise<never> {
    socket?.leave(roomOf(principal, input.conversation_id))
    return { ok: true } as never
  }

  async function typing(
    principal: Principal,
    conversationId: string,
    text: string | undefined,
  ): Promise<never> {
    // One indexed read a signal: clients send one each few seconds at most.
    const row = await views.load(principal.workspaceId, conversationId)
    authorize(principal, row)
    bus.emit('conversation.typing', {
      workspace_id: principal.workspaceId,
      conversation_id: conversationId,
      actor: actorOf(principal),
      side: principal.side,
      text,
    })
    return { ok: true } as never
  }

  for (const side of ['visitor', 'agent'] as const) {
    commands.handle('conversation.subscribe', side, subscribe)
    commands.handle('conversation.unsubscribe', side, unsubscribe)
    commands.handle('typing.start', side, ({ principal, input }: Call<'typing.start'>) =>
      typing(principal, input.conversation_id, input.text ?? ''),
    )
    commands.handle('typing.stop', side, ({ principal, input }: Call<'typing.stop'>) =>
      typing(principal, input.conversation_id, undefined),
    )
  }

  return {
    /** A socket has said hello: its own rooms, and whatever it missed of the streams it follows. */
    async welcome(socket: Socket, streams: Readonly<Record<string, number>>): Promise<void> {
      const { principal } = socket
      socket.join(
        principal.side === 'visitor' ? ROOM.contact(principal.id) : ROOM.workspace(principal.workspaceId),
      )
      const reached: Record<string, number> = {}
      const missed: ServerFrame[] = []
      for (const [id, after] of Object.entries(streams)) {
        const stretch = await follow(principal, id, after, socket).catch((error: unknown) => {
          if (error instanceof Problem && error.code === 'conversation-not-found') return undefined
          throw error
        })
        if (!stretch) continue
        reached[id] = stretch.head
        const { mode, conversation, ...data } = stretch
        if (mode === 'reset' || data.events.length > 0)
          missed.push({ type: mode === 'reset' ? 'reset' : 'events', data } as ServerFrame)
        missed.push({ type: 'conversation.changed', data: { conversation } } as ServerFrame)
        const answer = running.soFar(id)
        if (answer) missed.push(answer)
      }
      const at = new Date().toISOString()
      socket.send({ type: 'welcome', data: { protocol: PROTOCOL_VERSION, at, heads: reached } })
      for (const frame of missed) socket.send(frame)
    },
    /** The customer stops the AI agent's running answer, on whichever node it runs. */
    async stopAnswer({
      principal,
      input,
    }: CommandCall<'answer.stop', Principal, Socket>): Promise<{ ok: true }> {
      authorize(principal, await views.load(principal.workspaceId, input.conversation_id))
      bus.emit('answer.stop', { conversation_id: input.conversation_id })
      return { ok: true }
    },
    /** Heads of the conversations a socket follows: a lost last event shows without further traffic. */
    heads(socket: Socket): Record<string, number> {
      const { side } = socket.principal
      const prefix = side === 'visitor' ? ROOM.visitors('') : ROOM.agents('')
      const followed: Record<string, number> = {}
      for (const room of socket.rooms) {
        const id = room.startsWith(prefix) ? room.slice(prefix.length) : undefined
        const head = id === undefined ? undefined : heads.get(id)?.[side]
        if (head !== undefined) followed[id!] = head
      }
      return followed
    },
    close: (): void => {
      for (const stop of stops) stop()
      running.close()
      changed.close()
      queueMoved.close()
    },
  }
}

export type ConversationLive = ReturnType<typeof createConversationLive>
