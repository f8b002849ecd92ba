// An article cut into passages: its top-level blocks, each under the headings it stands below.

import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { inlineText, treeToText } from '../platform/markdown/tree-text.ts'

export interface Passage {
  /** The block's id. */
  passage: string
  position: number
  heading: string
  text: string
}

/** Headings are no passages of their own; they go with what stands below them. */
export function passagesOf(content: readonly Block[]): Passage[] {
  const headings: string[] = []
  const passages: Passage[] = []
  content.forEach((block, position) => {
    if (block.type === 'heading') {
      headings.length = block.depth - 2
      headings.push(inlineText(block.children))
      return
    }
    const text = treeToText([block])
    if (block.id && text.trim())
      passages.push({ passage: block.id, position, heading: headings.filter(Boolean).join(' · '), text })
  })
  return passages
}
