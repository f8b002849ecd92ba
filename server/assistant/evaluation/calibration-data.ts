// Written by `npm run eval -- --calibrate`; not by hand.

import type { Calibration } from './calibration.ts'

export const CALIBRATION: Calibration = {
  weights: {
    bias: -3.059,
    features: [1.1677, 0.461, 1.0221, 0.303, 1.3522, 2.3058],
  },
  floor: 0.9,
  reliability: {
    ece: 0.0426,
    brier: 0.1646,
    bins: [
      {
        from: 0,
        to: 0.1,
        said: 0.0641,
        right: 0.0435,
        count: 23,
      },
      {
        from: 0.1,
        to: 0.2,
        said: 0.1559,
        right: 0.12,
        count: 100,
      },
      {
        from: 0.2,
        to: 0.3,
        said: 0.2478,
        right: 0.2727,
        count: 77,
      },
      {
        from: 0.3,
        to: 0.4,
        said: 0.3503,
        right: 0.3276,
        count: 58,
      },
      {
        from: 0.4,
        to: 0.5,
        said: 0.4496,
        right: 0.3833,
        count: 60,
      },
      {
        from: 0.5,
        to: 0.6,
        said: 0.5468,
        right: 0.6957,
        count: 46,
      },
      {
        from: 0.6,
        to: 0.7,
        said: 0.6465,
        right: 0.7059,
        count: 51,
      },
      {
        from: 0.7,
        to: 0.8,
        said: 0.7539,
        right: 0.7742,
        count: 62,
      },
      {
        from: 0.8,
        to: 0.9,
        said: 0.8488,
        right: 0.8028,
        count: 71,
      },
      {
        from: 0.9,
        to: 1,
        said: 0.9384,
        right: 0.9286,
        count: 70,
      },
    ],
  },
  curve: {
    points: [
      {
        floor: 0,
        answered: 1,
        right: 0.5081,
      },
      {
        floor: 0.05,
        answered: 0.9957,
        right: 0.5139,
      },
      {
        floor: 0.1,
        answered: 0.9913,
        right: 0.5261,
      },
      {
        floor: 0.15,
        answered: 0.9522,
        right: 0.5502,
      },
      {
        floor: 0.2,
        answered: 0.8935,
        right: 0.6081,
      },
      {
        floor: 0.25,
        answered: 0.8413,
        right: 0.6432,
      },
      {
        floor: 0.3,
        answered: 0.7957,
        right: 0.6699,
      },
      {
        floor: 0.35,
        answered: 0.75,
        right: 0.7026,
      },
      {
        floor: 0.4,
        answered: 0.7065,
        right: 0.725,
      },
      {
        floor: 0.45,
        answered: 0.6543,
        right: 0.7613,
      },
      {
        floor: 0.5,
        answered: 0.6065,
        right: 0.7933,
      },
      {
        floor: 0.55,
        answered: 0.5587,
        right: 0.8007,
      },
      {
        floor: 0.6,
        answered: 0.5174,
        right: 0.811,
      },
      {
        floor: 0.65,
        answered: 0.463,
        right: 0.8251,
      },
      {
        floor: 0.7,
        answered: 0.4239,
        right: 0.8374,
      },
      {
        floor: 0.75,
        answered: 0.3696,
        right: 0.8571,
      },
      {
        floor: 0.8,
        answered: 0.3,
        right: 0.8652,
      },
      {
        floor: 0.85,
        answered: 0.2217,
        right: 0.8932,
      },
      {
        floor: 0.9,
        answered: 0.15,
        right: 0.9286,
      },
      {
        floor: 0.95,
        answered: 0.05,
        right: 0.9565,
      },
    ],
    questions: 618,
    answerable: 460,
  },
}
