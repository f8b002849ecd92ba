// One socket from its upgrade to its end: hello, then commands one at a time, then over.

import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import { CLOSE, type CommandFrame, type Hello, type ServerFrame } from '../../../sdk/protocol/frame.ts'
import { asProblem } from '../as-problem.ts'
import { errorFields } from '../error-fields.ts'
import { Problem } from '../problem.ts'
import type {
  HubIntervals,
  HubLimits,
  HubMetrics,
  HubOptions,
  HubPrincipal,
  HubSocket,
  SendOptions,
} from './hub-options.ts'
import { type Incoming, readFrame, readHello } from './incoming-frame.ts'
import { createOutgoing } from './outgoing.ts'
import type { RoomRegistry } from './room-registry.ts'
import { createTokenBucket } from './token-bucket.ts'
import { createTurnQueue } from './turn-queue.ts'

/** `joining` lasts from hello to the end of `onReady`; commands wait for it. `over`: nothing is read any more. */
type Stage = 'hello' | 'joining' | 'ready' | 'over'

/** A socket as the hub itself sees it: it also takes frames that are bytes already. */
export interface LiveSocket<P> extends HubSocket<P> {
  sendRaw(payload: Buffer, options?: SendOptions): void
}

export interface ConnectionDeps<P extends HubPrincipal> {
  options: HubOptions<P>
  limits: HubLimits
  intervals: HubIntervals
  clock: () => number
  metrics: HubMetrics
  rooms: RoomRegistry<LiveSocket<P>>
  /** @throws Problem `too-many-sockets`; called once the principal is known. */
  admit(connection: Connection<P>, principal: P): void
  /** Called once, for admitted connections only. */
  discharge(connection: Connection<P>, principal: P): void
}

export interface Connection<P> {
  /** Null until authenticated. */
  socket(): HubSocket<P> | null
  /** Ping, heartbeat, session check: once a beat. */
  beat(): void
  /** Cuts the line of a receiver that takes nothing. */
  endIfStuck(): void
  /** Reads no more, lets commands at work finish, then closes. */
  drain(goodbye: ServerFrame): Promise<void>
}

/** Try again later (RFC 6455 registry) for what is not the client's fault; else 4000 + status. */
const closeCodeOf = ({ status }: Problem): number => (status >= 500 ? 1013 : 4000 + status)
const encode = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame))

