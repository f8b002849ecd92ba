// A rich text tree as Lit templates. The server has parsed and cleaned it; no string of it ever becomes markup here.

import { html, nothing, type TemplateResult } from 'lit'
import type { Translator } from '../../locales/translator.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { Block, Inline } from '../../protocol/rich-text-tree.ts'

export interface RichTextOptions {
  translator: Pick<Translator, 't' | 'number'>
  /** What `citation` nodes point at; a node without one is left out. Absent: not known yet, plain numbers. */
  citations?: readonly Citation[]
  /** Absent: citations are plain numbers. */
  onCitation?: (citation: Citation) => void
  /** Absent: links to articles are plain text. */
  onArticle?: (slug: string) => void
  /** Id of the block to show as cited. */
  highlight?: string | null
}

type Piece = TemplateResult | string | typeof nothing

/** The server allows these only, too; checked again because a link is the one thing here that can act. */
const SAFE = /^(https?:|mailto:)/i

/** The numbered chip of a citation. */
export function chip(index: number, { translator, citations, onCitation }: RichTextOptions): Piece {
  const citation = citations?.[index - 1]
  if (citations && !citation) return nothing
  if (!citation || !onCitation) return html`<span class="chip">${translator.number(index)}</span>`
  return html`<button class="chip" type="button" aria-label=${translator.t('chat.source', { n: index, title: citation.title })}
    @click=${() => onCitation(citation)}>${translator.number(index)}</button>`
}

/** Cuts off the last word, which then shares a line with the chips that follow it. */
const lastWord = (text: string): [string, string] => {
  const trimmed = text.trimEnd()
  const cut = trimmed.search(/\S+$/)
  return cut < 0 ? [trimmed, ''] : [trimmed.slice(0, cut), trimmed.slice(cut)]
}

const isCitation = (node: Inline | undefined): node is Extract<Inline, { type: 'citation' }> =>
  typeof node === 'object' && node.type === 'citation'

/** A chip never starts a line: it is bound to the word before it. */
function inlines(nodes: readonly Inline[], options: RichTextOptions): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Inline
    const chips: Piece[] = []
    while (isCitation(nodes[i + 1]) && !isCitation(node)) {
      chips.push(chip((nodes[++i] as Extract<Inline, { type: 'citation' }>).index, options))
    }
    if (chips.length === 0) pieces.push(inline(node, options))
    else if (typeof node === 'string') {
      const [before, word] = lastWord(node)
      pieces.push(before, html`<span class="keep">${word}${chips}</span>`)
    } else pieces.push(inline(node, options), html`<span class="keep">&#8288;${chips}</span>`)
  }
  return pieces
}

function inline(node: Inline, options: RichTextOptions): Piece {
  if (typeof node === 'string') return node
  switch (node.type) {
    case 'strong':
      return html`<strong>${inlines(node.children, options)}</strong>`
    case 'emphasis':
      return html`<em>${inlines(node.children, options)}</em>`
    case 'delete':
      return html`<del>${inlines(node.children, options)}</del>`
    case 'inlineCode':
      return html`<code>${node.value}</code>`
    case 'break':
      return html`<br>`
    case 'citation':
      return chip(node.index, options)
    case 'link':
      return SAFE.test(node.url)
        ? html`<a href=${node.url} target="_blank" rel="noopener noreferrer nofollow"
            >${inlines(node.children, options)}</a>`
        : html`${inlines(node.children, options)}`
    case 'articleLink': {
      const { onArticle } = options
      return onArticle
        ? html`<button class="article-link" type="button" @click=${() => onArticle(node.slug)}
            >${inlines(node.children, options)}</button>`
        : html`${inlines(node.children, options)}`
    }
    default:
      return nothing
  }
}

function table({ head, rows }: Extract<Block, { type: 'table' }>, options: RichTextOptions): TemplateResult {
  return html`<div class="table" role="group" tabindex="0" aria-label=${options.translator.t('article.table')}><table>
    <thead><tr>${head.map((cell) => html`<th scope="col">${inlines(cell, options)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inlines(cell, options)}</td>`)}</tr>`)}</tbody>
  </table></div>`
}

/** Its place is kept before it is there: at its size where that is known, else in a box of the usual shape. */
function image({ url, alt, width, height }: Extract<Block, { type: 'image' }>, id: unknown): Piece {
  if (!url.startsWith('https:')) return alt
  return html`<img id=${id} class=${width ? nothing : 'boxed'} src=${url} alt=${alt} width=${width ?? nothing}
    height=${height ?? nothing} loading="lazy" decoding="async" referrerpolicy="no-referrer">`
}

function block(node: Block, options: RichTextOptions): Piece {
  const id = node.id ?? nothing
  const cited = node.id !== undefined && node.id === options.highlight ? 'cited' : nothing
  switch (node.type) {
    case 'paragraph':
      return html`<p id=${id} class=${cited}>${inlines(node.children, options)}</p>`
    case 'heading': {
      const text = inlines(node.children, options)
      if (node.depth === 2) return html`<h2 id=${id} class=${cited}>${text}</h2>`
      return node.depth === 3
        ? html`<h3 id=${id} class=${cited}>${text}</h3>`
        : html`<h4 id=${id} class=${cited}>${text}</h4>`
    }
    case 'list': {
      const items = node.items.map((item) => html`<li>${blocks(item, options)}</li>`)
      return node.ordered
        ? html`<ol id=${id} class=${cited} start=${node.start ?? nothing}>${items}</ol>`
        : html`<ul id=${id} class=${cited}>${items}</ul>`
    }
    case 'blockquote':
      return html`<blockquote id=${id} class=${cited}>${blocks(node.children, options)}</blockquote>`
    case 'code':
      return html`<pre id=${id} class=${cited} tabindex="0"><code>${node.value}</code></pre>`
    case 'table':
      return html`<div id=${id} class=${cited}>${table(node, options)}</div>`
    case 'thematicBreak':
      return html`<hr>`
    case 'image':
      return image(node, id)
    default:
      return nothing
  }
}

const blocks = (nodes: readonly Block[], options: RichTextOptions): Piece[] =>
  nodes.map((node) => block(node, options))

/** The tree, to stand inside a template whose element adopts `richTextStyles`. */
export const richText = (nodes: readonly Block[], options: RichTextOptions): TemplateResult =>
  html`<div class="rich" dir="auto">${blocks(nodes, options)}</div>`
