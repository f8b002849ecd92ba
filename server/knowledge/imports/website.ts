// A website as the addresses of its pages and the pages themselves, asked as politely as robots.txt wants. Knows no
// article and no database.

import { type Outbound, type OutboundAnswer, OutboundError } from '../../platform/outbound/outbound-fetch.ts'
import { UnreadableDocument } from './read-article.ts'
import { type Robots, readRobots } from './robots.ts'
import { readSitemap, SITEMAP_BYTES, type SitemapFile } from './sitemap-reader.ts'

export interface FoundPages {
  urls: string[]
  /** How many there would have been. */
  found: number
}

const PAGE_BYTES = 5 * 1024 * 1024
const ROBOTS_BYTES = 512 * 1024
const MOST_SITEMAPS = 20
const ROBOTS_KEPT = 50
const ROBOTS_MS = 10 * 60_000
const EVERYTHING: Robots = { allows: () => true, delay: null, sitemaps: [] }
const NOTHING: Robots = { allows: () => false, delay: null, sitemaps: [] }

/** `www.` or not is one site. */
const hostOf = (url: URL): string => url.host.replace(/^www\./, '')

function reasonOf(error: unknown): string {
  if (error instanceof OutboundError || error instanceof UnreadableDocument) return error.message
  throw error
}

export function createWebsite({ outbound, now = Date.now }: { outbound: Outbound; now?: () => number }) {
  const known = new Map<string, { robots: Promise<Robots>; until: number }>()

  const get = (url: string, maxBytes: number, accept: string): Promise<OutboundAnswer> => {
    const { host } = new URL(url)
    return outbound.fetch(url, {
      maxBytes,
      redirects: 3,
      headers: { accept },
      // A site may put an address right, and not send us somewhere else.
      mayFollow: (to) => hostOf(to) === host.replace(/^www\./, ''),
    })
  }

  /** What cannot be asked may not be read (RFC 9309 §2.3.1.4); what is not there forbids nothing. */
  async function askRobots(origin: string): Promise<Robots> {
    try {
      const { status, body } = await get(`${origin}/robots.txt`, ROBOTS_BYTES, 'text/plain')
      if (status >= 200 && status < 300) return readRobots(body.toString())
      return status >= 500 || status === 429 ? NOTHING : EVERYTHING
    } catch (error) {
      if (error instanceof OutboundError && ['redirect', 'too-large', 'invalid'].includes(error.reason))
        return EVERYTHING
      throw error
    }
  }

  function robotsOf(origin: string): Promise<Robots> {
    const held = known.get(origin)
    if (held && held.until > now()) return held.robots
    const robots = askRobots(origin)
    known.set(origin, { robots, until: now() + ROBOTS_MS })
    if (known.size > ROBOTS_KEPT) known.delete(known.keys().next().value!)
    robots.catch(() => known.delete(origin))
    return robots
  }

  /** Null for what is none, or not there. @throws OutboundError, UnreadableDocument */
  async function readMap(url: string): Promise<SitemapFile | null> {
    const { status, body } = await get(url, SITEMAP_BYTES, 'application/xml, text/xml, */*')
    return status === 200 ? readSitemap(body) : null
  }

  /** Sitemaps from the given ones on, until there are pages enough or nothing is left to look at. */
  async function walk(
    starts: string[],
    fits: (url: URL) => boolean,
    limit: number,
  ): Promise<FoundPages | null> {
    const urls = new Set<string>()
    const queue = [...starts]
    const seen = new Set<string>()
    let any = false
    let found = 0
    let failure: UnreadableDocument | null = null
    while (queue.length > 0 && seen.size < MOST_SITEMAPS) {
      const next = queue.shift()!
      if (seen.has(next)) continue
      seen.add(next)
      // One of many that cannot be had or read keeps nobody from the others.
      const file = await readMap(next).catch((error: unknown) => {
        failure ??= new UnreadableDocument(reasonOf(error))
        return null
      })
      if (!file) continue
      any = true
      for (const location of file.locations) {
        if (!URL.canParse(location)) continue
        const url = new URL(location)
        url.hash = ''
        // An index leads to its own site's maps only, as redirects do: not wherever this server can reach.
        if (file.isIndex) {
          if (hostOf(url) === hostOf(new URL(next))) queue.push(url.href)
        } else if (fits(url) && !urls.has(url.href)) {
          found += 1
          if (urls.size < limit) urls.add(url.href)
        }
      }
    }
    if (failure && urls.size === 0) throw failure
    return any ? { urls: [...urls], found } : null
  }

  return {
    /**
     * The pages a website's sitemap names.
     * @param path only those whose path begins so
     * @throws UnreadableDocument when there is none, or it cannot be had
     */
    async pages(
      start: string,
      { path = '/', limit }: { path?: string | undefined; limit: number },
    ): Promise<FoundPages> {
      const home = new URL(start)
      const fits = (url: URL): boolean => hostOf(url) === hostOf(home) && url.pathname.startsWith(path)
      try {
        const { sitemaps } = await robotsOf(home.origin)
        const named = sitemaps.filter((url) => URL.canParse(url) && hostOf(new URL(url)) === hostOf(home))
        const isSitemap = /\.xml(\.gz)?$/i.test(home.pathname)
        const starts = isSitemap ? [home.href] : named.length > 0 ? named : [`${home.origin}/sitemap.xml`]
        const pages = await walk(starts, fits, limit)
        if (!pages)
          throw new UnreadableDocument(
            'The website has no sitemap that could be read. Give the addresses of its pages instead.',
          )
        if (pages.urls.length === 0)
          throw new UnreadableDocument(`The sitemap names no page${path === '/' ? '' : ` below ${path}`}.`)
        return pages
      } catch (error) {
        throw new UnreadableDocument(reasonOf(error))
      }
    },

    /** Seconds to leave between two requests to it. */
    async delay(url: string): Promise<number | null> {
      return (await robotsOf(new URL(url).origin).catch(() => EVERYTHING)).delay
    },

    /** @throws UnreadableDocument */
    async page(
      url: string,
    ): Promise<{ url: string; type: string; charset: string | undefined; body: Buffer } | 'forbidden'> {
      const address = new URL(url)
      try {
        const robots = await robotsOf(address.origin)
        if (!robots.allows(address.pathname + address.search)) return 'forbidden'
        const answer = await get(url, PAGE_BYTES, 'text/html, application/xhtml+xml, application/pdf;q=0.8')
        if (answer.status !== 200) throw new UnreadableDocument(`The page answers with ${answer.status}.`)
        const [type = '', ...parameters] = (answer.headers['content-type'] ?? 'text/html').split(';')
        const charset = parameters.join(';').match(/charset\s*=\s*"?([\w-]+)/i)?.[1]
        return { url: answer.url, type: type.trim().toLowerCase(), charset, body: answer.body }
      } catch (error) {
        throw new UnreadableDocument(reasonOf(error))
      }
    },
  }
}

export type Website = ReturnType<typeof createWebsite>
