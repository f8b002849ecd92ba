// An owner's endpoint for tools: it checks signatures with the specification's own code and keeps what it was asked.

import { once } from 'node:events'
import http, { type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { inTime } from './bounded-wait.ts'

export interface ToolCallSeen {
  headers: Record<string, string>
  raw: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent
  body: any
}

type Answer = (response: ServerResponse, seen: ToolCallSeen) => void

export const json =
  (value: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

export async function toolEndpoint(t: TestContext, first: Answer = json({ ok: true })) {
  const seen: ToolCallSeen[] = []
  let answer = first
  const waiting: (() => void)[] = []
  const server = http.createServer(async (request, response) => {
    let raw = ''
    for await (const piece of request.setEncoding('utf8')) raw += piece
    const call = { headers: request.headers as Record<string, string>, raw, body: JSON.parse(raw) }
    seen.push(call)
    for (const tell of waiting.splice(0)) tell()
    answer(response, call)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tools`,
    seen,
    /** What it answers from here on. */
    answer: (next: Answer): void => {
      answer = next
    },
    /** Resolves with the next request to come. */
    next: async (): Promise<ToolCallSeen> => {
      await inTime('a call of a tool', new Promise<void>((resolve) => waiting.push(resolve)))
      return seen.at(-1)!
    },
  }
}

export type ToolEndpoint = Awaited<ReturnType<typeof toolEndpoint>>

/** By an implementation that shares nothing with ours. @throws when it does not fit */
export const verify = ({ raw, headers }: ToolCallSeen, secret: string): unknown =>
  new Webhook(secret).verify(raw, headers)
