// Going offline: at once where nothing is open, else after a question what becomes of the open chats.

import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Desk } from '../desk.context.ts'

/** More than anybody has room for. */
const MOST = 100

/** Resolves with whether they are offline now. @throws ApiError */
export async function goOffline(desk: Desk, root: ParentNode): Promise<boolean> {
  const { conversations = [] } = (await desk.client.call('inbox.list', {
    view: 'mine',
    filter: { channel: ['chat'] },
    limit: MOST,
  })) as { conversations?: AgentConversation[] }
  if (conversations.length > 0) {
    const { askHandOver } = await import('./hand-over.ts')
    if (!(await askHandOver(conversations, root))) return false
  }
  await desk.client.setAvailability('offline')
  return true
}
