// REST twins of the agent's commands. A copy, as the protocol's table brings zod along; a contract test compares.

import type { CommandPaths } from './command-call.ts'

export const AGENT_PATHS: CommandPaths = {
  'message.send': 'POST /conversations/:conversation_id/messages',
  'note.add': 'POST /conversations/:conversation_id/notes',
  'message.edit': 'POST /conversations/:conversation_id/messages/edit',
  'message.delete': 'POST /conversations/:conversation_id/messages/delete',
  'conversation.subscribe': 'GET /conversations/:conversation_id/events',
  'conversation.history': 'GET /conversations/:conversation_id/history',
  'action.decide': 'POST /conversations/:conversation_id/actions/decide',
  'contact.show': 'GET /conversations/:conversation_id/contact',
  'read.mark': 'POST /conversations/:conversation_id/read',
  'inbox.list': 'GET /conversations',
  'conversation.accept': 'POST /conversations/:conversation_id/accept',
  'conversation.assign': 'POST /conversations/:conversation_id/assign',
  'conversation.move': 'POST /conversations/:conversation_id/department',
  'conversation.resolve': 'POST /conversations/:conversation_id/resolve',
  'conversation.reopen': 'POST /conversations/:conversation_id/reopen',
  'draft.approve': 'POST /conversations/:conversation_id/draft/approve',
  'draft.discard': 'POST /conversations/:conversation_id/draft/discard',
  'draft.restore': 'POST /conversations/:conversation_id/draft/restore',
  'draft.regenerate': 'POST /conversations/:conversation_id/draft/regenerate',
  'availability.set': 'POST /availability',
}
