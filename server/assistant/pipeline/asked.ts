// What the AI agent is asked: a conversation so far, and what is known around it. Nothing here is written anywhere.

import type { AssistantSettings } from '../../../sdk/protocol/assistant-settings.ts'
import type { Tooling } from './tooling.ts'

export interface Turn {
  /** `agent`: a person of the team, or their bot. */
  by: 'customer' | 'assistant' | 'agent'
  /** As it was written: what a model must not see is taken out on the way to it. */
  body: string
  /** Names of files sent with it, none of which the AI agent sees. */
  files?: string[]
  /** Slugs of the articles an answer rested on. */
  cited?: string[]
}

/** What has been used up so far; the limits are in the settings. */
export interface Spent {
  repliesThisMinute: number
  turnsThisHour: number
  repliesToday: number
  tokensOfConversation: number
}

export interface Asked {
  workspaceId: string
  site: { id: string; name: string; helpHosts: readonly string[] }
  /** Null in a rehearsal: nothing may be done for real. */
  conversationId: string | null
  /** The page's language, BCP 47. */
  locale: string | null
  pageUrl: string | null
  departmentId: string | null
  settings: AssistantSettings
  /** Whose conversation it is; `verified` by a signed identity or a proven address. */
  contact: { id: string | null; verified: boolean }
  /** Oldest first. Those at the end that are the customer's are what is asked. */
  turns: readonly Turn[]
  /** Index of the first turn since the AI agent took the conversation. */
  since: number
  /** Which of the turns are asked, where it is not those of the customer at the end. */
  question?: readonly Turn[]
  /** What may be called, and what calls came to. Left out in a rehearsal: nothing may be done for real. */
  tooling?: Tooling
  /** A person had resolved it, and has not given it back since: it is theirs. */
  resolvedByPerson?: boolean
  /** Left out where nothing counts, as in a rehearsal. */
  spent?: Spent
  /** What an agent wants of it, where an answer is written anew for them. */
  instruction?: string
}

/** The customer's turns nobody has replied to, oldest first. */
export function unanswered(turns: readonly Turn[]): readonly Turn[] {
  return turns.slice(turns.findLastIndex(({ by }) => by !== 'customer') + 1)
}
