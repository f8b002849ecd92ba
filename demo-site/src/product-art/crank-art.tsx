import { around, at, circlePath, MIDDLE, toothed } from './polar.ts'

export const CrankArt = () => (
  <g transform="rotate(38 120 120)">
    <path class="ink" d="M97 62c0-15 10-26 23-26s23 11 23 26l-5 118c-.5 12-8 21-18 21s-17.5-9-18-21z" />
    <path class="soft" d="M113 98h14l-2.5 72a4.5 4.5 0 0 1-9 0z" />
    <circle class="hole" cx="120" cy="62" r="13" />
    <circle class="soft" cx="120" cy="62" r="9" />
    <circle class="hole" cx="120" cy="62" r="4.5" />
    <circle class="hole" cx="120" cy="186" r="7" />
  </g>
)

const BALLS = 15

export const BottomBracketArt = () => (
  <>
    <path class="ink" d={toothed({ count: 12, root: 74, tip: 81, rootShare: 0.36, tipShare: 0.52 })} />
    <path class="hole" d={circlePath(60)} />
    <path class="soft" d={circlePath(57)} />
    <path class="hole" d={circlePath(50)} />
    {around(BALLS, (turn) => {
      const [x, y] = at(43, turn)
      return <circle class="ink" cx={x} cy={y} r="6.2" />
    })}
    <path class="soft" d={circlePath(35.5)} />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="28" />
  </>
)
