// A sitemap (sitemaps.org) as the addresses it names. Only its `<loc>` are looked at: no entity is ever expanded, so
// there is nothing in it that could grow.

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { UnreadableDocument } from './read-article.ts'

export interface SitemapFile {
  /** Of an index: more sitemaps; else pages. */
  isIndex: boolean
  locations: string[]
}

/** A sitemap may have 50 MB; a help centre's has far less. */
export const SITEMAP_BYTES = 10 * 1024 * 1024
const MOST_LOCATIONS = 50_000
const LOC = /<(?:\w{1,20}:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,4000})/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()]!
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** @throws UnreadableDocument */
async function unpacked(bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: SITEMAP_BYTES })
  } catch (error) {
    const isLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableDocument(
      isLarge ? 'The sitemap is larger than is read.' : 'The sitemap could not be unpacked.',
    )
  }
}

/** Null for what is no sitemap. @throws UnreadableDocument when what is packed does not unpack within the bound */
export async function readSitemap(bytes: Buffer): Promise<SitemapFile | null> {
  const text = (await unpacked(bytes)).toString()
  const kind = /<(?:\w{1,20}:)?(urlset|sitemapindex)[\s>]/.exec(text.slice(0, 100_000))?.[1]
  if (!kind) return null
  const locations: string[] = []
  for (const [, address] of text.matchAll(LOC)) {
    locations.push(unescaped(address!.trim()))
    if (locations.length >= MOST_LOCATIONS) break
  }
  return { isIndex: kind === 'sitemapindex', locations }
}
