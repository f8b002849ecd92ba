// One socket from its upgrade to its end: hello, then commands one at a time, then over. A class, and fields that are
// only there while they are needed: a node holds tens of thousands that are mostly silent.

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData } from 'ws'
import { CLOSE, type CommandFrame, type Hello, type ServerFrame } from '../../../sdk/protocol/frame.ts'
import { asProblem } from '../as-problem.ts'
import { errorFields } from '../error-fields.ts'
import { Problem } from '../problem.ts'
import type {
  HubIntervals,
  HubMetrics,
  HubOptions,
  HubPrincipal,
  HubSocket,
  SendOptions,
} from './hub-options.ts'
import { type Incoming, readFrame, readHello } from './incoming-frame.ts'
import type { LineOwner, LiveWebSocket } from './live-web-socket.ts'
import { Outgoing, type WayOut } from './outgoing.ts'
import type { Beating } from './pulse.ts'
import type { RoomRegistry } from './room-registry.ts'
import { textFrame } from './text-frame.ts'
import { TokenBucket } from './token-bucket.ts'
import { TurnQueue } from './turn-queue.ts'
import type { Place } from './upgrade.ts'

/** `joining` lasts from hello to the end of `onReady`; commands wait for it. `over`: nothing is read any more. */
type Stage = 'hello' | 'joining' | 'ready' | 'over'

/** What all connections of a hub have in common. */
export interface Surroundings<P extends HubPrincipal> extends WayOut {
  options: HubOptions<P>
  intervals: HubIntervals
  clock: () => number
  metrics: HubMetrics
  rooms: RoomRegistry<Connection<P>>
  /** @throws Problem `too-many-sockets`; called once the principal is known. */
  admit(connection: Connection<P>): void
  /** Called once, `admitted` or not. */
  discharge(connection: Connection<P>): void
}

/** Try again later (RFC 6455 registry) for what is not the client's fault; else 4000 + status. */
const closeCodeOf = ({ status }: Problem): number => (status >= 500 ? 1013 : 4000 + status)
const NO_ROOMS: readonly string[] = []

export class Connection<P extends HubPrincipal> implements HubSocket<P>, LineOwner, Beating {
  slot = 0
  readonly place: Place
  rooms = NO_ROOMS
  /** Counted as somebody's, and told to the app. */
  admitted = false
  private readonly ws: LiveWebSocket
  private readonly around: Surroundings<P>
  private readonly outgoing: Outgoing
  private readonly bucket: TokenBucket
  private readonly turns = new TurnQueue()
  private stage: Stage = 'hello'
  private isAlive = true
  private checkedAt: number
  private who: P | null = null
  private name: string | null = null
  /** Until hello has been answered: its headers are kilobytes. */
  private request: IncomingMessage | null
  private helloTimer: NodeJS.Timeout | null

  constructor(
    { ws, line, request, place }: { ws: LiveWebSocket; line: Duplex; request: IncomingMessage; place: Place },
    around: Surroundings<P>,
  ) {
    const now = around.clock()
    this.ws = ws
    this.request = request
    this.place = place
    this.around = around
    this.outgoing = new Outgoing(ws, line)
    this.bucket = new TokenBucket(around.limits.frames, now)
    this.checkedAt = now
    this.helloTimer = setTimeout(() => this.endWith(new Problem('hello-expected')), around.intervals.hello)
    ws.belongTo(this)
  }

  get ip(): string {
    return this.place.ip
  }

  get id(): string {
    this.name ??= randomUUID()
    return this.name
  }

  /** Of an admitted connection only. */
  get principal(): P {
    return this.who!
  }

  send(frame: ServerFrame, { ephemeral = false }: SendOptions = {}): void {
    this.sendRaw(textFrame(JSON.stringify(frame)), ephemeral, this.around.clock())
  }

  /** A frame that is bytes already, for it goes to many. */
  sendRaw(bytes: Buffer, ephemeral: boolean, now: number): void {
    if (!this.outgoing.send(bytes, ephemeral, now, this.around)) this.around.metrics.dropped()
  }

  drained(): Promise<void> | null {
    return this.outgoing.drained(this.around.limits)
  }

  join(room: string): void {
    // A command may finish after its socket has gone: it must not leave a ghost behind.
    if (this.ws.readyState > this.ws.OPEN || this.rooms.includes(room)) return
    this.rooms = [...this.rooms, room]
    this.around.rooms.join(room, this)
  }

  leave(room: string): void {
    this.rooms = this.rooms.filter((joined) => joined !== room)
    this.around.rooms.leave(room, this)
  }

  close(code: number, reason: string): void {
    this.stage = 'over'
    this.ws.close(code, reason)
  }

  /** Ping, heartbeat, session check: once a beat. */
  beat(): void {
    const { ws, around } = this
    if (!this.isAlive) ws.terminate()
    else if (this.admitted && this.stage !== 'over') {
      this.isAlive = false
      ws.ping()
      const heads = around.options.heads?.(this) ?? {}
      this.send({ type: 'heartbeat', data: { at: this.now(), heads } }, { ephemeral: true })
      this.recheck()
    }
  }

  /** Cuts the line of a receiver that takes nothing. */
  endIfStuck(now: number): void {
    if (this.outgoing.isStuck(now, this.around.intervals.stuck)) this.ws.terminate()
  }

