// From what was measured to a probability of being right. The weights are fitted on questions with known answers, so
// that "0.7" means that seven in ten such answers are right.

import { CALIBRATION } from '../evaluation/calibration-data.ts'
import { probability } from '../evaluation/logistic.ts'
import type { Evidence } from './retrieval.ts'

export interface Signals extends Evidence {
  /** How far the best article stands before the next, 0 (even) to 1 (alone). */
  margin: number
  /** Share of the question's words that what would be quoted speaks of, 0 to 1. */
  coverage: number
  /** 1 where what would be quoted is the kind of answer asked for, such as a price; else 0. */
  kind: number
}

export type Calibrate = (signals: Signals) => number

/** In the order of the weights. */
export const featuresOf = ({ article, passage, title, chars, margin, coverage, kind }: Signals): number[] => [
  article,
  passage,
  title,
  chars,
  margin,
  coverage,
  kind,
]

export const calibrated: Calibrate = (signals) => probability(CALIBRATION.weights, featuresOf(signals))
