// How sure the AI agent may say it is, made from questions whose right answers are known.

import type { FloorCurve } from '../../../sdk/protocol/assistant-case.ts'
import { floorCurve, type Measured, suggestedFloor } from './floor-curve.ts'
import { crossValidated, type Example, fit, type Reliability, reliability, type Weights } from './logistic.ts'

export interface Calibration {
  weights: Weights
  /** The default of the floor. */
  floor: number
  /** Of probabilities by weights that had not seen the question. */
  reliability: Reliability
  curve: FloorCurve
}

export interface Observed extends Example {
  /** Questions about the same stand and fall together: they are never parted by a fold. */
  group: string
  answerable: boolean
}

/**
 * So many of the answers given have to be right. The questions search is measured by are hard on purpose: what is 85 %
 * among them is 90 % among the cases.
 */
const RIGHT = 0.85

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** All numbers cut to four places, so that the file tells what changed. */
const tidy = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_key, part) => (typeof part === 'number' ? rounded(part) : part)))

export function calibrate(observed: readonly Observed[]): Calibration {
  const said = crossValidated(observed)
  const measured = observed.map(
    ({ right, answerable }, at): Measured => ({ confidence: said[at]!, right, answerable }),
  )
  const curve = floorCurve(measured)
  return tidy({
    weights: fit(observed),
    floor: suggestedFloor(curve, RIGHT),
    reliability: reliability(
      said,
      observed.map(({ right }) => right),
    ),
    curve,
  })
}
