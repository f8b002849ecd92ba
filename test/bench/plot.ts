// Plots as SVG, drawn by hand: lines over a logarithmic scale, and bars. They take the reader's light or dark.

const WIDTH = 720
const HEIGHT = 340
const LEFT = 64
const RIGHT = 24
const TOP = 44
const BOTTOM = 52

export interface Series {
  name: string
  points: readonly (readonly [x: number, y: number])[]
}

const COLORS = ['#8a8f98', '#e0882f', '#3b7be0', '#2fa37c'] as const
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #333a45 }
  .title { font-weight: 600; font-size: 15px }
  .grid { stroke: #d5d9e0 } .goal { stroke: #c33; stroke-dasharray: 5 4 }
  @media (prefers-color-scheme: dark) { text { fill: #d5dae3 } .grid { stroke: #3a414d } .goal { stroke: #f77 } }`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const label = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(text)}</text>`

function frame(title: string, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
${label(LEFT, 22, title, 'class="title"')}
${body}
</svg>
`
}

export interface LinePlot {
  title: string
  xLabel: string
  yLabel: string
  series: readonly Series[]
  /** A line across at this value. */
  goal: { y: number; label: string }
  /** From and to, powers of ten. */
  decades: readonly [number, number]
}

/** Lines over a linear x and a logarithmic y; what lies above the scale is drawn at its top. */
export function linePlot({ title, xLabel, yLabel, series, goal, decades: [low, high] }: LinePlot): string {
  const most = Math.max(...series.flatMap(({ points }) => points.map(([x]) => x)))
  const x = (value: number): number => LEFT + (value / most) * (WIDTH - LEFT - RIGHT)
  const y = (value: number): number => {
    const share = (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)
    return HEIGHT - BOTTOM - Math.min(1, share) * (HEIGHT - TOP - BOTTOM)
  }
  const across = (at: number, kind: string): string =>
    `<line class="${kind}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}"/>`
  const parts: string[] = []
  for (let decade = low; decade <= high; decade++) {
    const at = y(10 ** decade)
    parts.push(across(at, 'grid'), label(LEFT - 8, at + 4, String(10 ** decade), 'text-anchor="end"'))
  }
  for (let tick = 1000; tick <= most; tick += 1000)
    parts.push(label(x(tick), HEIGHT - BOTTOM + 20, String(tick), 'text-anchor="middle"'))
  parts.push(across(y(goal.y), 'goal'), label(WIDTH - RIGHT, y(goal.y) - 6, goal.label, 'text-anchor="end"'))
  series.forEach(({ name, points }, index) => {
    const color = COLORS[index % COLORS.length]
    const path = points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`)
    parts.push(`<polyline fill="none" stroke="${color}" stroke-width="2.5" points="${path.join(' ')}"/>`)
    for (const point of path) {
      const [cx, cy] = point.split(',')
      parts.push(`<circle fill="${color}" r="3.5" cx="${cx}" cy="${cy}"/>`)
    }
    const at = LEFT + index * 130
    parts.push(`<rect fill="${color}" x="${at}" y="${HEIGHT - 16}" width="12" height="12"/>`)
    parts.push(label(at + 18, HEIGHT - 6, name))
  })
  parts.push(label(WIDTH - RIGHT, HEIGHT - 6, xLabel, 'text-anchor="end"'), label(8, TOP - 8, yLabel))
  return frame(title, HEIGHT, parts.join('\n'))
}

export interface Bar {
  name: string
  value: number
  /** As it is written beside the bar. */
  text: string
}

const BAR = 24
const GAP = 14
const NAMES = 250

/** Horizontal bars from zero. */
export function barPlot(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  const room = WIDTH - NAMES - 110
  const parts = bars.map(({ name, value, text }, index) => {
    const top = TOP + index * (BAR + GAP)
    const width = Math.max(1, (value / most) * room)
    const color = name.startsWith('Deskbell')
      ? COLORS[2]
      : name.startsWith('Socket.IO')
        ? COLORS[1]
        : COLORS[0]
    return [
      label(NAMES - 10, top + 17, name, 'text-anchor="end"'),
      `<rect fill="${color}" x="${NAMES}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" rx="3"/>`,
      label(NAMES + width + 8, top + 17, text),
    ].join('\n')
  })
  return frame(title, TOP + bars.length * (BAR + GAP) + 6, parts.join('\n'))
}
