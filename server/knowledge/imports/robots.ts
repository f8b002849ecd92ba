// robots.txt (RFC 9309): what a site asks of programs, and where it says its sitemaps are.

export interface Robots {
  allows(path: string): boolean
  /** Seconds between two requests it asks for, or null. */
  delay: number | null
  sitemaps: string[]
}

interface Rule {
  allow: boolean
  pattern: string
}

interface Group {
  agents: string[]
  rules: Rule[]
  delay: number | null
}

const MOST_LINES = 5000
const MOST_BYTES = 500 * 1024

/** `*` is any run, `$` the end. Pieces are looked for from left to right, so no pattern takes long. */
function matches(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(pieces[0]!)) return false
  let at = pieces[0]!.length
  for (const [index, piece] of pieces.slice(1).entries()) {
    if (toEnd && index === pieces.length - 2) {
      if (!path.endsWith(piece) || path.length - piece.length < at) return false
      at = path.length
      continue
    }
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !toEnd || at === path.length
}

function groupsOf(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let open: Group | undefined
  for (const line of text.slice(0, MOST_BYTES).split(/\r\n|\r|\n/, MOST_LINES)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const said = value.trim()
    const field = name.toLowerCase()
    if (field === 'sitemap') sitemaps.push(said)
    else if (field === 'user-agent') {
      if (!open || open.rules.length > 0 || open.delay !== null) {
        open = { agents: [], rules: [], delay: null }
        groups.push(open)
      }
      open.agents.push(said.toLowerCase())
    } else if (open && (field === 'allow' || field === 'disallow')) {
      // An empty one allows all, which is what holds without it.
      if (said !== '') open.rules.push({ allow: field === 'allow', pattern: said })
    } else if (open && field === 'crawl-delay' && Number(said) >= 0) open.delay = Number(said)
  }
  return { groups, sitemaps }
}

/** @param agent our product token, in lower case */
export function readRobots(text: string, agent = 'deskbell'): Robots {
  const { groups, sitemaps } = groupsOf(text)
  const ours = groups.filter(({ agents }) => agents.includes(agent))
  const meant = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))
  const rules = meant
    .flatMap((group) => group.rules)
    // The longest pattern wins, and of two as long the one that allows (RFC 9309 §2.2.2).
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (path) => rules.find(({ pattern }) => matches(pattern, path))?.allow ?? true,
    delay: meant.find(({ delay }) => delay !== null)?.delay ?? null,
    sitemaps,
  }
}
