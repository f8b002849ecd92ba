// How much a remembered question counts today. Computed when it is read, so that fading needs no job.

import type { MemorySource, MemoryState } from '../../../sdk/protocol/knowledge-memory.ts'

export interface Weighed {
  source: MemorySource
  state: MemoryState
  /** What its source is worth, less what customers said against it. */
  weight: number
  /** How often it was heard; a vote counts once a day from one address. */
  seen: number
  last_seen_at: Date
  /** When its article's text last changed. */
  article_updated_at: Date
  /** Another article has answered the same question more often or more lately. */
  contested: boolean
}

/** What a question is worth before anybody has decided on it, by who vouches for it. */
export const SOURCE_WEIGHT: Record<MemorySource, number> = {
  correction: 1,
  owner: 1,
  insert: 0.9,
  vote: 0.8,
  accepted_answer: 0.6,
}
/** Of what is pending, these count already: people, not a machine, put question and article together. */
const TRUSTED: ReadonlySet<MemorySource> = new Set(['correction', 'insert', 'vote'])
const PENDING = 0.5
/** Anybody may vote, and one stranger must not move what others find. */
const VOTERS = 3
const HALF_LIFE_DAYS = 180
/** The article says something else since: whether it still answers is less sure. */
const HALF_LIFE_CHANGED_DAYS = 90
const CONTESTED = 0.5
/** Less is not worth its place in the index. */
const LEAST_WEIGHT = 0.1
const DAY_MS = 24 * 60 * 60 * 1000

/** 0 to 1, beside an article's own title with 1. */
export function weightOf(one: Weighed, now: number, countPending: boolean): number {
  const { source, state, weight, seen, last_seen_at, article_updated_at, contested } = one
  if (state === 'rejected') return 0
  if (state === 'pending' && !(countPending && TRUSTED.has(source))) return 0
  if (state === 'pending' && source === 'vote' && seen < VOTERS) return 0
  const days = Math.max(0, Math.floor((now - last_seen_at.getTime()) / DAY_MS))
  const halfLife = article_updated_at > last_seen_at ? HALF_LIFE_CHANGED_DAYS : HALF_LIFE_DAYS
  // What an owner typed was never heard from a customer, so not hearing it again says nothing.
  const faded = source === 'owner' ? 1 : 0.5 ** (days / halfLife)
  const counted = weight * (state === 'pending' ? PENDING : 1) * faded * (contested ? CONTESTED : 1)
  return counted < LEAST_WEIGHT ? 0 : Math.min(1, counted)
}
