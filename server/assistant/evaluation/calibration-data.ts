// Written by `npm run eval -- --calibrate`; not by hand.

import type { Calibration } from './calibration.ts'

export const CALIBRATION: Calibration = {
  weights: {
    bias: -3.9227,
    features: [1.6622, 0.7099, 0.5331, 1.3147, 1.4377, 1.1076, 1.3941],
  },
  floor: 0.75,
  reliability: {
    ece: 0.0373,
    brier: 0.1633,
    bins: [
      {
        from: 0,
        to: 0.1,
        said: 0.0769,
        right: 0,
        count: 12,
      },
      {
        from: 0.1,
        to: 0.2,
        said: 0.1607,
        right: 0.0962,
        count: 52,
      },
      {
        from: 0.2,
        to: 0.3,
        said: 0.2469,
        right: 0.2154,
        count: 65,
      },
      {
        from: 0.3,
        to: 0.4,
        said: 0.3431,
        right: 0.3654,
        count: 52,
      },
      {
        from: 0.4,
        to: 0.5,
        said: 0.4434,
        right: 0.4902,
        count: 51,
      },
      {
        from: 0.5,
        to: 0.6,
        said: 0.5503,
        right: 0.6167,
        count: 60,
      },
      {
        from: 0.6,
        to: 0.7,
        said: 0.6543,
        right: 0.7213,
        count: 61,
      },
      {
        from: 0.7,
        to: 0.8,
        said: 0.7472,
        right: 0.7353,
        count: 68,
      },
      {
        from: 0.8,
        to: 0.9,
        said: 0.8564,
        right: 0.82,
        count: 100,
      },
      {
        from: 0.9,
        to: 1,
        said: 0.9409,
        right: 0.9355,
        count: 93,
      },
    ],
  },
  curve: {
    points: [
      {
        floor: 0,
        answered: 1,
        right: 0.5912,
      },
      {
        floor: 0.05,
        answered: 1,
        right: 0.5931,
      },
      {
        floor: 0.1,
        answered: 1,
        right: 0.603,
      },
      {
        floor: 0.15,
        answered: 0.9935,
        right: 0.6182,
      },
      {
        floor: 0.2,
        answered: 0.9652,
        right: 0.6509,
      },
      {
        floor: 0.25,
        answered: 0.9413,
        right: 0.6809,
      },
      {
        floor: 0.3,
        answered: 0.9087,
        right: 0.7093,
      },
      {
        floor: 0.35,
        answered: 0.8783,
        right: 0.7342,
      },
      {
        floor: 0.4,
        answered: 0.8348,
        right: 0.7506,
      },
      {
        floor: 0.45,
        answered: 0.7891,
        right: 0.7698,
      },
      {
        floor: 0.5,
        answered: 0.7565,
        right: 0.7853,
      },
      {
        floor: 0.55,
        answered: 0.713,
        right: 0.8023,
      },
      {
        floor: 0.6,
        answered: 0.6565,
        right: 0.8168,
      },
      {
        floor: 0.65,
        answered: 0.6022,
        right: 0.8367,
      },
      {
        floor: 0.7,
        answered: 0.5391,
        right: 0.8391,
      },
      {
        floor: 0.75,
        answered: 0.4652,
        right: 0.8705,
      },
      {
        floor: 0.8,
        answered: 0.4022,
        right: 0.8756,
      },
      {
        floor: 0.85,
        answered: 0.3174,
        right: 0.9013,
      },
      {
        floor: 0.9,
        answered: 0.1978,
        right: 0.9355,
      },
      {
        floor: 0.95,
        answered: 0.0804,
        right: 0.9211,
      },
    ],
    questions: 614,
    answerable: 460,
  },
}
