// The visitor's client as the widget has it: with an eye on what comes while nobody looks.

import type { VisitorClient, VisitorClientOptions } from '../sdk/client/visitor-client.api.ts'
import { createVisitorClient } from '../sdk/client/visitor-client.ts'
import { watchAnswers } from './answer-alerts.ts'

export function createWholeClient(options: VisitorClientOptions): VisitorClient {
  const client = createVisitorClient(options)
  const { close } = client
  const stop = watchAnswers({
    client,
    site: options.site,
    show: (conversationId) => window.Deskbell?.('showConversation', conversationId),
    loadTone: async () => (await import('./answer-tone.ts')).createTone(),
  })
  return Object.assign(client, {
    close() {
      stop()
      close()
    },
  })
}
