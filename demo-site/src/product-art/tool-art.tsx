import { around, MIDDLE } from './polar.ts'

const grooves = around(7, (_, index) => 40 + index * 9)

export const WrenchArt = () => (
  <g transform="rotate(-38 120 120)">
    <rect class="soft" x="104" y="110" width="74" height="20" />
    <rect class="ink" x="20" y="102" width="96" height="36" rx="12" />
    {grooves.map((x) => (
      <rect class="soft" x={x} y="102" width="2.4" height="36" />
    ))}
    <rect class="ink" x="116" y="105" width="20" height="30" rx="3" />
    <rect class="hole" x="121" y="111" width="10" height="18" rx="2" />
    <circle class="ink" cx="190" cy="120" r="27" />
    <circle class="soft" cx="190" cy="120" r="17" />
    <path class="hole" d="M190 110.5l8.2 4.75v9.500l-8.2 4.75-8.2-4.750v-9.500z" />
  </g>
)

export const TruingForkArt = () => (
  <g transform="rotate(40 120 120)">
    <path
      class="ink"
      d="M92 34a8 8 0 0 1 8-8h40a8 8 0 0 1 8 8v50c0 12-12 14-12 26v92a16 16 0 0 1-32 0v-92c0-12-12-14-12-26z"
    />
    <path class="hole" d="M106 24h5v46a2.5 2.5 0 0 1-5 0z" />
    <path class="hole" d="M129 24h6v30a3 3 0 0 1-6 0z" />
    <rect class="soft" x="112" y="116" width="16" height="66" rx="8" />
    <circle class="hole" cx={MIDDLE} cy="202" r="5" />
  </g>
)

export const BottleArt = () => (
  <>
    <path class="soft" d="M112 26h16l4 26h-24z" />
    <rect class="ink" x="98" y="52" width="44" height="16" rx="4" />
    <path
      class="ink"
      d="M100 72h40c4 14 22 16 22 38v92a12 12 0 0 1-12 12H90a12 12 0 0 1-12-12v-92c0-22 18-24 22-38z"
    />
    <rect class="hole" x="88" y="118" width="64" height="66" rx="4" />
    <path class="ink" d="M94 164l16-30 10 17 7-9 19 22z" />
  </>
)

const Lever = ({ turn }: { turn: number }) => (
  <g transform={`rotate(${turn} 120 120)`}>
    <path
      class="ink"
      d="M104 50c0-16 6-28 16-28s16 12 16 28l-3 130c0 12-1 22 5 30 2 3-1 6-4 5-14-3-27-15-27-33z"
    />
    <path class="soft" d="M115 84h10l-1.5 80a3.5 3.5 0 0 1-7 0z" />
  </g>
)

export const LeversArt = () => (
  <>
    <g transform="translate(-30 0)">
      <Lever turn={10} />
    </g>
    <g transform="translate(30 0)">
      <Lever turn={10} />
    </g>
  </>
)
