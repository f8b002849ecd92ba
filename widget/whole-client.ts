// The visitor's client as the widget has it: with an eye on what comes while nobody looks.

import type { VisitorClient, VisitorClientOptions } from '../sdk/client/visitor-client.api.ts'
import { createVisitorClient } from '../sdk/client/visitor-client.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import { watchDepartures } from './departed.ts'
import type { WatchDeps } from './known-visitor.ts'
import type { Page } from './panel-contract.ts'

/** `words` is how the panel speaks at the moment. */
export function createWholeClient(
  options: VisitorClientOptions,
  page: Page,
  words: WatchDeps['words'],
): VisitorClient {
  const client = createVisitorClient(options)
  const { close, connection, consent, departures, identity } = client
  const { list } = client.conversations
  const { site } = options
  const unwatch = watchDepartures(page, client)
  const life = new AbortController()
  let seen: readonly VisitorConversation[] = []
  let watching: Promise<(() => void) | undefined> | undefined

  async function watch(): Promise<(() => void) | undefined> {
    const { startWatches } = await import('./visitor-watches.ts')
    return life.signal.aborted ? undefined : startWatches({ page, client, site, words, seen })
  }
  /** Nothing is to be watched before something changes. What could not be fetched is fetched at the next change. */
  const begin = (): void => {
    if (seen.length === 0) seen = list.get()
    watching ??= watch()
    watching.catch(() => (watching = undefined))
  }
  for (const store of [connection, consent, departures, identity, list]) store.subscribe(begin, life)
  return Object.assign(client, {
    close() {
      life.abort()
      watching?.then((stop) => stop?.()).catch(() => {})
      unwatch()
      close()
    },
  })
}
