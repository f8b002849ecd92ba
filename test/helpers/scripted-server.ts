// A small server that keeps the visitor's wire contract in memory, with faults to switch on. Real sockets, port 0.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Environment } from '../../sdk/client/client-environment.ts'
import { createMemoryStore, type KeyValueStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'
import type { Store } from '../../sdk/client/store.ts'
import type { VisitorConversation } from '../../sdk/protocol/conversation.ts'
import type { LogEvent } from '../../sdk/protocol/event.ts'
import { PROBLEMS, type ProblemCode, RETRYABLE } from '../../sdk/protocol/problem-catalogue.ts'

type Json = Record<string, unknown>
const CONTACT = { kind: 'contact', id: '00000000-0000-4000-8000-000000000001', name: '' } as const
const AGENT = { kind: 'human', id: '00000000-0000-4000-8000-000000000002', name: 'Mara' } as const

class Refusal extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode) {
    super(code)
    this.code = code
  }
}

const problemOf = (error: unknown): Json => {
  const code = error instanceof Refusal ? error.code : 'internal'
  return {
    type: `https://deskbell.dev/problems/${code}`,
    code,
    ...PROBLEMS[code],
    message: PROBLEMS[code].title,
  }
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}

export async function scriptedServer(t: TestContext) {
  const tokens = new Set<string>()
  const conversations = new Map<string, VisitorConversation>()
  const logs = new Map<string, LogEvent[]>()
  const done = new Map<string, Json>()
  const sockets = new Set<WebSocket>()
  /** What reached the server, in order, by whichever way. */
  const commands: { name: string; cid: string; way: 'frame' | 'rest'; input: Json }[] = []
  /** Switches. */
  const faults = {
    /** So many commands are carried out but never acknowledged on the socket, whose line then breaks. */
    loseAcks: 0,
    /** Refuse every upgrade and cut the sockets there are. */
    noSockets: false,
    /** Cut every request and socket: nobody is there. */
    down: false,
    /** Facts are not told: as if each got lost. */
    mute: false,
    /** Answers of commands by name. */
    refuse: new Map<string, ProblemCode>(),
  }

  const tell = (frame: unknown): void => {
    if (faults.mute) return
    for (const socket of sockets) socket.send(JSON.stringify(frame))
  }

  function append(id: string, body: string, cid: string | null, actor: LogEvent['actor'] = CONTACT): Json {
    const conversation = conversations.get(id)
    const log = logs.get(id)
    if (!conversation || !log) throw new Refusal('conversation-not-found')
    const at = new Date().toISOString()
    const event: LogEvent = {
      id: crypto.randomUUID(),
      conversation_id: id,
      seq: log.length + 1,
      at,
      cid,
      actor,
      type: 'message.created',
      data: { body, content: [], citations: [], answer: null },
    }
    log.push(event)
    conversation.head = log.length
    conversation.updated_at = at
    queueMicrotask(() =>
      tell({ type: 'events', data: { conversation_id: id, events: [event], head: log.length } }),
    )
    return { conversation_id: id, id: event.id, seq: event.seq, at }
  }

  function start(input: Json, cid: string): Json {
    const id = String(input.conversation_id)
    const now = new Date().toISOString()
    conversations.set(id, {
      id,
      reference: 'DB-7K3M92QF',
      channel: 'chat',
      subject: '',
      status: 'triaging',
      department: null,
      assignee: null,
      head: 0,
      read_seq: 0,
      other_read_seq: 0,
      last_message: null,
      rating: null,
      created_at: now,
      updated_at: now,
      queue: null,
      contact: { id: CONTACT.id, name: '', email: null },
    })
    logs.set(id, [])
    const appended = append(id, String(input.message), cid)
    return { conversation: { ...conversations.get(id)! }, ...appended }
  }

  function carryOut(name: string, input: Json, cid: string): Json {
    const id = String(input.conversation_id)
    const refusal = faults.refuse.get(name)
    if (refusal) throw new Refusal(refusal)
    switch (name) {
      case 'conversation.start':
        return start(input, cid)
      case 'message.send':
        return append(id, String(input.body), cid)
      case 'conversation.list':
        return { conversations: [...conversations.values()] }
      case 'conversation.subscribe': {
        const log = logs.get(id)
        if (!log) throw new Refusal('conversation-not-found')
        const events = log.slice(Number(input.after ?? 0))
        return {
          mode: 'delta',
          conversation: { ...conversations.get(id)! },
          conversation_id: id,
          events,
          head: log.length,
        }
      }
      case 'person.request':
        return {
          conversation: { ...conversations.get(id)!, status: 'escalated' },
          ...append(id, '(person)', cid),
        }
    }
    return { ok: true }
  }

  /** Idempotent by cid, as the contract has it: a repeat gets the first answer. */
  function run(name: string, input: Json, cid: string, way: 'frame' | 'rest'): Json {
    commands.push({ name, cid, way, input })
    const durable = /start|send|person/.test(name)
    const first = durable ? done.get(cid) : undefined
    if (first) return first
    const answer = carryOut(name, input, cid)
    if (durable) done.set(cid, answer)
    return answer
  }

  const TWINS: [string, RegExp, string][] = [
    ['POST', /^\/chat\/start$/, 'conversation.start'],
    ['POST', /^\/chat\/([^/]+)\/messages$/, 'message.send'],
    ['POST', /^\/chat\/([^/]+)\/person$/, 'person.request'],
    ['POST', /^\/chat\/([^/]+)\/read$/, 'read.mark'],
    ['GET', /^\/chat\/([^/]+)\/events$/, 'conversation.subscribe'],
    ['GET', /^\/chat$/, 'conversation.list'],
  ]

  async function answerRest(request: IncomingMessage): Promise<Json> {
    const url = new URL(request.url!, 'http://x')
    const path = url.pathname.replace('/support/widget', '')
    const body = await bodyOf(request)
    if (path === '/session') {
      const token = `token-${tokens.size + 1}`
      tokens.add(token)
      commands.push({ name: 'session', cid: '', way: 'rest', input: body })
      return { token, contact: { id: CONTACT.id, name: '', email: null } }
    }
    if (!tokens.has((request.headers.authorization ?? '').replace('Bearer ', '')))
      throw new Refusal('unauthenticated')
    for (const [method, pattern, name] of TWINS) {
      const match = request.method === method && pattern.exec(path)
      if (!match) continue
      const { cid = '', ...input } = { ...Object.fromEntries(url.searchParams), ...body } as Json
      return run(name, { ...input, ...(match[1] && { conversation_id: match[1] }) }, String(cid), 'rest')
    }
    throw new Refusal('not-found')
  }

  const http = createServer((request, response) => {
    if (faults.down) return void request.socket.destroy()
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    answerRest(request).then(
      (body) => answer(200, body),
      (error) => answer(problemOf(error).status as number, problemOf(error)),
    )
  })
  const upgrades = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    if (faults.down || faults.noSockets) return void socket.destroy()
    upgrades.handleUpgrade(request, socket, head, (ws) => serve(ws))
  })

  function hello(ws: WebSocket, data: Json): void {
    if (!tokens.has(String(data.token))) {
      ws.close(4401)
      return
    }
    sockets.add(ws)
    const streams = Object.entries(data.streams as Record<string, number>)
    const heads = Object.fromEntries(streams.map(([id]) => [id, logs.get(id)?.length ?? 0]))
    ws.send(JSON.stringify({ type: 'welcome', data: { protocol: 1, at: new Date().toISOString(), heads } }))
    for (const [id, after] of streams) {
      const log = logs.get(id) ?? []
      const data = { conversation_id: id, events: log.slice(after), head: log.length }
      if (data.events.length && !faults.mute) ws.send(JSON.stringify({ type: 'events', data }))
    }
  }

  function serve(ws: WebSocket): void {
    ws.on('close', () => sockets.delete(ws))
    ws.on('message', (raw) => {
      const { type, cid, data } = JSON.parse(String(raw)) as { type: string; cid: string; data: Json }
      if (type === 'hello') return hello(ws, data)
      if (type === 'ping')
        return ws.send(JSON.stringify({ type: 'pong', data: { at: new Date().toISOString() } }))
      try {
        const answer = run(type, data, cid, 'frame')
        if (/send|start/.test(type) && faults.loseAcks > 0) {
          faults.loseAcks--
          sockets.delete(ws)
          return ws.terminate()
        }
        ws.send(JSON.stringify({ type: 'ack', cid, data: answer }))
      } catch (error) {
        const problem = problemOf(error)
        const retryable = RETRYABLE.has(problem.code as ProblemCode)
        ws.send(JSON.stringify({ type: 'nack', cid, data: { problem, retryable } }))
      }
    })
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    for (const socket of upgrades.clients) socket.terminate()
    http.closeAllConnections()
    http.close()
  })

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    faults,
    commands,
    tokens,
    tell,
    agent: AGENT,
    /** An agent answers in a conversation. */
    say: (id: string, body: string) => append(id, body, null, AGENT),
    /** Bodies of a conversation's messages, in the log's order. */
    bodies: (id: string) => (logs.get(id) ?? []).map(({ data }) => ('body' in data ? data.body : '')),
    cut: () => {
      for (const socket of sockets) socket.terminate()
    },
    named: (name: string) => commands.filter((command) => command.name === name),
  }
}

/** The client's machine with real sockets and a clock that runs fifty times as fast for timers. */
export function quickEnvironment({
  storage = createMemoryStore(),
}: {
  storage?: KeyValueStore
} = {}): Environment {
  const native = nativeEnvironment()
  return { ...native, storage: async () => storage, after: (ms, call) => native.after(ms / 50, call) }
}

const PATIENCE = 10_000
/** Characters of a value that a failure shows. */
const SHOWN = 600

/** Resolves when the store's value answers to `holds`; a value that never does fails the test. */
export function until<T>(store: Store<T>, holds: (value: T) => boolean, within = PATIENCE): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      const last = JSON.stringify(store.get()).slice(-SHOWN)
      reject(new Error(`in vain for ${within} ms: ${holds}; it ends with ${last}`))
    }, within)
    const look = (value: T): void => {
      if (!holds(value)) return
      stop()
      clearTimeout(late)
      resolve(value)
    }
    const stop = store.subscribe(look)
    look(store.get())
  })
}
