// The chain lies in a double loop, as it comes out of its bag.
const PITCH = 15

type Pin = { x: number; y: number; angle: number }

// Even steps along a flat-sided loop, drawn counter-clockwise from the top left.
const loop = (width: number, radius: number) => {
  const straight = width - 2 * radius
  const arc = Math.PI * radius
  const total = 2 * (straight + arc)
  const count = 2 * Math.round(total / PITCH / 2)
  const pinAt = (distance: number): Pin => {
    const left = 120 - straight / 2
    if (distance < straight) return { x: left + distance, y: 120 - radius, angle: 0 }
    if (distance < straight + arc) {
      const angle = (distance - straight) / radius
      const [x, y] = [left + straight + radius * Math.sin(angle), 120 - radius * Math.cos(angle)]
      return { x, y, angle: (angle * 180) / Math.PI }
    }
    const mirrored = pinAt(distance - straight - arc)
    return { x: 240 - mirrored.x, y: 240 - mirrored.y, angle: mirrored.angle + 180 }
  }
  return Array.from({ length: count }, (_, index) => pinAt((index * total) / count))
}

const Link = ({ from, to, outer }: { from: Pin; to: Pin; outer: boolean }) => {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const size = outer ? 6.4 : 5
  const waist = size * 0.62
  const plate = `M0 ${-size}Q${length / 2} ${-waist} ${length} ${-size}A${size} ${size} 0 0 1 ${length} ${size}Q${length / 2} ${waist} 0 ${size}A${size} ${size} 0 0 1 0 ${-size}z`
  return (
    <path
      class={outer ? 'ink' : 'soft'}
      transform={`translate(${from.x} ${from.y}) rotate(${angle})`}
      d={plate}
    />
  )
}

const Loop = ({ width, radius }: { width: number; radius: number }) => {
  const pins = loop(width, radius)
  const links = pins.map((from, index) => ({
    from,
    to: pins[(index + 1) % pins.length] ?? from,
    outer: index % 2 === 0,
  }))
  return (
    <>
      {links
        .filter(({ outer }) => !outer)
        .map((link) => (
          <Link {...link} />
        ))}
      {links
        .filter(({ outer }) => outer)
        .map((link) => (
          <Link {...link} />
        ))}
      {pins.map(({ x, y }) => (
        <circle class="hole" cx={x} cy={y} r="2" />
      ))}
    </>
  )
}

export const ChainArt = () => (
  <>
    <Loop width={176} radius={58} />
    <Loop width={140} radius={38} />
    <Loop width={100} radius={18} />
  </>
)
