// What the widget asks over REST, by autocannon at 1, 20 and 100 connections, rate limits lifted. Beside it what a help
// desk built on NestJS gave on another such machine, with as many articles of the same length.

import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { uuidv7 } from '../../server/platform/uuid.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL } from './dialect.ts'
import { type MeasuredServer, startServer } from './measured-server.ts'

export const CONNECTIONS = [1, 20, 100] as const
const ARTICLES = 500
const SESSIONS = 20
const MESSAGES = 50
const WARM_SECONDS = 1

type Requests = Parameters<typeof autocannon>[0]['requests']
type PerConnections = readonly [number, number, number]

export interface RestFigures {
  name: string
  /** Requests a second of the other one, at 1, 20 and 100 connections; null where it has no such path. */
  other: PerConnections | null
  cells: { connections: number; perSecond: number; p50: number; p99: number; errors: number }[]
}

interface Path {
  name: string
  other: PerConnections | null
  requests: Requests
}

const post = (path: () => string, body: () => object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  path: path(),
  headers: { 'content-type': 'application/json', ...headers },
  setupRequest: (request: object) => ({ ...request, path: path(), body: JSON.stringify(body()) }),
})

async function session(base: string, site: string): Promise<{ token: string; id: string }> {
  const headers = { 'content-type': 'application/json' }
  const opened = await fetch(`${base}/session`, { method: 'POST', headers, body: JSON.stringify({ site }) })
  const { token } = (await opened.json()) as { token: string }
  const id = uuidv7()
  const authorized = { ...headers, authorization: `Bearer ${token}` }
  const start = { site, conversation_id: id, message: 'Is anybody there?', want: 'person', cid: uuidv7() }
  await fetch(`${base}/chat/start`, { method: 'POST', headers: authorized, body: JSON.stringify(start) })
  return { token, id }
}

/** Words of the articles in ever new company, so that no answer is kept from before. */
const WORDS = [
  'rotor',
  'return',
  'fitted',
  'refund',
  'tracking',
  'chain',
  'delivery',
  'brake',
  'size',
  'warranty',
]

let asked = 0
function nextQuestion(site: string): string {
  asked += 1
  const [first, second, third] = [1, 10, 100].map((step) => WORDS[Math.floor(asked / step) % WORDS.length])
  const q = `How long does a ${first} ${second} take after the ${third} came, case ${asked}?`
  return `/articles/search?site=${site}&q=${encodeURIComponent(q)}`
}

async function pathsOf({ port, facts }: MeasuredServer): Promise<Path[]> {
  const site = facts.site!
  const base = `http://127.0.0.1:${port}/support/widget`
  const own = '/support/widget'
  const sessions = await Promise.all(Array.from({ length: SESSIONS }, () => session(base, site)))
  const listed = await session(base, site)
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  for (let count = 1; count < MESSAGES; count++)
    await fetch(`${base}/chat/${listed.id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(listed.token) },
      body: JSON.stringify({
        site,
        cid: uuidv7(),
        body: `Message ${count}: the new rotor rubs once per turn.`,
      }),
    })
  const get = (path: string, headers = {}): Requests => [{ method: 'GET', path: own + path, headers }]
  const search = (q: string): Requests => get(`/articles/search?site=${site}&q=${encodeURIComponent(q)}`)
  const message = () => ({ site, cid: uuidv7(), body: 'The new rotor rubs once per turn.' })
  const ticket = () => ({
    site,
    cid: uuidv7(),
    name: 'Ines',
    email: `${uuidv7()}@customer.example`,
    subject: 'The rotor rubs',
    description: 'The new rotor rubs once per turn, right out of the box.',
  })
  return [
    { name: 'Article search, the same word', other: [156, 284, 286], requests: search('rotor') },
    {
      name: 'Article search, the same question',
      other: [184, 347, 371],
      requests: search('How long do I have to send back a part that was already fitted?'),
    },
    {
      name: 'Article search, another question each time',
      other: [184, 347, 371],
      requests: [
        { method: 'GET', setupRequest: (request) => ({ ...request, path: own + nextQuestion(site) }) },
      ],
    },
    {
      name: 'Chat availability',
      other: [1679, 4428, 5024],
      requests: get(`/chat/availability?site=${site}`),
    },
    { name: 'Widget configuration', other: null, requests: get(`/config?site=${site}`) },
    {
      name: 'Chat message sent by POST',
      other: [179, 403, 389],
      requests: sessions.map(({ id, token }) =>
        post(() => `${own}/chat/${id}/messages`, message, bearer(token)),
      ),
    },
    {
      name: 'Chat with 50 messages read',
      other: [312, 519, 512],
      requests: get(`/chat/${listed.id}/events?site=${site}&after=0`, bearer(listed.token)),
    },
    // Last: each waits in the queue from then on.
    { name: 'Ticket submitted', other: [146, 267, 267], requests: [post(() => `${own}/tickets`, ticket)] },
  ]
}

export async function benchRest(
  postgres: BenchPostgres,
  { seconds, only }: { seconds: number; only?: string | undefined },
  say: (line: string) => void,
): Promise<RestFigures[]> {
  const url = await postgres.database()
  const server = await startServer(DESKBELL.file, url, { env: { ARTICLES: String(ARTICLES) } })
  try {
    const figures: RestFigures[] = []
    for (const { name, other, requests } of await pathsOf(server)) {
      if (only && !name.includes(only)) continue
      const cells: RestFigures['cells'] = []
      for (const connections of CONNECTIONS) {
        say(`REST: ${name}, ${connections} connections`)
        const options = { url: `http://127.0.0.1:${server.port}`, connections, requests }
        if (connections === 1) await autocannon({ ...options, duration: WARM_SECONDS })
        const {
          requests: done,
          duration,
          latency,
          ...rest
        } = await autocannon({ ...options, duration: seconds })
        const errors = rest.errors + rest.timeouts + rest.non2xx
        cells.push({
          connections,
          perSecond: done.total / duration,
          p50: latency.p50,
          p99: latency.p99,
          errors,
        })
      }
      figures.push({ name, other, cells })
    }
    return figures
  } finally {
    // Requests whose connection autocannon has cut still run.
    await sleep(300)
    await server.stop()
  }
}