  /** Reads no more, lets commands at work finish, then closes; whoever does not answer the close is cut off. */
  async drain(goodbye: ServerFrame): Promise<void> {
    const { ws } = this
    const { drain, farewell } = this.around.intervals
    const gone = new Promise<void>((resolve) => {
      if (ws.readyState === ws.CLOSED) resolve()
      else ws.once('close', () => resolve())
    })
    const atMost = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
    this.stage = 'over'
    this.stopWaiting()
    await Promise.race([this.turns.idle(), atMost(drain)])
    this.send(goodbye)
    ws.close(CLOSE.restart, 'restart')
    await Promise.race([gone, atMost(farewell).then(() => ws.terminate())])
    await gone
  }

  heard(data: RawData, isBinary: boolean): void {
    this.isAlive = true
    // Frames that were on their way when the socket was given up still arrive (ws#2209).
    if (this.stage === 'over') return
    if (!this.takeToken()) this.endWith(new Problem('quota-exceeded', 'Too many frames.', { retryAfter: 1 }))
    else this.act(this.stage === 'hello' ? readHello(data, isBinary) : readFrame(data, isBinary))
  }

  /** Answering pings costs as much as answering frames. */
  pinged(): void {
    if (this.stage !== 'over' && !this.takeToken())
      this.endWith(new Problem('quota-exceeded', 'Too many pings.', { retryAfter: 1 }))
  }

  ponged(): void {
    this.isAlive = true
  }

  /** What ws refuses (oversize, fragments, bad UTF-8) it closes itself, with the code of RFC 6455. */
  failed(): void {
    this.stage = 'over'
  }

  ended(): void {
    const { around } = this
    this.stage = 'over'
    this.stopWaiting()
    for (const room of this.rooms) around.rooms.leave(room, this)
    around.discharge(this)
    if (!this.admitted) return
    around.metrics.closed(this.principal.side)
    // Not before `onReady` and the command at work are through: what they began, `onClose` undoes.
    this.turns.idle().then(() => this.tellClosed())
  }

  private act(incoming: Incoming): void {
    const { limits, options } = this.around
    switch (incoming.kind) {
      case 'hello': {
        const { hello } = incoming
        this.stage = 'joining'
        this.stopWaiting()
        this.turns.add(() => this.welcome(hello), limits.queue)
        return
      }
      case 'ping':
        this.send({ type: 'pong', data: { at: this.now() } })
        return
      case 'command': {
        const { frame } = incoming
        if (this.stage === 'ready' && options.isLight?.(this, frame)) void this.run(frame)
        else if (!this.turns.add(() => this.run(frame), limits.queue))
          this.nack(frame.cid, new Problem('busy', undefined, { retryAfter: 1 }))
        return
      }
      case 'refused':
        this.nack(incoming.cid, incoming.problem)
        return
      case 'fault':
        this.sendProblem(incoming.problem)
        if (incoming.close) {
          const { code } = incoming.problem
          this.close(code === 'hello-expected' ? CLOSE.unauthenticated : CLOSE.badRequest, code)
        }
    }
  }

  private async welcome(hello: Hello): Promise<void> {
    const { options, metrics, admit } = this.around
    try {
      this.who = await options.authenticate(hello, this.request!)
      this.request = null
      if (this.stage === 'over') return
      admit(this)
      this.admitted = true
      metrics.opened(this.who.side)
      await options.onReady(this, hello)
      if (this.stage === 'joining') this.stage = 'ready'
    } catch (error) {
      const problem = asProblem(error)
      this.note(problem, 'a hello failed')
      this.endWith(problem)
    }
  }

  private async run(frame: CommandFrame): Promise<void> {
    if (!this.admitted || this.ws.readyState > this.ws.OPEN) return
    const { options, metrics } = this.around
    // Whoever does not take the answers they have gets no others.
    const isFull = this.drained()
    if (isFull) await isFull
    const begun = performance.now()
    let outcome = 'ok'
    try {
      await options.onFrame(this, frame)
    } catch (error) {
      const problem = asProblem(error)
      outcome = problem.code
      this.note(problem, `${frame.type} failed`)
      this.nack(frame.cid, problem)
    }
    metrics.command(frame.type, outcome, (performance.now() - begun) / 1000)
  }

  private recheck(): void {
    const { options, intervals, clock } = this.around
    const now = clock()
    if (options.recheck === undefined || now - this.checkedAt < intervals.recheck) return
    this.checkedAt = now
    options.recheck(this.principal).then(
      (holds) => {
        if (!holds) this.endWith(new Problem('unauthenticated', 'The session has ended.'))
      },
      // A database that is away says nothing about the session.
      (error: unknown) => options.log.warn({ error: errorFields(error) }, 'hub: a session was not rechecked'),
    )
  }

  private sendProblem(problem: Problem): void {
    this.send({ type: 'problem', data: { problem: problem.toBody() } })
  }

  private nack(cid: string, problem: Problem): void {
    this.send({ type: 'nack', cid, data: { problem: problem.toBody(), retryable: problem.retryable } })
  }

  private endWith(problem: Problem): void {
    if (this.stage === 'over') return
    this.sendProblem(problem)
    this.close(closeCodeOf(problem), problem.code)
  }

  private note(problem: Problem, what: string): void {
    if (problem.status >= 500)
      this.around.options.log.error({ error: errorFields(problem.cause ?? problem) }, `hub: ${what}`)
  }

  private tellClosed(): void {
    try {
      this.around.options.onClose?.(this)
    } catch (error) {
      this.around.options.log.error({ error: errorFields(error) }, 'hub: onClose failed')
    }
  }

  private takeToken(): boolean {
    return this.bucket.take(this.around.limits.frames, this.around.clock())
  }

  private stopWaiting(): void {
    if (this.helloTimer) clearTimeout(this.helloTimer)
    this.helloTimer = null
  }

  private now(): string {
    return new Date(this.around.clock()).toISOString()
  }
}
