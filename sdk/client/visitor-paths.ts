// REST twins of the visitor's commands. A copy, as the protocol's table brings zod along; a contract test compares.

import type { CommandPaths } from './command-call.ts'

export const VISITOR_PATHS: CommandPaths = {
  'conversation.start': 'POST /chat/start',
  'message.send': 'POST /chat/:conversation_id/messages',
  'message.edit': 'POST /chat/:conversation_id/messages/edit',
  'message.delete': 'POST /chat/:conversation_id/messages/delete',
  'person.request': 'POST /chat/:conversation_id/person',
  'person.cancel': 'POST /chat/:conversation_id/person/cancel',
  'conversation.end': 'POST /chat/:conversation_id/end',
  'conversation.rate': 'POST /chat/:conversation_id/rate',
  'contact.update': 'POST /chat/:conversation_id/contact',
  'attributes.set': 'POST /contact/attributes',
  'event.track': 'POST /contact/events',
  'visit.tell': 'POST /contact/visit',
  'tools.register': 'POST /contact/tools',
  'action.decide': 'POST /chat/:conversation_id/actions/decide',
  'action.result': 'POST /chat/:conversation_id/actions/result',
  'conversation.list': 'GET /chat',
  'conversation.subscribe': 'GET /chat/:conversation_id/events',
  'conversation.history': 'GET /chat/:conversation_id/history',
  'read.mark': 'POST /chat/:conversation_id/read',
  'answer.stop': 'POST /chat/:conversation_id/answer/stop',
}
