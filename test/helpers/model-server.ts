// The visitor's side of the server in memory, on the clock of a manual browser, with faults to switch on: what the
// delivery contract promises and nothing more.

import type { VisitorConversation } from '../../sdk/protocol/conversation.ts'
import type { LogEvent } from '../../sdk/protocol/event.ts'
import type { TabState } from './manual-browser.ts'

type Json = Record<string, unknown>
type Later = (ms: number, call: () => void) => void
type InTab = (tab: TabState, ms: number, call: () => void) => void

const CONTACT = { kind: 'contact', id: '00000000-0000-4000-8000-000000000001', name: '' } as const
const AGENT = { kind: 'human', id: '00000000-0000-4000-8000-000000000002', name: 'Mara' } as const
const HEARTBEAT = 25_000
const LATENCY = 5

interface Line {
  tab: TabState
  say(frame: unknown): void
  hangUp(code?: number): void
  follows: Set<string>
}

export function modelServer() {
  const logs = new Map<string, LogEvent[]>()
  const conversations = new Map<string, VisitorConversation>()
  const done = new Map<string, Json>()
  const lines = new Set<Line>()
  const names: string[] = []
  const faults = {
    down: false,
    /** A proxy cuts every upgrade. */
    noSockets: false,
    /** A proxy takes the upgrade and lets nothing through. */
    deafSockets: false,
    /** So many of these go wrong from now on. */
    loseAcks: 0,
    doubleAcks: 0,
    dropEvents: 0,
    resets: 0,
  }
  const counts = { sockets: 0, most: 0 }
  /** How many streams each hello has brought. */
  const hellos: number[] = []
  let later: Later = () => {}
  let inTab: InTab = () => {}

  const spend = (name: 'loseAcks' | 'doubleAcks' | 'dropEvents' | 'resets'): boolean => {
    if (faults[name] <= 0) return false
    faults[name]--
    return true
  }

  function append(id: string, body: string, cid: string | null, actor: LogEvent['actor'] = CONTACT): Json {
    const log = logs.get(id)!
    const event: LogEvent = {
      id: `${id}-${log.length + 1}`,
      conversation_id: id,
      seq: log.length + 1,
      at: '2026-01-01T00:00:00.000Z',
      cid,
      actor,
      type: 'message.created',
      data: { body, content: [], citations: [], answer: null },
    }
    log.push(event)
    conversations.set(id, { ...conversations.get(id)!, head: log.length })
    for (const line of lines)
      if (line.follows.has(id) && !spend('dropEvents'))
        line.say({ type: 'events', data: { conversation_id: id, events: [event], head: log.length } })
    return { conversation_id: id, id: event.id, seq: event.seq, at: event.at }
  }

  function start(id: string, message: string, cid: string): Json {
    const blank = { id, reference: 'DB-00000000', channel: 'chat', subject: '', status: 'triaging' }
    const more = { department: null, assignee: null, head: 0, read_seq: 0, other_read_seq: 0, rating: null }
    conversations.set(id, { ...blank, ...more, updated_at: '', created_at: '' } as never)
    logs.set(id, [])
    const appended = append(id, message, cid)
    return { conversation: conversations.get(id), ...appended }
  }

  function since(id: string, after: number): Json {
    const log = logs.get(id)!
    const reset = spend('resets')
    const events = reset ? log.slice(-2) : log.slice(after)
    const mode = reset ? 'reset' : 'delta'
    return { mode, conversation: conversations.get(id), conversation_id: id, events, head: log.length }
  }

  /** @throws the code of a problem */
  function run(name: string, input: Json, cid: string, line?: Line): Json {
    names.push(name)
    const first = done.get(cid)
    if (first) return first
    const id = String(input.conversation_id)
    if (name === 'conversation.list') return { conversations: [...conversations.values()] }
    if (name === 'conversation.start' || logs.has(id)) {
      if (name === 'conversation.subscribe') {
        line?.follows.add(id)
        return since(id, Number(input.after ?? 0))
      }
      if (name === 'conversation.unsubscribe') line?.follows.delete(id)
      const isStart = name === 'conversation.start'
      if (!isStart && name !== 'message.send') return { ok: true }
      const answer = isStart ? start(id, String(input.message), cid) : append(id, String(input.body), cid)
      done.set(cid, answer)
      return answer
    }
    throw 'conversation-not-found'
  }

  const problem = (code: unknown) => ({ type: '', code, title: code, status: 404, message: code })

  function hear(line: Line, { type, cid, data }: { type: string; cid: string; data: Json }): void {
    if (type === 'ping') {
      line.say({ type: 'pong', data: { at: '2026-01-01T00:00:00.000Z' } })
      return
    }
    if (type === 'hello') {
      hellos.push(Object.keys(data.streams as Json).length)
      const heads: Record<string, number> = {}
      const missed: unknown[] = []
      for (const [id, after] of Object.entries(data.streams as Record<string, number>)) {
        line.follows.add(id)
        const { mode, ...stretch } = since(id, after)
        heads[id] = logs.get(id)!.length
        if (mode === 'reset' || (stretch.events as []).length)
          missed.push({ type: mode === 'reset' ? 'reset' : 'events', data: stretch })
      }
      line.say({ type: 'welcome', data: { protocol: 1, at: '2026-01-01T00:00:00.000Z', heads } })
      for (const frame of missed) line.say(frame)
      beat(line)
      return
    }
    try {
      const answer = run(type, data, cid, line)
      if (spend('loseAcks')) return
      line.say({ type: 'ack', cid, data: answer })
      if (spend('doubleAcks')) line.say({ type: 'ack', cid, data: answer })
    } catch (code) {
      line.say({ type: 'nack', cid, data: { problem: problem(code), retryable: false } })
    }
  }

  function beat(line: Line): void {
    later(HEARTBEAT, () => {
      if (!lines.has(line)) return
      const heads = Object.fromEntries([...line.follows].map((id) => [id, logs.get(id)?.length ?? 0]))
      line.say({ type: 'heartbeat', data: { at: '2026-01-01T00:00:00.000Z', heads } })
      beat(line)
    })
  }

  const TWINS: [RegExp, string][] = [
    [/^POST \/chat\/start$/, 'conversation.start'],
    [/^POST \/chat\/([^/]+)\/messages$/, 'message.send'],
    [/^POST \/chat\/([^/]+)\/read$/, 'read.mark'],
    [/^GET \/chat\/([^/]+)\/events$/, 'conversation.subscribe'],
    [/^GET \/chat$/, 'conversation.list'],
  ]

  function answerRest(address: string, { method, body }: RequestInit): [status: number, body: unknown] {
    const url = new URL(address)
    const path = url.pathname.replace('/support/widget', '')
    if (path === '/session') return [200, { token: 'token', contact: CONTACT }]
    for (const [pattern, name] of TWINS) {
      const match = pattern.exec(`${method} ${path}`)
      if (!match) continue
      const { cid = '', ...input } = {
        ...Object.fromEntries(url.searchParams),
        ...JSON.parse(String(body ?? '{}')),
      }
      try {
        return [200, run(name, { ...input, ...(match[1] && { conversation_id: match[1] }) }, cid)]
      } catch (code) {
        return [404, problem(code)]
      }
    }
    return [404, problem('not-found')]
  }

  return {
    faults,
    counts,
    hellos,
    lines,
    /** Names of the commands that arrived, in order. */
    names,
    /** Which clock it lives by. */
    live(on: { later: Later; inTab: InTab }): void {
      later = on.later
      inTab = on.inTab
    },
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const arrived = !faults.down
      await new Promise<void>((resolve) => later(LATENCY, resolve))
      if (!arrived || faults.down) throw new TypeError('nobody there')
      const [status, body] = answerRest(url, init)
      await new Promise<void>((resolve) => later(LATENCY, resolve))
      // The answer may get lost when the command was carried out.
      if (faults.down || spend('loseAcks')) throw new TypeError('cut')
      return { ok: status < 400, status, json: async () => body } as Response
    },
    socket(tab: TabState): WebSocket {
      const end: Json & {
        onopen?: () => void
        onmessage?: (m: unknown) => void
        onclose?: (e: unknown) => void
      } = {}
      const line: Line = {
        tab,
        follows: new Set(),
        say(frame) {
          if (!lines.has(line) || faults.deafSockets) return
          const data = JSON.stringify(frame)
          inTab(tab, LATENCY, () => lines.has(line) && end.onmessage?.({ data }))
        },
        hangUp(code = 1006) {
          if (lines.delete(line)) inTab(tab, LATENCY, () => end.onclose?.({ code }))
        },
      }
      end.send = (text: string) => {
        if (!tab.alive) return
        later(LATENCY, () => lines.has(line) && !faults.deafSockets && hear(line, JSON.parse(text)))
      }
      let closed = false
      end.close = () => {
        closed = true
        lines.delete(line)
      }
      inTab(tab, LATENCY, () => {
        if (closed) return
        if (faults.down || faults.noSockets) return end.onclose?.({ code: 1006 })
        lines.add(line)
        counts.sockets++
        counts.most = Math.max(counts.most, lines.size)
        end.onopen?.()
      })
      return end as unknown as WebSocket
    },
    cut(): void {
      for (const line of [...lines]) line.hangUp()
    },
    /** A dead tab's line ends with it. */
    bury(): void {
      for (const line of [...lines]) if (!line.tab.alive) lines.delete(line)
    },
    /** The network eats everything from here on, and nobody hangs up. */
    halfOpen(): void {
      lines.clear()
    },
    /** A conversation there is already. */
    begin: (id: string) => start(id, 'hello', id),
    say: (id: string, body: string) => append(id, body, null, AGENT),
    bodies: (id: string) => (logs.get(id) ?? []).map(({ data }) => ('body' in data ? data.body : '')),
    log: (id: string) => logs.get(id) ?? [],
  }
}

export type ModelServer = ReturnType<typeof modelServer>
