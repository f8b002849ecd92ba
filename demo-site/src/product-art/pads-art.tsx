const Pad = ({ x }: { x: number }) => (
  <g transform={`translate(${x} 48)`}>
    <path
      class="ink"
      d="M10 0h34a10 10 0 0 1 10 9l3 98c.5 22-12 37-30 37s-30.5-15-30-37L0 9A10 10 0 0 1 10 0z"
    />
    <path
      class="soft"
      d="M13 40h28a5 5 0 0 1 5 5l1.5 62c.3 14-7.5 24-20.5 24S6.2 121 6.5 107L8 45a5 5 0 0 1 5-5z"
    />
    <circle class="hole" cx="27" cy="20" r="7.5" />
  </g>
)

export const PadsArt = () => (
  <>
    <Pad x={52} />
    <Pad x={134} />
  </>
)
