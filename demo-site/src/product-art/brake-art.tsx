export const BrakeArt = () => (
  <>
    <path class="hose" d="M150 74c40 0 58 18 58 46s-20 44-52 52" />
    <path class="ink" d="M66 56h74a16 16 0 0 1 16 16v4a16 16 0 0 1-16 16H80l-14-6z" />
    <rect class="soft" x="92" y="62" width="48" height="8" rx="4" />
    <path class="ink" d="M70 52a20 20 0 1 0 0 40z" />
    <circle class="hole" cx="62" cy="72" r="10" />
    <path class="lever" d="M128 94c-22 4-44 10-62 26-8 7-20 10-30 8" />
    <path
      class="ink"
      d="M92 152h56a18 18 0 0 1 18 18v14a18 18 0 0 1-18 18H92a14 14 0 0 1-14-14v-22a14 14 0 0 1 14-14z"
    />
    <circle class="soft" cx="112" cy="177" r="14" />
    <circle class="hole" cx="112" cy="177" r="5" />
    <circle class="hole" cx="150" cy="164" r="4" />
    <circle class="hole" cx="150" cy="190" r="4" />
  </>
)

const Bolt = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class="soft" x="-7" y="8" width="14" height="38" rx="3" />
    {[18, 25, 32, 39].map((step) => (
      <rect class="hole" x="-7" y={step} width="14" height="1.6" />
    ))}
    <path class="ink" d="M-16 8c0-14 7-20 16-20s16 6 16 20a3 3 0 0 1-3 3h-26a3 3 0 0 1-3-3z" />
  </g>
)

const places = [60, 120, 180].flatMap((x) => [
  { x, y: 70 },
  { x, y: 146 },
])

export const BoltsArt = () => (
  <>
    {places.map((place) => (
      <Bolt {...place} />
    ))}
  </>
)
