// The visitor's client, fetched when more than the site's settings is needed. Most who open the panel for the first
// time only look; the settings alone are one plain request.

import { databaseName } from '../sdk/client/database-name.ts'
import type { VisitorClient, VisitorClientOptions } from '../sdk/client/visitor-client.api.ts'
import type { WidgetConfig } from '../sdk/protocol/site.ts'
import type { WatchDeps } from './known-visitor.ts'
import type { Page } from './panel-contract.ts'

const TIMEOUT = 10_000

export interface LateClient {
  /** Null until `load` has resolved. */
  readonly now: VisitorClient | null
  readConfig(): Promise<WidgetConfig>
  /** Call it once: each call makes one. */
  load(): Promise<VisitorClient>
  /** Whether this browser may hold a session. Opens no database, so a first visit leaves no trace. */
  maybeKnown(): Promise<boolean>
}

export function createLateClient(
  options: VisitorClientOptions,
  page: Page,
  words: WatchDeps['words'],
): LateClient {
  const { server, site } = options
  let now: VisitorClient | null = null

  return {
    get now() {
      return now
    },
    async readConfig() {
      const query = new URLSearchParams({ site, locale: options.locale ?? '' })
      const answer = await fetch(`${server}/support/widget/config?${query}`, {
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      return answer.json()
    },
    async load() {
      const { createWholeClient } = await import('./whole-client.ts')
      now = createWholeClient(options, page, words)
      return now
    },
    async maybeKnown() {
      try {
        const databases = await indexedDB.databases()
        return databases.some(({ name }) => name === databaseName(site))
      } catch {
        // Blocked, or a browser that cannot list: the client looks for itself.
        return true
      }
    },
  }
}
