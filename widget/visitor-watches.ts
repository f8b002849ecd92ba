// What is watched once something has begun: the badge, alerts, and where the visitor is. One chunk, for whoever talks
// to us or has said who they are; who only reads does without.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import { watchAnswers } from './answer-alerts.ts'
import { type WatchDeps, watchVisitor } from './known-visitor.ts'
import type { Page } from './panel-contract.ts'
import { watchVisit } from './visit-watch.ts'

export interface WatchesDeps {
  page: Page
  client: VisitorClient
  site: string
  words: WatchDeps['words']
  /** The conversations when the first of them was there: what came since is news. */
  seen: readonly VisitorConversation[]
}

/** Returns how to stop them. */
export function startWatches({ page, client, site, words, seen }: WatchesDeps): () => void {
  const stops = [
    watchVisitor({ page, client, words }),
    watchVisit({ client }),
    watchAnswers({
      client,
      site,
      seen,
      show: (conversationId) => page.run('showConversation', conversationId),
      loadTone: async () => (await import('./answer-tone.ts')).createTone(),
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
