// Rich text back to plain text: for search, previews, notifications and clients that read only text.

import type { Block, Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { cutText } from '../cut-text.ts'
import { markdownToTree } from './markdown-tree.ts'

export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if (node.type === 'break') return '\n'
      if (node.type === 'inlineCode') return node.value
      return 'children' in node ? inlineText(node.children) : ''
    })
    .join('')
}

const line = (nodes: readonly Inline[]): string => inlineText(nodes).replace(/\s+/g, ' ').trim()

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children)
    case 'heading':
      return line(block.children)
    case 'blockquote':
      return treeToText(block.children)
    case 'list':
      return block.items
        .map((item, index) => listItem(item, block.ordered ? (block.start ?? 1) + index : 0))
        .join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(line).join(' | ')).join('\n')
    case 'code':
      return block.value
    case 'image':
      return block.alt
    case 'thematicBreak':
      return ''
  }
}

const listItem = (item: readonly Block[], number: number): string =>
  `${number > 0 ? `${number}.` : '-'} ${treeToText(item).replaceAll('\n', '\n  ')}`

/** One line a paragraph, list item or table row. */
export function treeToText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n')
}

/** The first `max` characters on one line, cut between words. */
export function preview(markdown: string, max = 140): string {
  // More than enough source for any line of `max` characters, and never a long parse.
  return treePreview(markdownToTree(cutText(markdown, Math.max(1000, max * 8))), max)
}

/** The same of a text that is a tree already. */
export function treePreview(blocks: readonly Block[], max = 140): string {
  const text = treeToText(blocks).replace(/\s+/g, ' ').trim()
  if (text.length <= max) return text
  const cut = cutText(text, max)
  const space = cut.lastIndexOf(' ')
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
