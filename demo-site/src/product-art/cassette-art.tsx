import { circlePath, MIDDLE, toothed } from './polar.ts'

const LARGEST = 84
const STEP = 6.6

const cogs = [42, 37, 32, 28, 24, 21, 18, 15, 13, 11].map((teeth, index) => ({
  teeth,
  radius: LARGEST - index * STEP,
}))

export const CassetteArt = () => (
  <>
    {cogs.map(({ teeth, radius }, index) => (
      <>
        <path class="hole" d={circlePath(radius + 0.6)} />
        <path
          class={index % 3 === 2 ? 'soft' : 'ink'}
          d={toothed({ count: teeth, root: radius - 2.9, tip: radius, rootShare: 0.4, tipShare: 0.25 })}
        />
      </>
    ))}
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="16" />
    <path class="soft" d={toothed({ count: 12, root: 11.5, tip: 14, rootShare: 0.3, tipShare: 0.4 })} />
    <circle class="hole" cx={MIDDLE} cy={MIDDLE} r="8" />
  </>
)
