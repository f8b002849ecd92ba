// Written by `npm run eval -- --calibrate`; not by hand.

import type { Calibration } from './calibration.ts'

export const CALIBRATION: Calibration = {
  weights: {
    bias: -3.9358,
    features: [1.5831, 0.8165, 0.5391, 1.2941, 1.396, 1.0952, 1.4035],
  },
  floor: 0.75,
  reliability: {
    ece: 0.039,
    brier: 0.1641,
    bins: [
      {
        from: 0,
        to: 0.1,
        said: 0.0759,
        right: 0.0625,
        count: 16,
      },
      {
        from: 0.1,
        to: 0.2,
        said: 0.1589,
        right: 0.0566,
        count: 53,
      },
      {
        from: 0.2,
        to: 0.3,
        said: 0.246,
        right: 0.2297,
        count: 74,
      },
      {
        from: 0.3,
        to: 0.4,
        said: 0.3484,
        right: 0.4151,
        count: 53,
      },
      {
        from: 0.4,
        to: 0.5,
        said: 0.4419,
        right: 0.4222,
        count: 45,
      },
      {
        from: 0.5,
        to: 0.6,
        said: 0.5517,
        right: 0.619,
        count: 63,
      },
      {
        from: 0.6,
        to: 0.7,
        said: 0.6552,
        right: 0.7258,
        count: 62,
      },
      {
        from: 0.7,
        to: 0.8,
        said: 0.7435,
        right: 0.7463,
        count: 67,
      },
      {
        from: 0.8,
        to: 0.9,
        said: 0.8517,
        right: 0.8333,
        count: 90,
      },
      {
        from: 0.9,
        to: 1,
        said: 0.9396,
        right: 0.9149,
        count: 94,
      },
    ],
  },
  curve: {
    points: [
      {
        floor: 0,
        answered: 1,
        right: 0.5786,
      },
      {
        floor: 0.05,
        answered: 1,
        right: 0.5814,
      },
      {
        floor: 0.1,
        answered: 0.9957,
        right: 0.5923,
      },
      {
        floor: 0.15,
        answered: 0.987,
        right: 0.611,
      },
      {
        floor: 0.2,
        answered: 0.963,
        right: 0.6442,
      },
      {
        floor: 0.25,
        answered: 0.9283,
        right: 0.6851,
      },
      {
        floor: 0.3,
        answered: 0.887,
        right: 0.7089,
      },
      {
        floor: 0.35,
        answered: 0.8543,
        right: 0.7299,
      },
      {
        floor: 0.4,
        answered: 0.8087,
        right: 0.7458,
      },
      {
        floor: 0.45,
        answered: 0.763,
        right: 0.7671,
      },
      {
        floor: 0.5,
        answered: 0.7391,
        right: 0.7846,
      },
      {
        floor: 0.55,
        answered: 0.6935,
        right: 0.8029,
      },
      {
        floor: 0.6,
        answered: 0.6326,
        right: 0.8179,
      },
      {
        floor: 0.65,
        answered: 0.5761,
        right: 0.8369,
      },
      {
        floor: 0.7,
        answered: 0.5152,
        right: 0.8406,
      },
      {
        floor: 0.75,
        answered: 0.4391,
        right: 0.8638,
      },
      {
        floor: 0.8,
        answered: 0.3826,
        right: 0.875,
      },
      {
        floor: 0.85,
        answered: 0.3043,
        right: 0.8889,
      },
      {
        floor: 0.9,
        answered: 0.1978,
        right: 0.9149,
      },
      {
        floor: 0.95,
        answered: 0.0739,
        right: 0.9143,
      },
    ],
    questions: 617,
    answerable: 460,
  },
}
