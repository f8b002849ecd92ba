// Inline Markdown nodes into the protocol's inline tree: only what is listed here gets through.

import type { Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { safeTarget } from './link-target.ts'
import type { MarkdownOptions } from './markdown-tree.ts'
import { type Definition, type PhrasingContent, textOf } from './mdast-nodes.ts'

const MAX_DEPTH = 8
const MARKS = /[ \t]*((?:\[\d{1,3}(?:[ \t]*,[ \t]*\d{1,3})*\])+)/g

export interface InlineContext extends MarkdownOptions {
  definitions: ReadonlyMap<string, Definition>
}

/** `[1]`, `[1][2]` and `[1, 2]` become citations; numbers without a source vanish with the space before. */
function citations(text: string, count: number): Inline[] {
  const out: Inline[] = []
  let end = 0
  for (const match of text.matchAll(MARKS)) {
    out.push(text.slice(end, match.index))
    for (const digits of match[1]!.match(/\d+/g) ?? []) {
      const index = Number(digits)
      if (index >= 1 && index <= count) out.push({ type: 'citation', index })
    }
    end = match.index + match[0].length
  }
  out.push(text.slice(end))
  return out
}

function text(value: string, { breaks, citations: count }: InlineContext): Inline[] {
  const lines = breaks ? value.split(/\r\n|\r|\n/) : [value.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ')]
  return lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...(count === undefined ? [line] : citations(line, count)),
  ])
}

function link(address: string, children: Inline[], context: InlineContext): Inline[] {
  const url = safeTarget(address, context.allowedLinkHosts)
  if (url !== null) return [{ type: 'link', url, children }]
  const slug = context.articleSlug?.(address) ?? null
  return slug === null ? children : [{ type: 'articleLink', slug, children }]
}

function inline(node: PhrasingContent, context: InlineContext, depth: number): Inline[] {
  if (depth > MAX_DEPTH) return [textOf(node)]
  switch (node.type) {
    case 'text':
      return text(node.value, context)
    case 'html':
      return [node.value]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'image':
    case 'imageReference':
      return [node.alt ?? '']
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ type: node.type, children: inlines(node.children, context, depth + 1) }]
    case 'link':
      return link(node.url, inlines(node.children, context, depth + 1), context)
    case 'linkReference': {
      const address = context.definitions.get(node.identifier)?.url ?? ''
      return link(address, inlines(node.children, context, depth + 1), context)
    }
    default:
      return []
  }
}

const isEmpty = (node: Inline): boolean =>
  typeof node === 'string' ? node === '' : 'children' in node && node.children.length === 0

/** Joins neighbouring strings and drops what is empty. */
function tidy(nodes: Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    if (isEmpty(node)) continue
    const last = out.length - 1
    if (typeof node === 'string' && typeof out[last] === 'string') out[last] += node
    else out.push(node)
  }
  return out
}

export function inlines(nodes: readonly PhrasingContent[], context: InlineContext, depth = 0): Inline[] {
  return tidy(nodes.flatMap((node) => inline(node, context, depth)))
}
