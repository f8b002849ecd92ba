// From what was measured to a probability of being right. The weights are fitted on the shipped cases, so that "0.7"
// means that seven in ten such answers are right.

export interface Signals {
  /** What search makes of its best article, 0 to 1. */
  retrieval: number
  /** How far the best article stands before the next, 0 (even) to 1 (alone). */
  margin: number
  /** Share of the question's words that what would be quoted speaks of, 0 to 1. */
  coverage: number
}

export type Calibrate = (signals: Signals) => number

const logit = (share: number): number => {
  const held = Math.min(0.999, Math.max(0.001, share))
  return Math.log(held / (1 - held))
}

const WEIGHTS = { retrieval: 1, margin: 0.4, coverage: 0.8, bias: 0.2 }

export const calibrated: Calibrate = ({ retrieval, margin, coverage }) => {
  const sum =
    WEIGHTS.bias +
    WEIGHTS.retrieval * logit(retrieval) +
    WEIGHTS.margin * margin +
    WEIGHTS.coverage * coverage
  return 1 / (1 + Math.exp(-sum))
}
