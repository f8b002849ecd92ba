// The addresses of a help centre, built here and nowhere else. Never from a request: what leaves the server in full is
// under the configured public URL, whatever host a request names.

/** Where in an article, and what was searched for when it was found: a vote tells search then. */
export interface ArticlePlace {
  passage?: string | null
  query?: string
}

export interface HelpAddresses {
  /** `/help`, or `/help/s/<key>` for a site that is not the workspace's first. */
  base: string
  home(locale: string): string
  topic(locale: string, topic: string): string
  article(locale: string, slug: string, at?: ArticlePlace): string
  feedback(locale: string, slug: string): string
  search(locale: string, q?: string): string
  feed(locale: string): string
  sitemap(part?: number): string
  style(digest: string): string
  absolute(path: string): string
}

const part = encodeURIComponent

/** @param key of a site that is not the first of its workspace, else null */
export function helpAddresses(publicUrl: string, key: string | null): HelpAddresses {
  const base = key === null ? '/help' : `/help/s/${part(key)}`
  const home = (locale: string): string => `${base}/${part(locale)}`
  const article = (locale: string, slug: string, { passage, query }: ArticlePlace = {}): string =>
    `${home(locale)}/articles/${part(slug)}${query ? `?q=${part(query)}` : ''}${passage ? `#${part(passage)}` : ''}`
  return {
    base,
    home,
    article,
    topic: (locale, topic) => `${home(locale)}/topics/${part(topic)}`,
    feedback: (locale, slug) => `${article(locale, slug)}/feedback`,
    search: (locale, q) => `${home(locale)}/search${q === undefined ? '' : `?q=${part(q)}`}`,
    feed: (locale) => `${home(locale)}/feed.xml`,
    sitemap: (n) => `${base}/sitemap${n === undefined ? '' : `-${n}`}.xml`,
    style: (digest) => `${base}/style-${digest}.css`,
    absolute: (path) => publicUrl + path,
  }
}

/**
 * Where an article can be read by whoever gets a transcript or a mail: it leads on to the reader's language.
 * @param key of a site that is not the first of its workspace, else null
 */
export const publicArticleUrl = (
  publicUrl: string,
  key: string | null,
  slug: string,
  passage?: string | null,
): string =>
  `${publicUrl}${helpAddresses(publicUrl, key).base}/articles/${part(slug)}${passage ? `#${part(passage)}` : ''}`
