// The supervisor's live board: who waits, who is in with what load, how the day goes. `GET /board?department_id=…`

import * as z from 'zod'
import { Availability } from './agent.ts'
import { Channel, HandoffReason } from './conversation.ts'

export const Board = z.object({
  at: z.string(),
  waiting: z.object({
    count: z.int(),
    longest_seconds: z.number().nullable(),
    target_seconds: z.number().nullable(),
    /** Longest first, at most 50. */
    conversations: z.array(
      z.object({
        id: z.uuid(),
        reference: z.string(),
        subject: z.string(),
        channel: Channel,
        contact: z.object({ id: z.uuid(), name: z.string() }),
        preview: z.string(),
        department: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        reason: HandoffReason.nullable(),
        waiting_since: z.string(),
        due_at: z.string().nullable(),
      }),
    ),
  }),
  with_person: z.object({ count: z.int(), places: z.int(), free: z.int() }),
  assistant: z.object({ count: z.int(), drafts: z.int() }),
  first_reply: z.object({ median_seconds: z.number().nullable(), target_seconds: z.number().nullable() }),
  /** Of those resolved today: by the AI agent without a person, and all. */
  resolved: z.object({ by_assistant: z.int(), all: z.int() }),
  rating: z.object({ average: z.number().nullable(), count: z.int() }),
  overdue: z.int(),
  agents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      availability: Availability,
      /** When that began. */
      since: z.string().nullable(),
      departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
      open_chats: z.int(),
      capacity: z.int(),
      /** The earliest deadline among theirs. */
      next_due_at: z.string().nullable(),
      first_reply_median_seconds: z.number().nullable(),
      rating_average: z.number().nullable(),
      rating_count: z.int(),
    }),
  ),
  /** The longest wait of each ten minutes of the last two hours, oldest first. */
  longest_wait: z.array(z.object({ at: z.string(), seconds: z.number() })),
  /** By the hour, today: solved by people, and by the AI agent. */
  solved: z.array(z.object({ at: z.string(), person: z.int(), assistant: z.int() })),
})
export type Board = z.infer<typeof Board>

/** How many chats each colleague has open, to choose whom to give one to. `GET /board/loads` */
export const AgentLoads = z.object({ loads: z.array(z.object({ id: z.uuid(), open_chats: z.int() })) })
export type AgentLoads = z.infer<typeof AgentLoads>
