// What the socket endpoint is told and what it promises. It carries frames; what they mean is not its business.

import type { IncomingMessage, Server } from 'node:http'
import type { CommandFrame, Hello, ServerFrame } from '../../../sdk/protocol/frame.ts'
import { LIMITS } from '../../../sdk/protocol/limits.ts'
import type { Log } from '../log.ts'
import type { SocketCounts } from './socket-counts.ts'

/** Who is at the other end; rooms above say more of them. */
export interface HubPrincipal {
  side: string
  id: string
}

export interface SendOptions {
  /** May be dropped when the receiver is slow: typing, presence, pieces of an answer. */
  ephemeral?: boolean
}

/** One authenticated connection. */
export interface HubSocket<P> {
  readonly id: string
  readonly principal: P
  /** As limits count it. */
  readonly ip: string
  readonly rooms: readonly string[]
  /** Sends, unless the connection is closing: then nothing happens. */
  send(frame: ServerFrame, options?: SendOptions): void
  /** When little waits for the receiver, or it is gone; null: at once. For whoever has much to send. */
  drained(): Promise<void> | null
  join(room: string): void
  leave(room: string): void
  /** Says goodbye with a close code; frames that still arrive are ignored. */
  close(code: number, reason: string): void
}

export interface HubMetrics {
  opened(side: string): void
  closed(side: string): void
  command(type: string, outcome: string, seconds: number): void
  dropped(): void
}

export interface HubLimits {
  /** Sockets of one principal, by side. */
  perPrincipal: Readonly<Record<string, number>>
  perIp: number
  unauthenticated: number
  /** Frames a second, and how many may come at once. */
  frames: { perSecond: number; burst: number }
  /** Commands of one socket waiting for their turn. */
  queue: number
  frameBytes: number
  /** Bytes waiting for a slow receiver: above the first, droppable frames are; above the second, it is cut off. */
  bufferedSoft: number
  bufferedHard: number
}

export const HUB_LIMITS: HubLimits = {
  perPrincipal: { visitor: 5, agent: 20 },
  perIp: 60,
  unauthenticated: 1000,
  frames: { perSecond: 20, burst: 40 },
  queue: 64,
  frameBytes: LIMITS.frameBytes,
  bufferedSoft: 256 * 1024,
  bufferedHard: 1024 * 1024,
}

/** All in milliseconds. */
export interface HubIntervals {
  /** From the upgrade to the hello frame. */
  hello: number
  /** Between pings, and between heartbeats. */
  beat: number
  /** Between looks whether a session still holds. */
  recheck: number
  /** How long a receiver may take nothing while something waits for it. */
  stuck: number
  /** How long a closing server waits for commands at work … */
  drain: number
  /** … and then for peers to answer the close. */
  farewell: number
  /** Over how long clients spread their return after a goodbye. */
  comeBack: number
}

export const HUB_INTERVALS: HubIntervals = {
  hello: 5000,
  beat: 25_000,
  recheck: 5 * 60_000,
  stuck: 10_000,
  drain: 3000,
  farewell: 2000,
  comeBack: 15_000,
}

export type UpgradeVerdict = { ok: true } | { ok: false; status: number }

export interface HubOptions<P extends HubPrincipal> {
  path?: string
  log: Pick<Log, 'info' | 'warn' | 'error'>
  metrics?: HubMetrics
  clock?: () => Date
  /** The address limits count by; default: the connection's own. */
  ipOf?: (request: IncomingMessage) => string
  /** Judges the handshake, above all its Origin, before any 101. */
  allowUpgrade(request: IncomingMessage): Promise<UpgradeVerdict>
  /** @throws Problem, which closes the socket with 4000 + its status. */
  authenticate(hello: Hello, request: IncomingMessage): Promise<P>
  /** First thing after authentication: send `welcome`, join rooms. Commands wait until it is done. */
  onReady(socket: HubSocket<P>, hello: Hello): Promise<void>
  /** One command at a time, in order. Sends the ack itself; what it throws becomes the nack. */
  onFrame(socket: HubSocket<P>, frame: CommandFrame): Promise<void>
  /** Such a command needs no turn: it waits for nothing, and none waits for it. */
  isLight?(socket: HubSocket<P>, frame: CommandFrame): boolean
  /** Once for every socket `onReady` was called for, after that has settled, even if it failed. */
  onClose?(socket: HubSocket<P>): void
  /** Heads of the streams this socket follows, for heartbeats. */
  heads?(socket: HubSocket<P>): Record<string, number>
  /** Whether the principal's session still holds. */
  recheck?(principal: P): Promise<boolean>
  limits?: Partial<HubLimits>
  /** The other nodes' sockets count too. */
  elsewhere?: SocketCounts | undefined
  intervals?: Partial<HubIntervals>
}

export interface Hub<P extends HubPrincipal> {
  attach(server: Server): void
  /** To every socket in the room; the frame is serialised once. */
  publish(room: string, frame: ServerFrame, options?: SendOptions & { except?: HubSocket<P> }): void
  sockets(): Iterable<HubSocket<P>>
  /** Sockets in the room. */
  inRoom(room: string): Iterable<HubSocket<P>>
  count(filter?: (socket: HubSocket<P>) => boolean): number
  /** Lets commands at work finish, says goodbye, closes with 1012. */
  close(): Promise<void>
}
