// The socket's frames. Commands travel up with a `cid` and are answered by ack or nack; facts travel down.
// A client ignores frame types and fields it does not know, so an old widget survives a new server.

import * as z from 'zod'
import { Actor } from './actor.ts'
import { Agent } from './agent.ts'
import { AgentConversation, VisitorConversation } from './conversation.ts'
import { DeskListName } from './desk-list.ts'
import { BulkOperation } from './desk-tools.ts'
import { LogStretch } from './event.ts'
import { LIMITS } from './limits.ts'
import { AgentNotification } from './notification.ts'
import { ProblemBody } from './problem-body.ts'
import { AttentionChange } from './visit.ts'
import { Whisper } from './whisper.ts'

/** Last number the client holds of each conversation it follows. */
export const Cursors = z.record(z.uuid(), z.int().min(0))

const HelloStreams = Cursors.refine((streams) => Object.keys(streams).length <= LIMITS.helloStreams, {
  error: `Name at most ${LIMITS.helloStreams} conversations and subscribe to the others.`,
}).default({})

export const Hello = z.object({
  type: z.literal('hello'),
  data: z.discriminatedUnion('role', [
    z.object({
      role: z.literal('visitor'),
      protocol: z.int(),
      site: z.string().max(100),
      token: z.string().max(200),
      streams: HelloStreams,
    }),
    /** Agents of the hosted console are known by their session cookie, sent with the handshake. */
    z.object({
      role: z.literal('agent'),
      protocol: z.int(),
      token: z.string().max(200).optional(),
      streams: HelloStreams,
    }),
  ]),
})
export type Hello = z.infer<typeof Hello>

/** A command as it travels; `data` is checked against the command's own schema. */
export const CommandFrame = z.object({ type: z.string().max(60), cid: z.uuid(), data: z.unknown() })
export type CommandFrame = z.infer<typeof CommandFrame>

export const ServerFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    data: z.object({
      protocol: z.int(),
      /** The server's clock, ISO 8601: clients show times relative to it. */
      at: z.string(),
      /** Heads of the streams named in hello; missed events follow as `events` or `reset`. */
      heads: Cursors,
    }),
  }),
  z.object({ type: z.literal('ack'), cid: z.uuid(), data: z.unknown() }),
  z.object({
    type: z.literal('nack'),
    cid: z.uuid(),
    data: z.object({ problem: ProblemBody, retryable: z.boolean() }),
  }),
  /** New rows of a log, in order. A gap to what the client holds means: subscribe again after your cursor. */
  z.object({ type: z.literal('events'), data: LogStretch }),
  z.object({ type: z.literal('reset'), data: LogStretch }),
  /** The conversation's present state; newer `head` wins. */
  z.object({
    type: z.literal('conversation.changed'),
    data: z.object({ conversation: z.union([AgentConversation, VisitorConversation]) }),
  }),
  z.object({
    type: z.literal('typing.started'),
    data: z.object({ conversation_id: z.uuid(), actor: Actor, text: z.string().optional() }),
  }),
  z.object({
    type: z.literal('typing.stopped'),
    data: z.object({ conversation_id: z.uuid(), actor: Actor }),
  }),
  /** `seq` in the receiver's numbers; only ever grows. */
  z.object({
    type: z.literal('read.marked'),
    data: z.object({ conversation_id: z.uuid(), actor: Actor, seq: z.int() }),
  }),
  /** A stretch of an answer the AI agent is writing: `off` is its place in characters within run `gen`. */
  z.object({
    type: z.literal('answer.chunk'),
    data: z.object({
      conversation_id: z.uuid(),
      gen: z.uuid(),
      off: z.int().min(0),
      text: z.string(),
      actor: Actor,
    }),
  }),
  z.object({
    type: z.literal('answer.ended'),
    data: z.object({
      conversation_id: z.uuid(),
      gen: z.uuid(),
      outcome: z.enum(['sent', 'withheld', 'stopped']),
    }),
  }),
  /** To agents: somebody's presence changed. */
  z.object({ type: z.literal('agent.changed'), data: z.object({ agent: Agent }) }),
  /** To agents who follow it: which colleagues have it on screen. */
  z.object({
    type: z.literal('viewers.changed'),
    data: z.object({
      conversation_id: z.uuid(),
      viewers: z.array(z.object({ id: z.uuid(), name: z.string(), since: z.string() })),
    }),
  }),
  /** To agents who follow it: whether its customer looks. Comes with following, too. */
  z.object({ type: z.literal('attention.changed'), data: AttentionChange }),
  /** To the agent it is for, on all their devices. */
  z.object({ type: z.literal('notification.created'), data: z.object({ notification: AgentNotification }) }),
  z.object({
    type: z.literal('notification.read'),
    data: z.object({ ids: z.array(z.uuid()), unread: z.int() }),
  }),
  /** To a team's agents: a list of theirs is no longer as it was read. */
  z.object({ type: z.literal('desk.changed'), data: z.object({ list: DeskListName }) }),
  z.object({ type: z.literal('bulk.progress'), data: z.object({ operation: BulkOperation }) }),
  /** To the agent who wrote it, on their other devices. */
  z.object({
    type: z.literal('reply.kept'),
    data: z.object({
      conversation_id: z.uuid(),
      kind: z.enum(['message', 'note']),
      body: z.string(),
      at: z.string(),
    }),
  }),
  /** To the two it is between, on all their devices. */
  z.object({ type: z.literal('whisper.created'), data: z.object({ whisper: Whisper }) }),
  z.object({ type: z.literal('heartbeat'), data: z.object({ at: z.string(), heads: Cursors }) }),
  z.object({ type: z.literal('pong'), data: z.object({ at: z.string() }) }),
  z.object({ type: z.literal('goodbye'), data: z.object({ retry_in_ms: z.int() }) }),
  z.object({ type: z.literal('problem'), data: z.object({ problem: ProblemBody }) }),
])
export type ServerFrame = z.infer<typeof ServerFrame>
export type ServerFrameType = ServerFrame['type']
export type ServerFrameOf<T extends ServerFrameType> = Extract<ServerFrame, { type: T }>

/** Close codes: 4000 + the HTTP status, besides RFC 6455's own. */
export const CLOSE = {
  goingAway: 1001,
  policy: 1008,
  restart: 1012,
  badRequest: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  tooMany: 4429,
} as const
