// Help articles in number, cut from the demo shop's own sentences and shuffled by a seed: the words are real, the
// articles are not.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ArticleSource, readArticleSource } from '../../server/knowledge/article-source.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../demo-site/articles')
/** What the articles of the published figures have on average. */
const CHARACTERS = 2900

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export async function madeUpArticles(count: number): Promise<ArticleSource[]> {
  const files = (await readdir(FOLDER, { recursive: true })).filter((file) => /(?<!-(ar|de))\.md$/.test(file))
  const sources = await Promise.all(
    files
      .sort()
      .map(async (file) => readArticleSource(file, await readFile(path.join(FOLDER, file), 'utf8'))),
  )
  const paragraphs = sources.flatMap(({ body }) =>
    body.split(/\n\n+/).filter((paragraph) => /^[A-Z]/.test(paragraph) && !paragraph.includes('](')),
  )
  const random = seeded(1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, index) => {
    let body = ''
    while (body.length < CHARACTERS) body += `${pick(paragraphs)}\n\n`
    const { title, category } = pick(sources)
    return {
      slug: `made-up-${index}`,
      title: `${title} ${index}`,
      category,
      summary: null,
      locale: 'en',
      updated: null,
      featured: false,
      questions: [],
      related: [],
      body,
    }
  })
}
