import { around, at, circlePath, MIDDLE, toothed } from './polar.ts'

const COGS = [42, 37, 32, 28, 24, 21, 18, 15, 13, 11]

const radius = (teeth: number) => teeth * 1.96

export const CassetteArt = () => (
  <>
    {COGS.map((teeth, index) => (
      <>
        <path class="hole" d={circlePath(radius(teeth) + 2.2)} />
        <path
          class={index % 2 ? 'soft' : 'ink'}
          d={toothed({ count: teeth, root: radius(teeth) - 4, tip: radius(teeth) + 1, tipShare: 0.2 })}
        />
      </>
    ))}
    {around(15, (turn) => {
      const [x, y] = at(68.5, turn)
      return <circle class="hole" cx={x} cy={y} r="2.6" />
    })}
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="13" />
    <path class="soft" d={toothed({ count: 12, root: 10.4, tip: 12.2, tipShare: 0.4, rootShare: 0.3 })} />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="7" />
  </>
)
