import { around } from './polar.ts'

export const BarArt = () => (
  <>
    <path class="tube" d="M60 84c-9 0-15 5-17 13l-5 26c-2 10-7 18-8 36" />
    <path class="tube" d="M180 84c9 0 15 5 17 13l5 26c2 10 7 18 8 36" />
    <path class="tube" d="M58 84h124" />
    <path class="tube-soft" d="M33.5 140c-1.5 6-3 11-3.5 19" />
    <path class="tube-soft" d="M206.5 140c1.5 6 3 11 3.5 19" />
    <rect class="ink" x="98" y="75" width="44" height="18" rx="5" />
    <rect class="hole" x="104" y="75" width="2" height="18" />
    <rect class="hole" x="134" y="75" width="2" height="18" />
  </>
)

export const StemArt = () => (
  <g transform="rotate(-8 120 120)">
    <path
      class="ink"
      d="M36 88h34c6 0 8 7 16 10l70 4c8 0 12-8 22-8v52c-10 0-14-8-22-8l-70 4c-8 3-10 10-16 10H36a6 6 0 0 1-6-6V94a6 6 0 0 1 6-6z"
    />
    <circle class="ink" cx="184" cy="120" r="31" />
    <circle class="hole" cx="184" cy="120" r="20" />
    <rect class="hole" x="192" y="86" width="3" height="18" />
    <rect class="hole" x="192" y="136" width="3" height="18" />
    <rect class="soft" x="197" y="90" width="14" height="9" rx="3" />
    <rect class="soft" x="197" y="141" width="14" height="9" rx="3" />
    <path class="hole" d="M43 88h3v64h-3z" />
    <circle class="soft" cx="58" cy="104" r="6" />
    <circle class="soft" cx="58" cy="136" r="6" />
  </g>
)

export const SeatpostArt = () => (
  <>
    <rect class="ink" x="106" y="74" width="28" height="146" rx="4" />
    {[164, 173, 182, 191].map((y) => (
      <rect class="soft" x="120" y={y} width="14" height="2.5" />
    ))}
    <path class="ink" d="M94 56h52c0 12-12 12-12 30h-28c0-18-12-18-12-30z" />
    <rect class="soft" x="92" y="26" width="7" height="50" rx="2" />
    <rect class="soft" x="141" y="26" width="7" height="50" rx="2" />
    <rect class="ink" x="84" y="46" width="72" height="13" rx="4" />
    <rect class="ink" x="84" y="27" width="72" height="13" rx="4" />
    <rect class="soft" x="104" y="39.5" width="32" height="7" rx="3.5" />
  </>
)

const wraps = around(6, (_, index) => 58 - index * 8)

const Roll = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x} ${y}) scale(.86)`}>
    <circle class="ink" r="62" />
    {wraps.map((radius) => (
      <circle class="groove" r={radius} />
    ))}
    <circle class="hole" r="12" />
  </g>
)

export const TapeArt = () => (
  <>
    <path class="ink" d="M84 190h120a5 5 0 0 1 5 5v2a5 5 0 0 1-5 5H84z" />
    <Roll x={84} y={148.5} />
    <Roll x={150} y={80} />
  </>
)