export function createConnection<P extends HubPrincipal>(
  ws: WebSocket,
  request: IncomingMessage,
  deps: ConnectionDeps<P>,
): Connection<P> {
  const { options, limits, intervals, clock, metrics, rooms } = deps
  const { bufferedSoft, bufferedHard } = limits
  const outgoing = createOutgoing({ ws, bufferedSoft, bufferedHard, clock, onDropped: metrics.dropped })
  const take = createTokenBucket({ ...limits.frames, clock })
  const turns = createTurnQueue({ size: limits.queue })
  const gone = new Promise<void>((resolve) => ws.once('close', () => resolve()))
  let stage: Stage = 'hello'
  let socket: LiveSocket<P> | null = null
  let isAlive = true
  let checkedAt = clock()

  const now = (): string => new Date(clock()).toISOString()
  const send = (frame: ServerFrame): void => outgoing.send(encode(frame))
  const sendProblem = (problem: Problem): void =>
    send({ type: 'problem', data: { problem: problem.toBody() } })
  const nack = (cid: string, problem: Problem): void =>
    send({ type: 'nack', cid, data: { problem: problem.toBody(), retryable: problem.retryable } })

  function end(code: number, reason: string): void {
    stage = 'over'
    ws.close(code, reason)
  }

  function endWith(problem: Problem): void {
    if (stage === 'over') return
    sendProblem(problem)
    end(closeCodeOf(problem), problem.code)
  }

  function note(problem: Problem, what: string): void {
    if (problem.status >= 500)
      options.log.error({ error: errorFields(problem.cause ?? problem) }, `hub: ${what}`)
  }

  function makeSocket(principal: P): LiveSocket<P> {
    const joined = new Set<string>()
    const made: LiveSocket<P> = {
      id: randomUUID(),
      principal,
      rooms: joined,
      send: (frame, sendOptions) => outgoing.send(encode(frame), sendOptions),
      sendRaw: outgoing.send,
      join(room) {
        // A command may finish after its socket has gone: it must not leave a ghost behind.
        if (ws.readyState > ws.OPEN) return
        joined.add(room)
        rooms.join(room, made)
      },
      leave(room) {
        joined.delete(room)
        rooms.leave(room, made)
      },
      close: end,
    }
    return made
  }

  async function join(hello: Hello): Promise<void> {
    try {
      const principal = await options.authenticate(hello, request)
      if (stage === 'over') return
      deps.admit(connection, principal)
      socket = makeSocket(principal)
      metrics.opened(principal.side)
      await options.onReady(socket, hello)
      if (stage === 'joining') stage = 'ready'
    } catch (error) {
      const problem = asProblem(error)
      note(problem, 'a hello failed')
      endWith(problem)
    }
  }

  async function run(frame: CommandFrame): Promise<void> {
    if (socket === null || ws.readyState > ws.OPEN) return
    const begun = performance.now()
    let outcome = 'ok'
    try {
      await options.onFrame(socket, frame)
    } catch (error) {
      const problem = asProblem(error)
      outcome = problem.code
      note(problem, `${frame.type} failed`)
      nack(frame.cid, problem)
    }
    metrics.command(frame.type, outcome, (performance.now() - begun) / 1000)
  }

  function act(incoming: Incoming): void {
    switch (incoming.kind) {
      case 'hello': {
        const { hello } = incoming
        stage = 'joining'
        clearTimeout(helloTimer)
        turns.add(() => join(hello))
        return
      }
      case 'ping':
        send({ type: 'pong', data: { at: now() } })
        return
      case 'command': {
        const { frame } = incoming
        if (!turns.add(() => run(frame))) nack(frame.cid, new Problem('busy', undefined, { retryAfter: 1 }))
        return
      }
      case 'refused':
        nack(incoming.cid, incoming.problem)
        return
      case 'fault':
        sendProblem(incoming.problem)
        if (incoming.close) {
          const { problem } = incoming
          end(problem.code === 'hello-expected' ? CLOSE.unauthenticated : CLOSE.badRequest, problem.code)
        }
    }
  }

  function tellClosed(closed: HubSocket<P>): void {
    try {
      options.onClose?.(closed)
    } catch (error) {
      options.log.error({ error: errorFields(error) }, 'hub: onClose failed')
    }
  }

  const helloTimer = setTimeout(() => endWith(new Problem('hello-expected')), intervals.hello)

  ws.on('message', (data: RawData, isBinary: boolean) => {
    isAlive = true
    // Frames that were on their way when the socket was given up still arrive (ws#2209).
    if (stage === 'over') return
    if (!take()) return endWith(new Problem('quota-exceeded', 'Too many frames.', { retryAfter: 1 }))
    act(stage === 'hello' ? readHello(data, isBinary) : readFrame(data, isBinary))
  })
  // Answering pings costs as much as answering frames.
  ws.on('ping', () => {
    if (stage !== 'over' && !take())
      endWith(new Problem('quota-exceeded', 'Too many pings.', { retryAfter: 1 }))
  })
  ws.on('pong', () => {
    isAlive = true
  })
  // What ws refuses (oversize, fragments, bad UTF-8) it closes itself, with the code of RFC 6455.
  ws.on('error', () => {
    stage = 'over'
  })
  ws.on('close', () => {
    stage = 'over'
    clearTimeout(helloTimer)
    if (socket === null) return
    for (const room of socket.rooms) rooms.leave(room, socket)
    deps.discharge(connection, socket.principal)
    metrics.closed(socket.principal.side)
    // Not before `onReady` and the command at work are through: what they began, `onClose` undoes.
    const closed = socket
    turns.idle().then(() => tellClosed(closed))
  })

  function recheck(principal: P): void {
    if (options.recheck === undefined || clock() - checkedAt < intervals.recheck) return
    checkedAt = clock()
    options.recheck(principal).then(
      (holds) => {
        if (!holds) endWith(new Problem('unauthenticated', 'The session has ended.'))
      },
      // A database that is away says nothing about the session.
      (error: unknown) => options.log.warn({ error: errorFields(error) }, 'hub: a session was not rechecked'),
    )
  }

  const connection: Connection<P> = {
    socket: () => socket,
    beat() {
      if (!isAlive) return ws.terminate()
      if (socket === null || stage === 'over') return
      isAlive = false
      ws.ping()
      const heads = options.heads?.(socket) ?? {}
      socket.send({ type: 'heartbeat', data: { at: now(), heads } }, { ephemeral: true })
      recheck(socket.principal)
    },
    endIfStuck() {
      if (outgoing.isStuck(intervals.stuck)) ws.terminate()
    },
    async drain(goodbye) {
      stage = 'over'
      clearTimeout(helloTimer)
      const late = new Promise<void>((resolve) => setTimeout(resolve, intervals.drain).unref())
      await Promise.race([turns.idle(), late])
      send(goodbye)
      ws.close(CLOSE.restart, 'restart')
      await gone
    },
  }
  return connection
}
