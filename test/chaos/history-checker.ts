// Whether a run kept the delivery contract: a pure function of what the clients did and heard, of the rows in the
// database, and of what every client shows in the end. It repairs nothing and asks nobody.

import { checkRows } from './check-rows.ts'
import { checkTexts } from './check-texts.ts'
import { checkViews } from './check-views.ts'
import type { Entry } from './run-history.ts'

export interface Row {
  conversation_id: string
  seq: number
  pub_seq: number | null
  id: string
  type: string
  cid: string | null
  actor_id: string | null
  body: string
  /** The message an edit or a deletion is about. */
  target: string | null
  /** Written by the AI agent, whose notes quote what others wrote. */
  quoting?: boolean
}

export interface ConversationHeads {
  id: string
  /** The visitor whose it is. */
  owner: string
  last_seq: number
  last_pub_seq: number
}

/** What one client shows of one conversation in the end. */
export interface FinalView {
  client: string
  side: 'visitor' | 'agent'
  /** For a visitor's: who is looking. */
  visitor: string | null
  conversation: string
  events: readonly { seq: number; id: string; type: string; cid: string | null; body: string }[]
  /** Nothing earlier is left on the server. */
  complete: boolean
  pending: readonly { body: string; state: string; code: string | null }[]
}

export interface RunRecord {
  history: readonly Entry[]
  rows: readonly Row[]
  conversations: readonly ConversationHeads[]
  views: readonly FinalView[]
  /** What was not at rest when the deadline passed; empty when all was. */
  unsettled: readonly string[]
  /** Processes that ended though nobody asked them to. */
  crashes: readonly string[]
}

export type ViolationKind =
  | 'acked-lost'
  | 'ack-differs'
  | 'stored-lost'
  | 'doubled'
  | 'withdrawn-sent'
  | 'out-of-order'
  | 'failed'
  | 'gap'
  | 'head'
  | 'view-lost'
  | 'view-differs'
  | 'view-foreign'
  | 'vanished'
  | 'leak'
  | 'unsettled'
  | 'crash'

export interface Violation {
  kind: ViolationKind
  what: string
  /** The texts and client ids it is about, to find them in the history. */
  about: readonly string[]
}

export function checkRun(run: RunRecord): Violation[] {
  return [
    ...run.crashes.map((what): Violation => ({ kind: 'crash', what, about: [] })),
    ...run.unsettled.map((what): Violation => ({ kind: 'unsettled', what, about: [] })),
    ...checkTexts(run),
    ...checkRows(run),
    ...checkViews(run),
    ...seen(run),
  ]
}

/** What clients and wire told of while it happened. */
function seen({ history }: RunRecord): Violation[] {
  const found: Violation[] = []
  for (const entry of history)
    if (entry.type === 'vanished')
      found.push({ kind: 'vanished', what: `${entry.author}: ${entry.what}`, about: [entry.conversation] })
    else if (entry.type === 'leak')
      found.push({ kind: 'leak', what: `on the wire of ${entry.author}: ${entry.what}`, about: [] })
  return found
}
