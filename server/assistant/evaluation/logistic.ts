// Fits a probability to examples: logistic regression, held small by an L2 penalty, and how well such probabilities
// hold. Knows nothing of what the examples are.

export interface Example {
  /** Each about 0 to 1. */
  features: readonly number[]
  right: boolean
}

export interface Weights {
  bias: number
  features: number[]
}

/** What a weight costs, beside the examples' log likelihood. The bias is free. */
const PENALTY = 1
const STEPS = 60

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))

export const probability = ({ bias, features }: Weights, given: readonly number[]): number =>
  sigmoid(features.reduce((sum, weight, at) => sum + weight * given[at]!, bias))

/** Solves a small symmetric system by Gauss and Jordan; `matrix` holds the right side as its last column. */
function solve(matrix: number[][]): number[] {
  const size = matrix.length
  for (let at = 0; at < size; at++) {
    const pivot = matrix
      .slice(at)
      .reduce(
        (best, row, index) => (Math.abs(row[at]!) > Math.abs(matrix[best]![at]!) ? index + at : best),
        at,
      )
    ;[matrix[at], matrix[pivot]] = [matrix[pivot]!, matrix[at]!]
    const lead = matrix[at]![at]!
    matrix[at] = matrix[at]!.map((value) => value / lead)
    for (let other = 0; other < size; other++) {
      if (other === at) continue
      const factor = matrix[other]![at]!
      matrix[other] = matrix[other]!.map((value, column) => value - factor * matrix[at]![column]!)
    }
  }
  return matrix.map((row) => row[size]!)
}

/** Newton's method: a handful of steps, since the examples are few and the function is convex. */
export function fit(examples: readonly Example[]): Weights {
  const size = (examples[0]?.features.length ?? 0) + 1
  let weights = Array.from({ length: size }, () => 0)
  for (let step = 0; step < STEPS; step++) {
    const matrix = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0))
    for (const { features, right } of examples) {
      const given = [1, ...features]
      const chance = sigmoid(given.reduce((sum, value, at) => sum + value * weights[at]!, 0))
      const spread = Math.max(1e-6, chance * (1 - chance))
      for (let row = 0; row < size; row++) {
        for (let column = 0; column < size; column++)
          matrix[row]![column]! += spread * given[row]! * given[column]!
        matrix[row]![size]! += (Number(right) - chance) * given[row]!
      }
    }
    for (let at = 1; at < size; at++) {
      matrix[at]![at]! += PENALTY
      matrix[at]![size]! -= PENALTY * weights[at]!
    }
    const move = solve(matrix)
    weights = weights.map((weight, at) => weight + move[at]!)
    if (Math.max(...move.map(Math.abs)) < 1e-6) break
  }
  const [bias = 0, ...features] = weights
  return { bias, features }
}

/** Each example's probability by weights that have not seen its fold. Examples of one group are never parted. */
export function crossValidated<T extends Example & { group: string }>(
  examples: readonly T[],
  folds = 10,
): number[] {
  const groups = [...new Set(examples.map(({ group }) => group))]
  const foldOf = new Map(groups.map((group, at) => [group, at % folds]))
  const fitted = Array.from({ length: folds }, (_, fold) =>
    fit(examples.filter(({ group }) => foldOf.get(group) !== fold)),
  )
  return examples.map(({ features, group }) => probability(fitted[foldOf.get(group)!]!, features))
}

export interface Bin {
  from: number
  to: number
  /** Mean probability said, and the share that was right. */
  said: number
  right: number
  count: number
}

export interface Reliability {
  /** Expected calibration error: how far said and right are apart, on average. */
  ece: number
  /** Mean squared error of the probabilities. */
  brier: number
  bins: Bin[]
}

const BINS = 10
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

/** @param said  a probability for each of `right` */
export function reliability(said: readonly number[], right: readonly boolean[]): Reliability {
  const all = said.map((chance, at) => ({ chance, right: Number(right[at]) }))
  const bins = Array.from({ length: BINS }, (_, at): Bin => {
    const inside = all.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === at)
    return {
      from: at / BINS,
      to: (at + 1) / BINS,
      said: mean(inside.map(({ chance }) => chance)),
      right: mean(inside.map(({ right }) => right)),
      count: inside.length,
    }
  }).filter(({ count }) => count > 0)
  return {
    ece: bins.reduce((sum, { said, right, count }) => sum + (Math.abs(said - right) * count) / all.length, 0),
    brier: mean(all.map(({ chance, right }) => (chance - right) ** 2)),
    bins,
  }
}
