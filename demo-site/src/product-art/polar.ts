// Round geometry for the drawings, on a 240 × 240 sheet whose middle is (120, 120).
export const MIDDLE = 120

const TURN = 2 * Math.PI

const round = (value: number) => Math.round(value * 100) / 100

export const at = (radius: number, turn: number): [number, number] => [
  round(MIDDLE + radius * Math.sin(turn * TURN)),
  round(MIDDLE - radius * Math.cos(turn * TURN)),
]

export const around = <T>(count: number, draw: (turn: number, index: number) => T) =>
  Array.from({ length: count }, (_, index) => draw(index / count, index))

export const circlePath = (radius: number) =>
  `M${MIDDLE - radius} ${MIDDLE}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`

type Teeth = { count: number; root: number; tip: number; rootShare?: number; tipShare?: number }

/** A closed outline with teeth: `rootShare` and `tipShare` are the flat parts of one tooth's step. */
export const toothed = ({ count, root, tip, rootShare = 0.35, tipShare = 0.25 }: Teeth) => {
  const slope = (1 - rootShare - tipShare) / 2
  const corners = around(count, (turn) =>
    [
      at(root, turn),
      at(root, turn + rootShare / count),
      at(tip, turn + (rootShare + slope) / count),
      at(tip, turn + (rootShare + slope + tipShare) / count),
    ].map((corner) => corner.join(' ')),
  )
  return `M${corners.flat().join('L')}z`
}

/** An arm from an inner to an outer radius, narrower outside and leaning by `lean` of a turn. */
export const arm = (
  turn: number,
  size: { from: number; to: number; width: number; tipWidth: number; lean?: number },
) => {
  const { from, to, width, tipWidth, lean = 0 } = size
  const half = (length: number, radius: number) => length / 2 / radius / TURN
  const middle = (from + to) / 2
  const bend = (side: number) =>
    at(middle, turn + lean * 0.28 + side * half((width + tipWidth) * 0.46, middle))
  const start = at(from, turn - half(width, from))
  const end = at(from, turn + half(width, from))
  const tipStart = at(to, turn + lean - half(tipWidth, to))
  const tipEnd = at(to, turn + lean + half(tipWidth, to))
  return `M${start}Q${bend(-1)} ${tipStart}L${tipEnd}Q${bend(1)} ${end}z`
}
