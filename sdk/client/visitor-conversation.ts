// An open conversation with what a visitor may do in it.

import type { VisitorConversation } from '../protocol/conversation.ts'
import type { Environment } from './client-environment.ts'
import { late } from './late.ts'
import type { LiveClient } from './live-client.ts'
import { createLookingTeller } from './looking-teller.ts'
import { createMessageEdits } from './message-edits.ts'
import type { OutboxCommand } from './outbox-record.ts'
import type { VisitorConversationView } from './visitor-client.api.ts'
import type { TranscriptDeps } from './visitor-transcript.ts'

/** Each has its own `close`; the view behind it is shared. */
export function createVisitorConversation(
  id: string,
  live: Pick<LiveClient<VisitorConversation>, 'open' | 'release' | 'outbox' | 'call' | 'socket'>,
  transcripts: TranscriptDeps & { env: Pick<Environment, 'now'> },
): VisitorConversationView {
  const view = live.open(id)
  const conversation_id = id
  const eyes = createLookingTeller({
    now: transcripts.env.now,
    line: () => live.socket.connection.get().state,
    post: (looking) => live.socket.post('looking.tell', { conversation_id, ...looking }),
  })
  let open = true

  /** Behind the messages written before it, and kept like them while there is no line. */
  const perform = async (command: OutboxCommand, input: Record<string, unknown> = {}): Promise<void> => {
    await live.outbox.perform(command, { conversation_id, ...input })
  }

  const transcript = late(async () =>
    (await import('./visitor-transcript.ts')).createTranscript(id, transcripts),
  )

  return {
    id,
    state: view.state,
    send: (body, attachments) => view.send('message.send', body, attachments),
    ...createMessageEdits({ conversationId: id, call: live.call, committed: view.committed }),
    retry: view.retry,
    discard: view.discard,
    draft: view.draft,
    typing: view.typing,
    read: view.read,
    look: eyes.tell,
    loadEarlier: view.loadEarlier,
    transcript: transcript.transcript,
    mailTranscript: transcript.mailTranscript,
    requestPerson: () => perform('person.request'),
    cancelPerson: () => perform('person.cancel'),
    async stopAnswer() {
      await live.call('answer.stop', { conversation_id })
    },
    end: () => perform('conversation.end'),
    rate: (rating, comment) => perform('conversation.rate', { rating, comment }),
    setContact: (contact) => perform('contact.update', contact),
    // At once or not at all: nobody says yes an hour later.
    async decide(action_id, approve) {
      view.committed(await live.call('action.decide', { conversation_id, action_id, approve }))
    },
    close() {
      eyes.end()
      if (open) live.release(id)
      open = false
    },
  }
}
