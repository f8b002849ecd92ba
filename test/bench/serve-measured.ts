// The child's side of a measured server: listens, tells its parent where, answers for its memory and CPU time, and ends
// with its parent whatever becomes of that.

import type http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Usage {
  /** Resident, after garbage collection. */
  rss: number
  /** Time on a core since the process began, ms. */
  cpu: number
}

export interface ServeOptions {
  /** Told to the parent with the port. */
  facts?: Record<string, string>
  close?: () => Promise<unknown>
}

/** `ordinary`: as a running server's. `thorough`: what a burst has left behind is handed back to the system too. */
export type Collection = 'none' | 'ordinary' | 'thorough'

/** Of `--expose-gc`; its types know the call without options only. */
const collectGarbage = globalThis.gc as ((options?: object) => void) | undefined
const THOROUGH = { type: 'major', execution: 'sync', flavor: 'last-resort' }

async function usage(collection: Collection): Promise<Usage> {
  // Several rounds with turns of the loop between them: what one frees lets the next free more.
  for (let round = 0; collection !== 'none' && round < 4; round++) {
    if (collection === 'thorough') collectGarbage?.(THOROUGH)
    else collectGarbage?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { user, system } = process.cpuUsage()
  return { rss: process.memoryUsage.rss(), cpu: (user + system) / 1000 }
}

/** Listens on `PORT` or a free one. */
export function serveMeasured(
  server: http.Server,
  { facts = {}, close = async () => {} }: ServeOptions = {},
): void {
  let closing = false
  const end = (): void => {
    if (closing) return
    closing = true
    void close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('disconnect', end)
  process.on('message', async (collection: Collection) => process.send!(await usage(collection)))
  // Ten thousand clients come in one instant; the default would turn most of them away for a second.
  server.listen({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1', backlog: 4096 }, () =>
    process.send!({ port: (server.address() as AddressInfo).port, facts }),
  )
}
