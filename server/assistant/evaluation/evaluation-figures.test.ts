// The arithmetic of evaluation: intervals, fitted probabilities, how well they hold, and what a floor makes of them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createRandom } from '../../knowledge/search-figures.ts'
import { calibrate, type Observed } from './calibration.ts'
import { CALIBRATION } from './calibration-data.ts'
import { floorCurve, suggestedFloor } from './floor-curve.ts'
import { crossValidated, fit, probability, reliability } from './logistic.ts'
import { wilson } from './proportion.ts'

const near = (value: number, wanted: number, by = 0.001): void =>
  assert.ok(Math.abs(value - wanted) <= by, `${value} is not about ${wanted}`)

/** Right with the very probability their one feature says. */
const examples = (count: number): Observed[] => {
  const random = createRandom(7)
  return Array.from({ length: count }, (_, at) => {
    const feature = random()
    return { features: [feature], right: random() < feature, answerable: true, group: `g${at % 97}` }
  })
}

test('interval: Wilson’s stays within 0 and 1 and is wide for few trials', () => {
  const { from, to } = wilson(9, 10)
  near(from, 0.596)
  near(to, 0.982)
  assert.equal(wilson(0, 0).to, 1)
  near(wilson(10, 10).to, 1, 1e-9)
})

test('fit: what is more likely right gets the higher probability, and the probabilities hold', () => {
  const all = examples(3000)
  const weights = fit(all)
  assert.ok(probability(weights, [0.9]) > 0.75 && probability(weights, [0.1]) < 0.25)
  const said = crossValidated(all)
  const { ece, brier } = reliability(
    said,
    all.map(({ right }) => right),
  )
  assert.ok(ece < 0.05, `calibration error ${ece}`)
  assert.ok(brier < 0.2, `Brier ${brier}`)
})

test('fit: an example is judged by weights that have not seen its group', () => {
  // One group of its own kind: with it in the fit it would be sure of itself.
  const all = [
    ...Array.from({ length: 50 }, (_, at) => ({ features: [0], right: false, group: `a${at}` })),
    ...Array.from({ length: 10 }, () => ({ features: [1], right: true, group: 'odd' })),
  ]
  assert.ok(probability(fit(all), [1]) > 0.5)
  assert.ok(crossValidated(all).at(-1)! < 0.5)
})

test('reliability: what is said and never true is as wrong as can be', () => {
  const { ece, brier } = reliability([1, 1], [false, false])
  assert.deepEqual([ece, brier], [1, 1])
})

test('floor: the higher, the less is answered; the suggestion holds from there on', () => {
  const curve = floorCurve([
    { confidence: 0.9, right: true, answerable: true },
    { confidence: 0.8, right: true, answerable: true },
    { confidence: 0.62, right: false, answerable: false },
    { confidence: 0.3, right: false, answerable: true },
  ])
  const at = (floor: number) => curve.points.find((point) => point.floor === floor)!
  near(at(0).answered, 1)
  near(at(0.5).answered, 2 / 3)
  near(at(0.5).right!, 2 / 3)
  assert.equal(at(0.95).right, null)
  assert.equal(suggestedFloor(curve, 0.9), 0.65)
})

test('calibration: what ships is whole, and its floor is the default’s neighbour', () => {
  const { weights, curve, reliability: shipped } = CALIBRATION
  assert.equal(weights.features.length, 7)
  assert.ok(curve.questions >= 500 && curve.points.length === 20)
  assert.ok(shipped.ece <= 0.08, `calibration error ${shipped.ece}`)
  assert.deepEqual(Object.keys(calibrate(examples(200))), Object.keys(CALIBRATION))
})
