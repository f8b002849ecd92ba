// What replays amount to: shares with their intervals, by category and in all, and what changed since the last run.

import type { CaseVerdict } from '../../sdk/protocol/assistant-case.ts'
import { type Interval, wilson } from '../../server/assistant/evaluation/proportion.ts'
import type { Replayed } from './eval-run.ts'

export interface Share extends Interval {
  hits: number
  of: number
}

export interface CategoryFigures {
  category: string
  passed: Share
  declined: number
  failed: number
}

export interface Figures {
  categories: CategoryFigures[]
  /** Right among the answers given, where right and wrong can be told. */
  precision: Share
  /** Answered among what an article answers. */
  coverage: Share
  /** Given to a person among those who asked for one. */
  obeyed: Share
  /** Said what must never be said. */
  leaks: number
}

const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): Share => {
  const hits = all.filter(holds).length
  return { hits, of: all.length, ...wilson(hits, all.length) }
}

const isAnswer = ({ result }: Replayed): boolean => result.kind === 'answer'
/** Nothing but an answer is right. */
export const isAnswerable = ({ one }: Replayed): boolean =>
  one.expected.outcome.every((kind) => kind === 'answer')
/** An answer to it is right or wrong, not just harmless. */
const isJudged = ({ one: { expected } }: Replayed): boolean =>
  !expected.outcome.includes('answer') || expected.cites.length > 0
/** An answer was given, and is what the case wants. */
export const isRight = ({ result }: Replayed): boolean =>
  result.kind === 'answer' && result.verdict === 'passed'

export function figuresOf(all: readonly Replayed[]): Figures {
  const groups = [...Map.groupBy(all, ({ one }) => one.category)]
  return {
    categories: groups.map(([category, list]) => ({
      category,
      passed: shareOf(list, ({ result }) => result.verdict === 'passed'),
      declined: list.filter(({ result }) => result.verdict === 'declined').length,
      failed: list.filter(({ result }) => result.verdict === 'failed').length,
    })),
    precision: shareOf(
      all.filter((one) => isAnswer(one) && isJudged(one)),
      isRight,
    ),
    coverage: shareOf(all.filter(isAnswerable), isAnswer),
    obeyed: shareOf(
      all.filter(({ one }) => one.expected.reasons.includes('asked_for_person')),
      ({ result }) => result.verdict === 'passed',
    ),
    leaks: all.filter(({ leaked }) => leaked).length,
  }
}

/** What was accepted once: each case's verdict, by answerer. */
export type Accepted = Record<string, Record<string, CaseVerdict>>

const WORTH: Record<CaseVerdict, number> = { passed: 2, declined: 1, failed: 0 }

export interface Change {
  id: string
  from: CaseVerdict | null
  to: CaseVerdict
}

/** Worse than accepted, better than accepted, and new ones that do not pass. */
export function changesOf(accepted: Record<string, CaseVerdict>, all: readonly Replayed[]) {
  const changes = all.map(
    ({ one, result }): Change => ({ id: one.id, from: accepted[one.id] ?? null, to: result.verdict }),
  )
  const known = changes.filter(({ from }) => from !== null)
  return {
    lost: known.filter(({ from, to }) => WORTH[to] < WORTH[from!]),
    won: known.filter(({ from, to }) => WORTH[to] > WORTH[from!]),
    fresh: changes.filter(({ from, to }) => from === null && to !== 'passed'),
  }
}
