// What an article is made of: its headings of the first level, for a list of contents.

import type { Block, Inline } from '../../protocol/rich-text-tree.ts'

const textOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) =>
      typeof node === 'string'
        ? node
        : 'children' in node
          ? textOf(node.children)
          : node.type === 'inlineCode'
            ? node.value
            : '',
    )
    .join('')

/** Those that have an id to go to. */
export const headingsOf = (content: readonly Block[]): { id: string; text: string }[] =>
  content.flatMap((block) =>
    block.type === 'heading' && block.depth === 2 && block.id
      ? [{ id: block.id, text: textOf(block.children) }]
      : [],
  )
