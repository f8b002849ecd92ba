// The parser's node types, read off the parser itself, and the plain text of any node.

import type { fromMarkdown } from 'mdast-util-from-markdown'

export type RootContent = ReturnType<typeof fromMarkdown>['children'][number]
export type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number]
export type Definition = Extract<RootContent, { type: 'definition' }>

export function textOf(node: RootContent): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
