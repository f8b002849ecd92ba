// A whisper: what one agent tells another about a conversation. Its author and that one agent see it, nobody else.

import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { Block } from './rich-text-tree.ts'

const Person = z.object({ id: z.uuid(), name: z.string() })

export const Whisper = z.object({
  id: z.uuid(),
  conversation_id: z.uuid(),
  by: Person,
  to: Person,
  /** Markdown as written. */
  body: z.string(),
  content: z.array(Block),
  /** The last number of the log when it was written: it stands behind that line. */
  after_seq: z.int().min(0),
  at: z.string(),
})
export type Whisper = z.infer<typeof Whisper>

export const WHISPER_COMMANDS = {
  /** To a person of the team; rings their bell. It has no row in the log. */
  'whisper.add': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/whispers'] },
    input: z.strictObject({
      conversation_id: z.uuid(),
      agent_id: z.uuid(),
      body: plainText().trim().min(1).max(LIMITS.message),
    }),
    result: z.object({ whisper: Whisper }),
  },
} as const
