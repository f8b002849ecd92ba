// An open conversation with what an agent may do in it.

import type { AgentCommand, CommandInput, CommandName, CommandResult } from '../protocol/command.ts'
import type { AgentConversation } from '../protocol/conversation.ts'
import type { AgentConversationView } from './agent-client.api.ts'
import type { CopilotClient } from './copilot-client.ts'
import { crossedBy } from './held-reply.ts'
import type { LiveClient } from './live-client.ts'
import { createMessageEdits } from './message-edits.ts'
import { watchSeen } from './seen-watch.ts'

type Act = Extract<
  CommandName,
  `conversation.${'accept' | 'assign' | 'move' | 'resolve' | 'reopen'}` | `draft.${string}`
>

/** Each has its own `close`; the view behind it is shared. `now`: ms of this device's clock. */
export function createAgentConversation(
  id: string,
  live: Pick<LiveClient<AgentConversation>, 'open' | 'release' | 'call' | 'changed'>,
  copilot: CopilotClient,
  now: () => number,
): AgentConversationView {
  const view = live.open(id)
  const conversation_id = id
  const surelySeen = watchSeen(view.state, now)
  let open = true

  /** At once or not at all: nobody wants to take a conversation an hour after the click. */
  async function act(name: Act, input: Record<string, unknown> = {}): Promise<void> {
    const result = (await live.call(name, { conversation_id, ...input } as never)) as CommandResult<
      'conversation.accept' | 'conversation.resolve'
    >
    view.committed(result)
    if ('conversation' in result) live.changed(result.conversation)
  }

  /** Whose answer held a reply holds no other once it is decided what becomes of that one. */
  function decide(cid: string): void {
    const held = view.state.get().pending.find((message) => message.cid === cid)
    const crossing = held && crossedBy(held)
    if (crossing) surelySeen.notice(crossing.seq)
  }

  return {
    id,
    state: view.state,
    send: (body, attachments, { and, afterSeq = surelySeen.seq() } = {}) =>
      view.send('message.send', body, attachments, {
        ...(afterSeq !== null && { after_seq: afterSeq }),
        ...(and && { and }),
      }),
    addNote: (body, attachments, mentionIds = []) =>
      view.send('note.add', body, attachments, mentionIds.length > 0 ? { mention_ids: mentionIds } : {}),
    sendAnyway(cid) {
      decide(cid)
      return view.retry(cid, { after_seq: undefined })
    },
    ...createMessageEdits({ conversationId: id, call: live.call, committed: view.committed }),
    retry: (cid) => view.retry(cid),
    discard(cid) {
      decide(cid)
      return view.discard(cid)
    },
    draft: view.draft,
    typing: view.typing,
    read: view.read,
    loadEarlier: view.loadEarlier,
    async act<N extends AgentCommand>(name: N, input: Omit<CommandInput<N>, 'conversation_id'>) {
      const result = await live.call(name, { conversation_id, ...input } as never)
      if ('seq' in result) view.committed(result as never)
      if ('conversation' in result) live.changed(result.conversation as AgentConversation)
      return result as CommandResult<N>
    },
    accept: () => act('conversation.accept'),
    assign: (assignee_id) => act('conversation.assign', { assignee_id }),
    move: (department_id) => act('conversation.move', { department_id }),
    resolve: () => act('conversation.resolve'),
    reopen: () => act('conversation.reopen'),
    async decide(action_id, approve) {
      view.committed(await live.call('action.decide', { conversation_id, action_id, approve }))
    },
    drafts: {
      approve: (draft_id, body) => act('draft.approve', { draft_id, ...(body !== undefined && { body }) }),
      discard: (draft_id, reason, comment = '') => act('draft.discard', { draft_id, reason, comment }),
      restore: (draft_id) => act('draft.restore', { draft_id }),
      regenerate: (draft_id, instruction) => act('draft.regenerate', { draft_id, instruction }),
    },
    copilot,
    contact: () => live.call('contact.show', { conversation_id }),
    close() {
      if (open) live.release(id)
      open = false
      surelySeen.close()
    },
  }
}
