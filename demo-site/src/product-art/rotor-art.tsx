import { arm, around, at, circlePath, MIDDLE } from './polar.ts'

// Holes run inward along a curve and grow, so that every edge of the pad is swept.
const holes = around(20, (turn) => [
  { place: at(78.2, turn), size: 1.7 },
  { place: at(72.6, turn + 0.013), size: 2.3 },
  { place: at(66.6, turn + 0.022), size: 2.9 },
  { place: at(75.4, turn + 0.031), size: 1.5 },
]).flat()

const bites = around(20, (turn) => at(86, turn + 0.025))

const bolts = around(6, (turn) => at(20.2, turn + 1 / 12))

export const RotorArt = () => (
  <>
    <path class="ink" d={circlePath(83.4)} />
    {bites.map(([x, y]) => (
      <circle class="hole" cx={x} cy={y} r="4.4" />
    ))}
    <path class="hole" d={circlePath(60.5)} />
    {around(6, (turn) => (
      <path class="ink" d={arm(turn + 0.04, { from: 24, to: 63, width: 20, tipWidth: 12, lean: 0.035 })} />
    ))}
    <circle class="ink" cx={MIDDLE} cy={MIDDLE} r="28.5" />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="12.3" />
    {bolts.map(([x, y]) => (
      <circle class="hole" cx={x} cy={y} r="2.7" />
    ))}
    {holes.map(({ place: [x, y], size }) => (
      <circle class="hole" cx={x} cy={y} r={size} />
    ))}
  </>
)
