// An article's tree as HTML of a help page: with the ids citations point at, links to the articles of the same centre, and
// headings one below the other. The tree is not believed: addresses are looked at once more.

import type { Block, Inline } from '../../sdk/protocol/rich-text-tree.ts'
import { articleImage } from '../platform/markdown/article-image.ts'
import { safeTarget } from '../platform/markdown/link-target.ts'
import { inlineText } from '../platform/markdown/tree-text.ts'
import { type Html, html } from './html.ts'

export interface ArticleHtmlOptions {
  /** The address of an article, or null for one that is not there: then its words are left. */
  articleAddress: (slug: string) => string | null
  /** What a table is called that may be scrolled. */
  tableLabel: string
}

export interface Heading {
  id: string
  text: string
}

type Inlines = readonly Inline[]

function inline(node: Inline, options: ArticleHtmlOptions): Html | string {
  if (typeof node === 'string') return node
  switch (node.type) {
    case 'strong':
      return html`<strong>${inlines(node.children, options)}</strong>`
    case 'emphasis':
      return html`<em>${inlines(node.children, options)}</em>`
    case 'delete':
      return html`<del>${inlines(node.children, options)}</del>`
    case 'inlineCode':
      return html`<code dir="ltr">${node.value}</code>`
    case 'break':
      return html`<br>`
    case 'link':
      return anchor(safeTarget(node.url), node.children, options)
    case 'articleLink':
      return anchor(options.articleAddress(node.slug), node.children, options)
    default:
      return ''
  }
}

const inlines = (nodes: Inlines, options: ArticleHtmlOptions): (Html | string)[] =>
  nodes.map((node) => inline(node, options))

function anchor(target: string | null, children: Inlines, options: ArticleHtmlOptions): Html {
  const words = inlines(children, options)
  return target === null ? html`${words}` : html`<a href="${target}">${words}</a>`
}

/** Headings never skip a level, whatever the author wrote: a reader by ear counts on it. */
function createLevels(): (depth: number) => number {
  let last = 1
  return (depth) => {
    last = Math.min(depth, last + 1)
    return last
  }
}

type Level = ReturnType<typeof createLevels>

function block(node: Block, options: ArticleHtmlOptions, level: Level): Html {
  // Attributes come with their own space in front, or not at all.
  const id = node.id ? html` id="${node.id}"` : ''
  switch (node.type) {
    case 'paragraph':
      return html`<p${id}>${inlines(node.children, options)}</p>`
    case 'heading': {
      const text = inlines(node.children, options)
      const depth = level(node.depth)
      if (depth <= 2) return html`<h2${id}>${text}</h2>`
      return depth === 3 ? html`<h3${id}>${text}</h3>` : html`<h4${id}>${text}</h4>`
    }
    case 'blockquote':
      return html`<blockquote${id}>${blocks(node.children, options, level)}</blockquote>`
    case 'list': {
      const items = node.items.map((item) => html`<li>${listItem(item, options, level)}</li>`)
      if (!node.ordered) return html`<ul${id}>${items}</ul>`
      const start = Number.isInteger(node.start) ? html` start="${Number(node.start)}"` : ''
      return html`<ol${id}${start}>${items}</ol>`
    }
    case 'table':
      return html`<div class="table"${id} role="region" tabindex="0" aria-label="${options.tableLabel}"><table>
<thead><tr>${node.head.map((cell) => html`<th scope="col">${inlines(cell, options)}</th>`)}</tr></thead>
<tbody>${node.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inlines(cell, options)}</td>`)}</tr>`)}</tbody>
</table></div>`
    case 'code':
      return html`<pre${id} dir="ltr" tabindex="0"><code>${node.value}</code></pre>`
    case 'thematicBreak':
      return html`<hr${id}>`
    case 'image':
      return picture(node, id)
    default:
      return html``
  }
}

/** The usual item is one line, and needs no paragraph around it. */
function listItem(item: readonly Block[], options: ArticleHtmlOptions, level: Level): Html | Html[] {
  const [first, ...rest] = item
  if (first?.type !== 'paragraph') return blocks(item, options, level)
  return html`${inlines(first.children, options)}${blocks(rest, options, level)}`
}

function picture(node: Extract<Block, { type: 'image' }>, id: Html | ''): Html {
  const image = articleImage(node.url, node.alt)
  if (!image) return html`<p${id}>${node.alt}</p>`
  const size =
    Number.isInteger(node.width) && Number.isInteger(node.height)
      ? html` width="${Number(node.width)}" height="${Number(node.height)}"`
      : ''
  return html`<p${id} class="picture"><img src="${image.url}" alt="${node.alt}"${size} loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`
}

const blocks = (nodes: readonly Block[], options: ArticleHtmlOptions, level: Level): Html[] =>
  nodes.map((node) => block(node, options, level))

/** Nodes it does not know are left out. */
export const articleHtml = (content: readonly Block[], options: ArticleHtmlOptions): Html[] =>
  blocks(content, options, createLevels())

/** The headings of the first level, for a table of contents. */
export const headingsOf = (content: readonly Block[]): Heading[] =>
  content.flatMap((node) =>
    node.type === 'heading' && node.depth === 2 && node.id
      ? [{ id: node.id, text: inlineText(node.children).replace(/\s+/g, ' ').trim() }]
      : [],
  )
