// The visitor's client as the widget has it: with an eye on what comes while nobody looks.

import type { VisitorClient, VisitorClientOptions } from '../sdk/client/visitor-client.api.ts'
import { createVisitorClient } from '../sdk/client/visitor-client.ts'
import { watchAnswers } from './answer-alerts.ts'
import { watchDepartures } from './departed.ts'
import { type WatchDeps, watchVisitor } from './known-visitor.ts'
import type { Page } from './panel-contract.ts'
import { watchVisit } from './visit-watch.ts'

/** `words` is how the panel speaks at the moment. */
export function createWholeClient(
  options: VisitorClientOptions,
  page: Page,
  words: WatchDeps['words'],
): VisitorClient {
  const client = createVisitorClient(options)
  const { close } = client
  const forget = watchVisitor({ page, client, words })
  const unwatch = watchDepartures(page, client)
  const leave = watchVisit({ client })
  const stop = watchAnswers({
    client,
    site: options.site,
    show: (conversationId) => page.run('showConversation', conversationId),
    loadTone: async () => (await import('./answer-tone.ts')).createTone(),
  })
  return Object.assign(client, {
    close() {
      stop()
      leave()
      unwatch()
      forget()
      close()
    },
  })
}
