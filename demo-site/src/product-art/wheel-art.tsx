import { arm, around, at, circlePath, MIDDLE, toothed } from './polar.ts'

// Spokes leave the flange sideways and cross on their way to the rim, as laced wheels do.
const spokes = around(28, (turn, index) => {
  const lean = index % 2 ? 0.085 : -0.085
  const [x1, y1] = at(13, turn - lean)
  const [x2, y2] = at(79, turn + lean * 0.12)
  return { x1, y1, x2, y2 }
})

export const WheelArt = () => (
  <>
    <path class="soft" d={circlePath(92)} />
    <path class="ink" d={circlePath(86)} />
    <path class="hole" d={circlePath(77.5)} />
    {spokes.map((spoke) => (
      <line class="thread" {...spoke} />
    ))}
    <circle class="ink" cx={MIDDLE} cy={MIDDLE} r="15.5" />
    <path class="soft" d={toothed({ count: 18, root: 9.6, tip: 11.6 })} />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="5" />
  </>
)

export const RimArt = () => (
  <>
    <path class="ink" d={circlePath(90)} />
    <path class="soft" d={circlePath(85)} />
    <path class="ink" d={circlePath(80)} />
    <path class="hole" d={circlePath(69)} />
    {around(28, (turn) => {
      const [x, y] = at(74.5, turn + 1 / 56)
      return <circle class="hole" cx={x} cy={y} r="1.8" />
    })}
    <circle class="hole" cx={MIDDLE} cy={MIDDLE + 74.5} r="3" />
  </>
)

export const TyreArt = () => (
  <>
    <path class="ink" d={toothed({ count: 72, root: 88.5, tip: 92, rootShare: 0.25, tipShare: 0.45 })} />
    {around(72, (turn) => (
      <path class="hole" d={arm(turn + 0.0035, { from: 80, to: 85.5, width: 2, tipWidth: 2, lean: 0.004 })} />
    ))}
    <path class="soft" d={circlePath(74)} />
    <path class="hole" d={circlePath(65)} />
  </>
)
