import { arm, around, at, circlePath, MIDDLE, toothed } from './polar.ts'

const GROUPS = 14

// Holes run inward along a curve and shrink outward, so every pad edge is swept.
const holes = around(GROUPS, (turn) => [
  { place: at(78, turn), size: 1.9 },
  { place: at(73, turn + 0.021), size: 2.4 },
  { place: at(67.5, turn + 0.036), size: 3 },
  { place: at(77, turn + 0.045), size: 1.7 },
  { place: at(72, turn + 0.061), size: 2.2 },
]).flat()

export const RotorArt = () => (
  <>
    <path class="ink" d={toothed({ count: 28, root: 81.4, tip: 83.4, rootShare: 0.16, tipShare: 0.58 })} />
    <path class="hole" d={circlePath(60.5)} />
    {around(6, (turn) => (
      <path class="ink" d={arm(turn + 0.045, { from: 24, to: 62.5, width: 19, tipWidth: 13, lean: 0.045 })} />
    ))}
    <circle class="ink" cx={MIDDLE} cy={MIDDLE} r="28.5" />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="12.3" />
    {around(6, (turn) => {
      const [x, y] = at(20.2, turn + 1 / 12)
      return <circle class="hole" cx={x} cy={y} r="2.7" />
    })}
    {holes.map(({ place: [x, y], size }) => (
      <circle class="hole" cx={x} cy={y} r={size} />
    ))}
  </>
)
