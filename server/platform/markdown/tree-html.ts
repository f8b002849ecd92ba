// Rich text as HTML, for mails, downloads and clients that take nothing else. Text is escaped, tags are only those written
// here, and an address is looked at once more before it becomes a link.

import type { Block, Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { safeTarget } from './link-target.ts'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text between tags and within quotes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)

const TAGS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

function inline(node: Inline): string {
  if (typeof node === 'string') return escapeHtml(node)
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return `<${TAGS[node.type]}>${inlineHtml(node.children)}</${TAGS[node.type]}>`
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`
    case 'break':
      return '<br>'
    case 'link': {
      const target = safeTarget(node.url)
      const text = inlineHtml(node.children)
      return target
        ? `<a href="${escapeHtml(target)}" rel="noopener noreferrer nofollow" target="_blank">${text}</a>`
        : text
    }
    // Where there is no help centre to open it in, its words are left.
    case 'articleLink':
      return inlineHtml(node.children)
    default:
      return ''
  }
}

const inlineHtml = (nodes: readonly Inline[]): string => nodes.map(inline).join('')

const row = (cells: readonly Inline[][], tag: 'th' | 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>`

function block(node: Block): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlineHtml(node.children)}</p>`
    case 'heading':
      return `<h${node.depth}>${inlineHtml(node.children)}</h${node.depth}>`
    case 'blockquote':
      return `<blockquote>${treeToHtml(node.children)}</blockquote>`
    case 'list': {
      const items = node.items.map((item) => `<li>${treeToHtml(item)}</li>`).join('')
      if (!node.ordered) return `<ul>${items}</ul>`
      return node.start === undefined
        ? `<ol>${items}</ol>`
        : `<ol start="${Number(node.start)}">${items}</ol>`
    }
    case 'table':
      return `<table><thead>${row(node.head, 'th')}</thead><tbody>${node.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
    case 'code':
      return `<pre dir="ltr"><code>${escapeHtml(node.value)}</code></pre>`
    case 'thematicBreak':
      return '<hr>'
    default:
      return ''
  }
}

/** Nodes it does not know are left out. */
export function treeToHtml(blocks: readonly Block[]): string {
  return blocks.map(block).join('')
}
