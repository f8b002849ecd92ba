// Finding again what was said: messages, people, references, articles. `GET /search?q=…`

import * as z from 'zod'
import { ActorKind } from './actor.ts'
import { Channel, Status } from './conversation-words.ts'
import { plainText } from './plain-text.ts'

/**
 * Words must all be there; `"a phrase"`, `-without`. Operators: `from:customer|agent|me|ai|name`, `in:note|message`,
 * `is:open|resolved|snoozed|spam|unassigned`, `assignee:me|name`, `tag:name`, `topic:name`, `department:name`,
 * `channel:chat|ticket`, `priority:…`, `site:name`, `lang:de`, `before:2026-01-31`, `after:…`, `ref:DB-…`,
 * `email:…`, `has:file`.
 */
export const SearchQuery = z.strictObject({
  q: plainText().trim().min(1).max(300),
  kinds: z.string().max(60).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

/** A text with what was found in it: every second piece is a hit, beginning with one that is not. */
export const Highlighted = z.array(z.string())

export const MessageHit = z.object({
  conversation_id: z.uuid(),
  reference: z.string(),
  subject: z.string(),
  channel: Channel,
  status: Status,
  contact: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
  /** The event, to jump to. */
  event_id: z.uuid(),
  seq: z.int(),
  kind: z.enum(['message', 'note']),
  actor: z.object({ kind: ActorKind, id: z.uuid().nullable(), name: z.string() }),
  at: z.string(),
  snippet: Highlighted,
})
export type MessageHit = z.infer<typeof MessageHit>

export const SearchResult = z.object({
  messages: z.array(MessageHit),
  next_cursor: z.string().nullable(),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: Highlighted,
      email: Highlighted.nullable(),
      verified: z.boolean(),
      conversations: z.int(),
      last_conversation_id: z.uuid().nullable(),
      last_at: z.string().nullable(),
    }),
  ),
  /** By reference or subject. */
  conversations: z.array(
    z.object({
      id: z.uuid(),
      reference: Highlighted,
      subject: Highlighted,
      status: Status,
      contact: z.object({ id: z.uuid(), name: z.string() }),
      at: z.string(),
    }),
  ),
  articles: z.array(z.object({ id: z.uuid(), slug: z.string(), title: Highlighted, state: z.string() })),
  /** What was understood of the operators, and what was not. */
  understood: z.array(z.object({ operator: z.string(), value: z.string() })),
  unknown: z.array(z.string()),
  ms: z.number(),
  /** Messages that are not in the index yet. */
  behind: z.int(),
})
export type SearchResult = z.infer<typeof SearchResult>
