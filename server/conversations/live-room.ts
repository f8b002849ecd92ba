// Names of the hub's rooms.

import type { Principal } from './access.ts'
import type { Side } from './conversation-row.ts'

export const ROOM = {
  /** A conversation's followers of one side. */
  visitors: (conversationId: string) => `visitors:${conversationId}`,
  agents: (conversationId: string) => `agents:${conversationId}`,
  /** All sockets of one customer, for their list and badge. */
  contact: (contactId: string) => `contact:${contactId}`,
  /** All of a workspace's consoles. */
  workspace: (workspaceId: string) => `workspace:${workspaceId}`,
}

/** Where the followers of a conversation are that are of one side. */
export const roomOf = (side: Side, conversationId: string): string =>
  side === 'visitor' ? ROOM.visitors(conversationId) : ROOM.agents(conversationId)

/** Where the principal hears of the conversation. */
export const followersRoom = ({ side }: Principal, conversationId: string): string =>
  roomOf(side, conversationId)
