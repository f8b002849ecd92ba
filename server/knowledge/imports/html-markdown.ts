// A web page as an article: its main content as Markdown, without menus, scripts and pictures. Runs in a worker: a page
// may be made to be slow.

import type { Root as HtmlRoot } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toMdast } from 'hast-util-to-mdast'
import { parseHTML } from 'linkedom'
import type { Nodes, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { flattenCells } from './flat-cells.ts'
import { clearPage, contentOf } from './page-content.ts'
import { checkBody, localeOf, oneLine, type ReadArticle, UnreadableDocument } from './read-article.ts'

const TITLE = 200
const SUMMARY = 500
/** Levels of nesting no article has; converting them would take the stack. */
const MOST_LEVELS = 200
/** Signs between a page's name and its site's. */
const SITE_SUFFIX = /\s+[|–—·»-]\s+[^|–—·»]*$/

/** Where a word may be parted: nothing anybody typed, and in the way of who searches for the word. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g

const absolute = (url: string, base: string | undefined): string | null => {
  if (!URL.canParse(url, base)) return null
  const { href, protocol } = new URL(url, base)
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : null
}

/** Links lead where they led from the page; pictures become links, as customers' browsers should not fetch them. */
function settle(node: Nodes, base: string | undefined): Nodes[] {
  if (node.type === 'html') return []
  if (node.type === 'image') {
    const url = absolute(node.url, base)
    return url && node.alt ? [{ type: 'link', url, children: [{ type: 'text', value: node.alt }] }] : []
  }
  if (!('children' in node)) return [node]
  const children = node.children.flatMap((child) => settle(child as Nodes, base))
  if (node.type === 'link') {
    const url = node.url.startsWith('#') ? null : absolute(node.url, base)
    return url && children.length > 0 ? [{ ...node, url, title: null, children } as Nodes] : children
  }
  // An article's own title stands above it: its headings begin at the second level.
  if (node.type === 'heading')
    return children.length > 0 ? [{ ...node, depth: Math.max(2, node.depth), children } as Nodes] : []
  if (node.type === 'paragraph' && children.length === 0) return []
  return [{ ...node, children } as Nodes]
}

/** Only links within the page: a table of contents, which the headings make again. */
function isContents(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'link') return node.url.startsWith('#')
  return (
    'children' in node &&
    node.children.length > 0 &&
    node.children.every((child) => isContents(child as Nodes))
  )
}

const MOST_LABEL = 40

/** Without tables of contents and the words above them, and without what is said as the summary already. */
function withoutFurniture(root: Root, summary: string | null): Root {
  const children = root.children.filter((node, at, all) => {
    const next = all[at + 1]
    if (node.type === 'list' && isContents(node)) return false
    const words = 'children' in node ? textOf(node).trim() : ''
    if (next?.type === 'list' && isContents(next) && words.length <= MOST_LABEL) return false
    return !(node.type === 'paragraph' && words === summary && all.length > 1)
  })
  return { ...root, children }
}

const textOf = (node: Nodes): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map((child) => textOf(child as Nodes)).join('')
      : ''

function levelsOf(root: HtmlRoot): number {
  let deepest = 0
  const stack: [node: { children?: unknown[] }, depth: number][] = [[root, 1]]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth] = entry
    deepest = Math.max(deepest, depth)
    for (const child of node.children ?? []) stack.push([child as { children?: unknown[] }, depth + 1])
  }
  return deepest
}

/** @throws UnreadableDocument for what is nested without end */
function parse(html: string, fragment: boolean): HtmlRoot {
  const tree = fromHtml(html, { fragment })
  if (levelsOf(tree) > MOST_LEVELS) throw new UnreadableDocument('It is nested too deeply.')
  return tree
}

/** A piece of HTML as Markdown. @throws UnreadableDocument for one that is nested without end */
export function htmlToMarkdown(html: string, base?: string, summary: string | null = null): string {
  const whole = withoutFurniture(
    toMdast(flattenCells(parse(html, true)), { document: true }) as Root,
    summary,
  )
  const [root] = settle(whole, base)
  return toMarkdown(root as Root, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  })
}

/** @throws UnreadableDocument */
export function readHtml(html: string, url?: string): ReadArticle {
  // As a browser would understand it: the document's own parser takes what it is given.
  const { document } = parseHTML(toHtml(parse(html, false)).replace(INVISIBLE, ''))
  const meta = (name: string): string | null =>
    document.querySelector(`meta[name="${name}"],meta[property="${name}"]`)?.getAttribute('content') ?? null
  const headings = [...document.querySelectorAll('main h1, article h1, [role=main] h1')]
  const heading = headings.length > 0 ? headings : [...document.querySelectorAll('h1')]
  const named = oneLine(meta('og:title') ?? document.title, TITLE)
  const title =
    (heading.length === 1 ? oneLine(heading[0]!.textContent, TITLE) : null) ??
    (named && (named.replace(SITE_SUFFIX, '') || named))
  if (!title) throw new UnreadableDocument('The page has no title.')

  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href')
  const base = document.querySelector('base[href]')?.getAttribute('href')
  const from = base && url && URL.canParse(base, url) ? new URL(base, url).href : url
  const root = document.documentElement
  const locale = localeOf(root?.getAttribute('lang') || root?.getAttribute('xml:lang'))
  const summary = oneLine(meta('description') ?? meta('og:description'), SUMMARY)

  for (const element of heading.length === 1 ? heading : []) element.remove()
  clearPage(document as unknown as Document)
  const content = contentOf(document as unknown as Document)
  if (!content) throw new UnreadableDocument('No text was found on the page.')
  return {
    title,
    summary,
    locale,
    canonical: canonical && url ? absolute(canonical, url) : null,
    body: checkBody(htmlToMarkdown(content, from, summary)),
  }
}
