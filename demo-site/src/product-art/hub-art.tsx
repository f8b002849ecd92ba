const SPOKE_HOLES = [72, 88, 104, 120, 136, 152, 168]

const Flange = ({ x }: { x: number }) => (
  <>
    <rect class="ink" x={x} y="62" width="11" height="116" rx="4" />
    {SPOKE_HOLES.map((y) => (
      <circle class="hole" cx={x + 5.5} cy={y} r="2.6" />
    ))}
  </>
)

const Splines = () => (
  <>
    <rect class="soft" x="163" y="90" width="38" height="60" rx="3" />
    {[99, 111, 123, 135].map((y) => (
      <rect class="ink" x="163" y={y} width="38" height="5" />
    ))}
  </>
)

export const HubArt = () => (
  <>
    <rect class="soft" x="22" y="108" width="196" height="24" rx="4" />
    <rect class="ink" x="36" y="96" width="24" height="48" rx="4" />
    <path
      class="ink"
      d="M68 84c14 0 16 12 30 12h28c16 0 18-16 32-16v80c-14 0-16-16-32-16H98c-14 0-16 12-30 12z"
    />
    <Flange x={60} />
    <Flange x={148} />
    <Splines />
    <rect class="ink" x="201" y="102" width="9" height="36" rx="3" />
  </>
)
