// A whole Deskbell for a test: real app, real PostgreSQL, real sockets, on a port of its own.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { VisitorSession } from '../../sdk/protocol/site.ts'
import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import type { Database } from '../../server/platform/database/database.ts'
import { createLog } from '../../server/platform/log.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { connectSocket, type TestSocket } from './socket-client.ts'
import { testDatabase } from './test-database.ts'

export interface DeskOptions {
  /** Base URL of an OpenAI-compatible server; without it answers quote the articles. */
  modelUrl?: string
  unlimited?: boolean
  env?: Record<string, string>
  /** One of several nodes: the database carries their news, unless `env` names a Redis. */
  shared?: boolean
  /** Where what the server names by its own address, such as a file, is found; else at any port. */
  port?: number
  /** Another node of a shared desk that runs already. */
  beside?: { db: Database; databaseUrl: string }
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
  headers: Headers
}

export async function startDesk(
  t: TestContext,
  { modelUrl, unlimited = true, env = {}, beside, shared = beside !== undefined, port }: DeskOptions = {},
) {
  const { db, url: databaseUrl } = beside ? { db: beside.db, url: beside.databaseUrl } : await testDatabase(t)
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const config = loadConfig({
    NODE_ENV: 'test',
    DEMO: 'off',
    ...(shared && { DATABASE_URL: databaseUrl }),
    ...(modelUrl && { OPENAI_BASE_URL: modelUrl, OPENAI_API_KEY: 'sk-test', OPENAI_MODEL: 'scripted' }),
    ...(port && { PUBLIC_URL: `http://127.0.0.1:${port}` }),
    ...env,
  })
  const app = await createApp({ config, db, databaseUrl, log, unlimited })
  t.after(() => app.close())
  app.server.listen(port ?? 0, '127.0.0.1')
  await once(app.server, 'listening')
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const { rooms } = app
  const workspaceId = (await rooms.workspaces.first())!.id
  const site = (await rooms.sites.only(workspaceId))!
  const assistant = (await rooms.assistantOf(workspaceId))!

  async function call(
    method: string,
    path: string,
    { body, token, headers = {} }: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json(), headers: response.headers }
  }

  /** A person of the team with a session. */
  async function person(name: string) {
    const agent = await rooms.agents.create({
      workspaceId,
      kind: 'human',
      name,
      email: `${name}@desk.example`,
    })
    const { token } = await rooms.sessions.create({ workspaceId, agentId: agent.id })
    return { id: agent.id, name, token }
  }

  async function visitor(more: { locale?: string } = {}): Promise<VisitorSession> {
    const { body } = await call('POST', '/support/widget/session', { body: { site: site.key, ...more } })
    return body
  }

  /** A socket that has said hello. */
  async function join(
    as: { token: string },
    role: 'visitor' | 'agent',
    streams: Record<string, number> = {},
  ) {
    const socket = await connectSocket(`${base.replace('http', 'ws')}/support/live`)
    t.after(() => socket.ws.terminate())
    socket.send({ type: 'hello', data: { role, protocol: 1, site: site.key, token: as.token, streams } })
    await socket.next('welcome')
    return socket
  }

  return {
    app,
    base,
    rooms,
    db,
    databaseUrl,
    workspaceId,
    site,
    assistant,
    lines,
    call,
    person,
    visitor,
    join,
  }
}

export type Desk = Awaited<ReturnType<typeof startDesk>>

/** Sends a command and takes its answer: the ack's data, or the problem. */
export async function command(socket: TestSocket, type: string, data: unknown, cid: string = uuidv7()) {
  socket.send({ type, cid, data })
  for (;;) {
    const frame = await socket.nextOf((candidate) => candidate.cid === cid)
    if (frame.type === 'ack') return { ok: true as const, data: frame.data }
    if (frame.type === 'nack')
      return { ok: false as const, problem: frame.data.problem, retryable: frame.data.retryable }
  }
}
