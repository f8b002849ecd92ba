// The demo shop's articles as search indexes them, straight from their files, without a database.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readArticleSource } from '../../server/knowledge/article-source.ts'
import type { IndexedArticle } from '../../server/knowledge/index-builder.ts'
import { passagesOf } from '../../server/knowledge/passages.ts'
import { markdownToTree } from '../../server/platform/markdown/markdown-tree.ts'

export const DEMO_ARTICLES_FOLDER = path.resolve(import.meta.dirname, '../../demo-site/articles')

export async function demoArticles(): Promise<IndexedArticle[]> {
  const files = (await readdir(DEMO_ARTICLES_FOLDER, { recursive: true })).filter((file) =>
    file.endsWith('.md'),
  )
  return Promise.all(
    files.sort().map(async (file) => {
      const source = readArticleSource(file, await readFile(path.join(DEMO_ARTICLES_FOLDER, file), 'utf8'))
      const passages = passagesOf(markdownToTree(source.body, { passageIds: true }))
      return { ...source, id: source.slug, passages }
    }),
  )
}
