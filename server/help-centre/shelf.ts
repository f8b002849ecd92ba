// A help centre's articles arranged for readers: by language, topic and popularity, with each other's translations.
// Pure: knows no database and no page.

import { languageOf } from '../knowledge/article-row.ts'

export interface ShelfArticle {
  id: string
  /** The same for an article and its translations. */
  family: string
  slug: string
  /** BCP 47. */
  locale: string
  title: string
  summary: string | null
  /** Id of its topic. */
  topic: string | null
  featured: boolean
  /** Helpful less not helpful. */
  votes: number
  /** Slugs. */
  related: string[]
  updated_at: Date
}

export interface ShelfTopic {
  id: string
  /** For its address; made of the name where it has none. */
  slug?: string | null
  name: string
  description?: string | null
  /** By language tag: what it is called for other readers. */
  translations?: Record<string, TopicWords> | null
  parent: string | null
}

interface TopicWords {
  name: string
  description?: string | null
}

/** A topic as readers of one language see it. */
export interface ListedTopic {
  id: string
  slug: string
  name: string
  description: string | null
  parent: ListedTopic | null
  children: ListedTopic[]
  articles: ShelfArticle[]
  /** With those of the topics below. */
  count: number
}

/** What readers of one language get. */
export interface ShelfLanguage {
  locale: string
  articles: ShelfArticle[]
  /** Those without a parent, in order; empty ones are left out. */
  topics: ListedTopic[]
  /** By slug. */
  topic: ReadonlyMap<string, ListedTopic>
  /** Where an article stands. */
  topicOf: ReadonlyMap<string, ListedTopic>
  /** Articles without a topic. */
  loose: ShelfArticle[]
  popular: ShelfArticle[]
}

export interface Shelf {
  /** Tags there are articles in, those with most first. */
  locales: string[]
  size: number
  /** Newest first. */
  articles: ShelfArticle[]
  /** The article that has this slug, or had it once, as suits a reader of the language best. */
  find(slug: string, locale: string): ShelfArticle | undefined
  /** An article and its translations. */
  family(article: ShelfArticle): ShelfArticle[]
  /** Worked out once a language. */
  language(locale: string): ShelfLanguage
}

const POPULAR = 6
const DEEPEST = 8

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** 2 for the very tag, 1 for the language, 0 for another. */
const fit = (article: ShelfArticle, locale: string): number =>
  same(article.locale, locale) ? 2 : languageOf(article.locale) === languageOf(locale) ? 1 : 0

const best = (articles: readonly ShelfArticle[], locale: string): ShelfArticle | undefined =>
  articles.toSorted((a, b) => fit(b, locale) - fit(a, locale))[0]

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

const byStanding = (a: ShelfArticle, b: ShelfArticle): number =>
  Number(b.featured) - Number(a.featured) || b.votes - a.votes || a.title.localeCompare(b.title)

/** Names are data of the workspace: of a strange form, they are as good as none. */
function wordsOf({ name, description, translations }: ShelfTopic, locale: string): TopicWords {
  const own = Object.entries(translations ?? {}).filter(([, words]) => typeof words?.name === 'string')
  return (
    own.find(([tag]) => same(tag, locale))?.[1] ??
    own.find(([tag]) => languageOf(tag) === languageOf(locale))?.[1] ?? {
      name,
      description: description ?? null,
    }
  )
}

/** Topics in the order given, each under its parent; a circle in the data is cut where it closes. */
function listTopics(
  topics: readonly ShelfTopic[],
  slugs: ReadonlyMap<string, string>,
  locale: string,
  byTopic: ReadonlyMap<string | null, ShelfArticle[]>,
): ListedTopic[] {
  const below = Map.groupBy(topics, ({ parent }) => parent)
  const build = (topic: ShelfTopic, parent: ListedTopic | null, depth: number): ListedTopic => {
    const words = wordsOf(topic, locale)
    const listed: ListedTopic = {
      id: topic.id,
      slug: slugs.get(topic.id)!,
      name: words.name,
      description: words.description ?? null,
      parent,
      children: [],
      articles: (byTopic.get(topic.id) ?? []).toSorted(byStanding),
      count: 0,
    }
    if (depth < DEEPEST)
      listed.children = (below.get(topic.id) ?? [])
        .map((child) => build(child, listed, depth + 1))
        .filter(({ count }) => count > 0)
    listed.count = listed.articles.length + listed.children.reduce((sum, { count }) => sum + count, 0)
    return listed
  }
  const known = new Set(topics.map(({ id }) => id))
  return topics
    .filter(({ parent }) => parent === null || !known.has(parent))
    .map((topic) => build(topic, null, 1))
    .filter(({ count }) => count > 0)
}

/** Two topics of one name are told apart by a number. */
function topicSlugs(topics: readonly ShelfTopic[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    topics.map(({ id, slug, name }) => {
      const wanted = slug || slugOf(name) || 'topic'
      let free = wanted
      for (let n = 2; taken.has(free); n++) free = `${wanted}-${n}`
      taken.add(free)
      return [id, free]
    }),
  )
}

const flat = (topics: readonly ListedTopic[]): ListedTopic[] =>
  topics.flatMap((topic) => [topic, ...flat(topic.children)])

/** @param former  ids of articles by slugs they had once */
export function arrange(
  articles: readonly ShelfArticle[],
  topics: readonly ShelfTopic[],
  former: ReadonlyMap<string, string> = new Map(),
): Shelf {
  const bySlug = Map.groupBy(articles, ({ slug }) => slug)
  const byId = new Map(articles.map((article) => [article.id, article]))
  const families = Map.groupBy(articles, ({ family }) => family)
  const slugs = topicSlugs(topics)
  const tags = Map.groupBy(articles, ({ locale }) => locale)
  const languages = new Map<string, ShelfLanguage>()

  function language(locale: string): ShelfLanguage {
    const own = [...families.values()]
      .map((family) => best(family, locale)!)
      .filter((article) => fit(article, locale) > 0)
    const byTopic = Map.groupBy(own, ({ topic }) => (topic !== null && slugs.has(topic) ? topic : null))
    const listed = listTopics(topics, slugs, locale, byTopic)
    const all = flat(listed)
    return {
      locale,
      articles: own,
      topics: listed,
      topic: new Map(all.map((topic) => [topic.slug, topic])),
      topicOf: new Map(all.flatMap((topic) => topic.articles.map(({ id }) => [id, topic] as const))),
      loose: (byTopic.get(null) ?? []).toSorted(byStanding),
      popular: own.toSorted(byStanding).slice(0, POPULAR),
    }
  }

  return {
    locales: [...tags]
      .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
      .map(([tag]) => tag),
    size: articles.length,
    articles: articles.toSorted((a, b) => b.updated_at.getTime() - a.updated_at.getTime()),
    find: (slug, locale) => best(bySlug.get(slug) ?? [], locale) ?? byId.get(former.get(slug) ?? ''),
    family: ({ family }) => families.get(family) ?? [],
    language(locale) {
      const known = languages.get(locale) ?? language(locale)
      // Tags come from addresses, but only those that are offered get here.
      languages.set(locale, known)
      return known
    },
  }
}
