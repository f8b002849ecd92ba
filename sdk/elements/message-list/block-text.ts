// Rich text trees and plain text: what a tree says when read aloud, and a running answer as a tree.

import type { Block, Inline } from '../../protocol/rich-text-tree.ts'

type Node = Block | Inline

/** The words of a tree, without its citations. */
export function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (typeof node === 'string') return node
      if ('value' in node) return node.value
      if ('children' in node) return textOf(node.children as Node[])
      if (node.type === 'list') return node.items.map(textOf).join(' ')
      if (node.type === 'table') return [node.head, ...node.rows].flat().map(textOf).join(' ')
      return node.type === 'break' ? ' ' : ''
    })
    .join(nodes.some((node) => typeof node === 'object' && isBlock(node)) ? ' ' : '')
}

const isBlock = (node: Exclude<Node, string>): boolean =>
  ['paragraph', 'heading', 'list', 'blockquote', 'code', 'table'].includes(node.type)

/** The text of a running answer, which is not parsed yet: paragraphs and `[1]` marks, the rest as written. */
export function answerBlocks(text: string): Block[] {
  return text
    .replace(/\*\*|^#+ /gm, '')
    .replace(/\s*\[\d*$/, '')
    .split(/\n{2,}/)
    .map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split(/\s*\[(\d+)\]/)
        .map((part, i): Inline => (i % 2 ? { type: 'citation', index: Number(part) } : part)),
    }))
}
