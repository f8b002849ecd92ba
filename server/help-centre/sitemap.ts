// For machines: the sitemap (sitemaps.org, with each page's translations), robots.txt, and an Atom feed of what changed
// (RFC 4287). XML takes the same escapes as HTML.

import type { HelpAddresses } from './help-addresses.ts'
import { type Html, html } from './html.ts'
import type { HelpScene } from './page-layout.ts'
import type { ListedTopic, Shelf } from './shelf.ts'

/** As many a file may name. */
const MOST_ADDRESSES = 50_000
const IN_THE_FEED = 30

interface Place {
  path: string
  changed?: Date
  alternates: { locale: string; path: string }[]
}

const all = (topics: readonly ListedTopic[]): ListedTopic[] =>
  topics.flatMap((topic) => [topic, ...all(topic.children)])

/** Every page that may be indexed, each under its one right address. */
export function placesOf(shelf: Shelf, addresses: HelpAddresses): Place[] {
  const { locales } = shelf
  const homes = locales.map((locale) => ({ locale, path: addresses.home(locale) }))
  const topics = locales.flatMap((locale) =>
    all(shelf.language(locale).topics).map(({ slug }): Place => {
      const there = locales.filter((tag) => shelf.language(tag).topic.has(slug))
      return {
        path: addresses.topic(locale, slug),
        alternates: there.map((tag) => ({ locale: tag, path: addresses.topic(tag, slug) })),
      }
    }),
  )
  const articles = shelf.articles.map(
    (article): Place => ({
      path: addresses.article(article.locale, article.slug),
      changed: article.updated_at,
      alternates: shelf
        .family(article)
        .map(({ locale, slug }) => ({ locale, path: addresses.article(locale, slug) })),
    }),
  )
  return [...homes.map(({ path }): Place => ({ path, alternates: homes })), ...topics, ...articles]
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * @param part of a map in several files, counted from 1; null for the file asked for first
 * @returns null for a part there is not
 */
export function sitemap(
  shelf: Shelf,
  addresses: HelpAddresses,
  part: number | null,
  most = MOST_ADDRESSES,
): string | null {
  const places = placesOf(shelf, addresses)
  const parts = Math.ceil(places.length / most)
  if (part === null && parts > 1) {
    const files = Array.from(
      { length: parts },
      (_, at) => html`<sitemap><loc>${addresses.absolute(addresses.sitemap(at + 1))}</loc></sitemap>\n`,
    )
    return `${XML}${html`<sitemapindex xmlns="${SITEMAP}">\n${files}</sitemapindex>\n`}`
  }
  if (part !== null && !(part >= 1 && part <= parts)) return null
  const from = ((part ?? 1) - 1) * most
  return `${XML}${html`<urlset xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${places
    .slice(from, from + most)
    .map((place) => entry(place, addresses))}</urlset>\n`}`
}

const entry = ({ path, changed, alternates }: Place, { absolute }: HelpAddresses): Html =>
  html`<url><loc>${absolute(path)}</loc>${changed && html`<lastmod>${changed.toISOString()}</lastmod>`}${
    alternates.length > 1 &&
    alternates.map(
      (other) =>
        html`<xhtml:link rel="alternate" hreflang="${other.locale}" href="${absolute(other.path)}"/>`,
    )
  }</url>\n`

/** Of the server: what is for people who sign in and for machines is nothing to be found. */
export const robots = (addresses: HelpAddresses): string =>
  `User-agent: *\nDisallow: /console\nDisallow: /api/\nDisallow: /help/*/search\nAllow: /help\nSitemap: ${addresses.absolute(addresses.sitemap())}\n`

export function feed({ addresses, locale, shelf, site, words }: HelpScene): string {
  const articles = shelf
    .language(locale)
    .articles.toSorted((a, b) => b.updated_at.getTime() - a.updated_at.getTime())
    .slice(0, IN_THE_FEED)
  const { absolute } = addresses
  const updated = (articles[0]?.updated_at ?? new Date(0)).toISOString()
  return `${XML}${html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<title>${words.say('centre', { name: site.name })}</title>
<id>${absolute(addresses.feed(locale))}</id>
<link rel="self" href="${absolute(addresses.feed(locale))}"/>
<link href="${absolute(addresses.home(locale))}"/>
<updated>${updated}</updated>
<author><name>${site.name}</name></author>
${articles.map(
  (article) => html`<entry><title>${article.title}</title><id>urn:uuid:${article.id}</id>
<link href="${absolute(addresses.article(article.locale, article.slug))}"/>
<updated>${article.updated_at.toISOString()}</updated>${article.summary && html`<summary>${article.summary}</summary>`}</entry>\n`,
)}</feed>\n`}`
}
