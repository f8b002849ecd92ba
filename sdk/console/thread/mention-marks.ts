// Marks the names a note calls for, so that they stand out in it. Pure: a tree goes in, a tree comes out.

import type { Block, Inline } from '../../protocol/rich-text-tree.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `@Name` becomes strong emphasis, which the styles of a note draw as a name that is called. */
export function markMentions(blocks: readonly Block[], names: readonly string[]): readonly Block[] {
  if (names.length === 0) return blocks
  // The longest first: of "Ana" and "Ana Lund" the whole name is meant.
  const list = names.toSorted((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(@(?:${list.join('|')}))(?![\\p{L}\\p{N}])`, 'u')

  const inlines = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (typeof node === 'string')
        return node
          .split(pattern)
          .flatMap((piece, index): Inline[] =>
            index % 2
              ? [{ type: 'strong', children: [{ type: 'emphasis', children: [piece] }] }]
              : piece
                ? [piece]
                : [],
          )
      return 'children' in node && node.type !== 'link'
        ? [{ ...node, children: inlines(node.children) }]
        : [node]
    })
  const block = (node: Block): Block => {
    if (node.type === 'paragraph' || node.type === 'heading')
      return { ...node, children: inlines(node.children) }
    if (node.type === 'blockquote') return { ...node, children: node.children.map(block) }
    if (node.type === 'list') return { ...node, items: node.items.map((item) => item.map(block)) }
    return node
  }
  return blocks.map(block)
}
