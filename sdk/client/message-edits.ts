// Changing and deleting one's own messages: at once or not at all, as nobody wants it done an hour later.

import type { CommandResult } from '../protocol/command.ts'
import { ApiError, type ApiErrorCode } from './api-error.ts'
import type { Call } from './command-call.ts'

export interface MessageEdits {
  /**
   * Gives a message or note of one's own another text.
   * @throws ApiError `edit-too-late`, `message-deleted`, `conversation-closed`, `network`
   */
  edit(messageId: string, body: string): Promise<void>
  /** Deletes a message or note for everybody. @throws ApiError as `edit` */
  remove(messageId: string): Promise<void>
}

interface EditDeps {
  conversationId: string
  call: Call
  /** The server has appended this to the log. */
  committed(result: CommandResult<'message.edit'>): void
}

export function createMessageEdits({ conversationId, call, committed }: EditDeps): MessageEdits {
  const conversation_id = conversationId

  /** That it is so already is what was wanted: an earlier try did arrive, or another tab was faster. */
  async function act(run: Promise<CommandResult<'message.edit'>>, already: ApiErrorCode): Promise<void> {
    try {
      committed(await run)
    } catch (error) {
      if (!(error instanceof ApiError && error.code === already)) throw error
    }
  }

  return {
    edit: (message_id, body) =>
      act(call('message.edit', { conversation_id, message_id, body }), 'message-unchanged'),
    remove: (message_id) => act(call('message.delete', { conversation_id, message_id }), 'message-deleted'),
  }
}
