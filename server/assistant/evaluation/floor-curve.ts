// What a floor does to answers whose probability and truth are known: how much is answered, and how much of that is
// right. Pure.

import type { FloorCurve, FloorPoint } from '../../../sdk/protocol/assistant-case.ts'

export interface Measured {
  /** Probability of being right, as the pipeline says it. */
  confidence: number
  right: boolean
  /** An article answers it. */
  answerable: boolean
}

const STEP = 0.05
const FLOORS = Array.from({ length: 20 }, (_, at) => Math.round(at * STEP * 100) / 100)

function pointAt(floor: number, all: readonly Measured[]): FloorPoint {
  const answered = all.filter(({ confidence }) => confidence >= floor)
  const answerable = all.filter((one) => one.answerable)
  return {
    floor,
    answered: answered.filter((one) => one.answerable).length / (answerable.length || 1),
    right: answered.length > 0 ? answered.filter(({ right }) => right).length / answered.length : null,
  }
}

export const floorCurve = (all: readonly Measured[]): FloorCurve => ({
  points: FLOORS.map((floor) => pointAt(floor, all)),
  questions: all.length,
  answerable: all.filter(({ answerable }) => answerable).length,
})

/** The lowest floor at which, and above which, at least this share of answers is right; the highest where none is. */
export function suggestedFloor({ points }: FloorCurve, share: number): number {
  const found = points.findLastIndex(({ right }) => right !== null && right < share)
  return points[Math.min(points.length - 1, found + 1)]?.floor ?? 0
}
