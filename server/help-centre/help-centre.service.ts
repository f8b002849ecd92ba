// A help centre's pages by name: makes each once for as long as its site and its articles stay the same.

import type { Articles } from '../knowledge/article.service.ts'
import type { Search } from '../knowledge/search.service.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import type { Site, Sites } from '../sites/site.service.ts'
import { articlePage, type Voted } from './article-page.ts'
import { helpAddresses, publicArticleUrl } from './help-addresses.ts'
import { acceptedLocale, nearestLocale, offeredLocales } from './help-locale.ts'
import { createHelpShelves } from './help-shelves.ts'
import { createHelpSites, type HelpSite } from './help-sites.ts'
import { type HelpWords, loadWords } from './help-words.ts'
import { homePage } from './home-page.ts'
import { createPageCache, type MadePage, madePage } from './page-cache.ts'
import type { HelpScene } from './page-layout.ts'
import { failedPage, missingPage, searchPage } from './search-page.ts'
import type { ListedTopic, Shelf, ShelfArticle } from './shelf.ts'
import { type SiteStyle, siteStyle } from './site-style.ts'
import { feed, robots, sitemap } from './sitemap.ts'
import { topicPage } from './topic-page.ts'

const HITS = 20
const NEAR = 4
/** A question, an address: so much of it is looked for. */
const QUERY = 200

export interface HelpCentreDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'on'>
  log: Pick<Log, 'warn'>
  sites: Pick<Sites, 'byKey' | 'get'>
  articles: Pick<Articles, 'get' | 'feedback'>
  search: Pick<Search, 'search'>
  /** Where browsers find the server. */
  publicUrl: string
  clock: () => Date
}

/** Of a request that has found its site. */
export interface Place extends HelpScene {
  key: string | null
}

export function createHelpCentre(deps: HelpCentreDeps) {
  const { db, bus, log, articles, search, publicUrl, clock } = deps
  const sites = createHelpSites({ db, sites: deps.sites, clock })
  const shelves = createHelpShelves({ db, bus, log, now: () => clock().getTime() })
  const pages = createPageCache()
  const styles = new WeakMap<Site, SiteStyle>()
  const words = new WeakMap<Site, Map<string, Promise<HelpWords>>>()
  /** Shelves by number, so that a page's name in the cache says what it was made of. */
  const numbers = new WeakMap<Shelf, number>()
  let counted = 0

  function styleOf(site: Site): SiteStyle {
    const style = styles.get(site) ?? siteStyle(site)
    styles.set(site, style)
    return style
  }

  function wordsOf(site: Site, locale: string): Promise<HelpWords> {
    const known = words.get(site) ?? new Map<string, Promise<HelpWords>>()
    words.set(site, known)
    const found = known.get(locale) ?? loadWords(site, locale)
    known.set(locale, found)
    return found
  }

  function numberOf(shelf: Shelf): number {
    const number = numbers.get(shelf) ?? ++counted
    numbers.set(shelf, number)
    return number
  }

  async function sceneOf({ site, key }: HelpSite, choose: (offered: string[]) => string): Promise<Place> {
    const shelf = await shelves.of(site)
    const locales = offeredLocales(shelf, site)
    const locale = choose(locales)
    return {
      site,
      key,
      addresses: helpAddresses(publicUrl, key),
      words: await wordsOf(site, locale),
      locale,
      locales,
      shelf,
      style: styleOf(site).digest,
    }
  }

  const kept = (
    scene: HelpScene,
    name: string,
    make: () => Promise<MadePage> | MadePage,
  ): Promise<MadePage> =>
    pages.get(
      `${scene.site.id} ${scene.site.version} ${numberOf(scene.shelf)} ${scene.locale} ${name}`,
      async () => make(),
    )

  /** Hits that stand on this site's shelf. */
  async function look({ site, shelf, locale }: HelpScene, query: string, limit: number) {
    const found = await search.search(site.workspaceId, query, { locale, limit, siteId: site.id })
    return {
      ...found,
      articles: found.articles.filter(({ slug }) => shelf.find(slug, locale)),
      searched: shelf.size,
    }
  }

  return {
    site: sites.of,
    /** Where an article of a site can be read by whoever gets a mail or a transcript. */
    articleUrl: async (siteId: string, slug: string, passage: string | null): Promise<string> =>
      publicArticleUrl(publicUrl, await sites.keyOf(siteId), slug, passage),
    styleOf,
    /** The place in the language an address names; undefined where that is not offered. */
    async named(site: HelpSite, wanted: string): Promise<Place | undefined> {
      const shelf = await shelves.of(site.site)
      const locale = nearestLocale(offeredLocales(shelf, site.site), wanted)
      return locale === undefined ? undefined : sceneOf(site, () => locale)
    },
    /** The place in the language that suits what the browser accepts. */
    accepted: (site: HelpSite, accepted: readonly string[]): Promise<Place> =>
      sceneOf(site, (offered) => acceptedLocale(offered, accepted)),

    home: (scene: HelpScene): Promise<MadePage> => kept(scene, 'home', () => madePage(homePage(scene))),
    topic: (scene: HelpScene, topic: ListedTopic): Promise<MadePage> =>
      kept(scene, `topic ${topic.slug}`, () => madePage(topicPage(scene, topic))),
    /** @param query what was searched for when it was found: a vote tells search */
    article(scene: HelpScene, entry: ShelfArticle, voted: Voted | null, query = ''): Promise<MadePage> {
      const { site } = scene
      const make = async (): Promise<MadePage> => {
        const article = await articles.get(site.workspaceId, entry.slug, { siteId: site.id })
        return madePage(articlePage(scene, { entry, article, voted, query: query.slice(0, QUERY) }))
      }
      // Of what people search there is no end, so that alone is not kept.
      return query ? make() : kept(scene, `article ${entry.id} ${voted}`, make)
    },
    feed: (scene: HelpScene): Promise<MadePage> =>
      kept(scene, 'feed', () => madePage(feed(scene), { type: 'application/atom+xml' })),
    /** @throws Problem `not-found` for a part there is not; nothing is kept of those, as there is no end of them */
    sitemap: (scene: HelpScene, part: number | null): Promise<MadePage> =>
      kept(scene, `sitemap ${part}`, () => {
        const text = sitemap(scene.shelf, scene.addresses, part)
        if (text === null) throw new Problem('not-found')
        return madePage(text, { type: 'application/xml' })
      }),
    robots: (scene: HelpScene): MadePage => madePage(robots(scene.addresses), { type: 'text/plain' }),

    async search(scene: HelpScene, asked: string): Promise<MadePage> {
      const query = asked.slice(0, QUERY)
      const found = query.length >= 2 ? await look(scene, query, HITS) : null
      return madePage(searchPage(scene, query, found))
    },
    /** @param words of the address that leads nowhere */
    async missing(scene: HelpScene, asked: string): Promise<MadePage> {
      const query = asked.slice(0, QUERY)
      const found = query.length >= 2 ? await look(scene, query, NEAR) : null
      return madePage(missingPage(scene, found?.articles ?? [], query), { status: 404 })
    },
    failed: (scene: HelpScene, status: number): MadePage =>
      madePage(failedPage(scene, status === 429 ? 'busy' : 'failed'), { status }),
    /** Where not even the site is known. */
    bare: (status: number): MadePage =>
      madePage(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Help</title><h1>Help cannot be shown right now.</h1><p>Our server did not answer. Try again in a moment.</p></html>',
        { status },
      ),
    vote: articles.feedback,
    close: shelves.close,
  }
}

export type HelpCentre = ReturnType<typeof createHelpCentre>
