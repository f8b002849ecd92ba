import { arm, around, at, circlePath, MIDDLE, toothed } from './polar.ts'

const Ring = ({ teeth, inner }: { teeth: number; inner: number }) => (
  <>
    <path class="ink" d={toothed({ count: teeth, root: 76.5, tip: 83.5, rootShare: 0.42, tipShare: 0.2 })} />
    <path class="hole" d={circlePath(inner)} />
    {around(5, (turn) => (
      <path class="ink" d={arm(turn, { from: 22, to: inner + 2, width: 15, tipWidth: 21 })} />
    ))}
    <circle class="ink" cx={MIDDLE} cy={MIDDLE} r="26" />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="17" />
    {around(5, (turn) => {
      const [x, y] = at(inner - 4, turn)
      return <circle class="hole" cx={x} cy={y} r="4.4" />
    })}
  </>
)

export const ChainringArt = () => <Ring teeth={34} inner={58} />

export const LargeChainringArt = () => <Ring teeth={42} inner={62} />
