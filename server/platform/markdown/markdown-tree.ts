// Markdown into the protocol's rich text, parsed and cleaned once, here. No HTML ever comes out of it.

import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'

import { gfm } from 'micromark-extension-gfm'
import type { Block, Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { articleImage } from './article-image.ts'
import { isCostly } from './markdown-guard.ts'
import { type InlineContext, inlines } from './markdown-inline.ts'
import { type Definition, type PhrasingContent, type RootContent, textOf } from './mdast-nodes.ts'

export interface MarkdownOptions {
  /** How many sources there are: `[1]` up to that number becomes a citation, other marks vanish. */
  citations?: number
  /** Names the article a relative link leads to, or null. */
  articleSlug?: (url: string) => string | null
  /** Gives top-level blocks the ids `p1`, `p2`, … that citations point at. */
  passageIds?: boolean
  /** Pictures that stand by themselves become pictures; elsewhere they are the text that describes them. */
  images?: boolean
  /** For text nobody has read before it is shown: links to other hosts become text. */
  allowedLinkHosts?: readonly string[]
  /** A line's end is a line's end, as in a chat, and not a space. */
  breaks?: boolean
}

const MAX_LENGTH = 200_000
const MAX_DEPTH = 12

/** HTML stays literal text. Setext headings make "price\n-" a heading, and are quadratic to parse. */
const OFF = ['htmlFlow', 'htmlText', 'setextUnderline']
const OFF_FOOTNOTES = ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']

const paragraph = (children: Inline[]): Block[] =>
  children.length > 0 ? [{ type: 'paragraph', children }] : []

function plain(text: string): Block[] {
  return text.split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/).flatMap((part) => {
    const lines = part.trim().split(/\r\n|\r|\n/)
    return paragraph(
      lines.flatMap((line, n): Inline[] => (n > 0 ? [{ type: 'break' }, line] : [line])).filter(Boolean),
    )
  })
}

/** A paragraph of nothing but pictures, or null. */
function imagesOf(children: readonly PhrasingContent[], { definitions }: InlineContext): Block[] | null {
  const found: Block[] = []
  for (const child of children) {
    if (child.type === 'break' || (child.type === 'text' && !child.value.trim())) continue
    const address =
      child.type === 'image'
        ? child.url
        : child.type === 'imageReference'
          ? definitions.get(child.identifier)?.url
          : undefined
    const image = address === undefined ? null : articleImage(address, (child as { alt?: string }).alt ?? '')
    if (!image) return null
    found.push(image)
  }
  return found.length > 0 ? found : null
}

const level = (depth: number): 2 | 3 | 4 => (depth <= 2 ? 2 : depth === 3 ? 3 : 4)

function itemBlocks(checked: boolean | null | undefined, blocks: Block[]): Block[] {
  if (typeof checked !== 'boolean') return blocks
  const mark = checked ? '☑ ' : '☐ '
  const [first, ...rest] = blocks
  return first?.type === 'paragraph'
    ? [{ ...first, children: [mark, ...first.children] }, ...rest]
    : [...paragraph([mark.trim()]), ...blocks]
}

function block(node: RootContent, context: InlineContext, depth: number): Block[] {
  if (depth > MAX_DEPTH) return paragraph([textOf(node)].filter(Boolean))
  switch (node.type) {
    case 'paragraph':
      return (
        (context.images && imagesOf(node.children, context)) || paragraph(inlines(node.children, context))
      )
    case 'heading': {
      const children = inlines(node.children, context)
      return children.length > 0 ? [{ type: 'heading', depth: level(node.depth), children }] : []
    }
    case 'blockquote': {
      const children = blocks(node.children, context, depth + 1)
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'list': {
      const items = node.children.map((item) =>
        itemBlocks(item.checked, blocks(item.children, context, depth + 1)),
      )
      const start =
        node.ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}
      return [{ type: 'list', ordered: node.ordered === true, ...start, items }]
    }
    case 'code': {
      const lang = /^[\w+#.-]{1,20}$/.test(node.lang ?? '') ? { lang: node.lang! } : {}
      return [{ type: 'code', value: node.value, ...lang }]
    }
    case 'table': {
      const [head, ...rows] = node.children.map((row) =>
        row.children.map((cell) => inlines(cell.children, context)),
      )
      return head ? [{ type: 'table', head, rows: rows.map((row) => row.slice(0, head.length)) }] : []
    }
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }]
    case 'html':
      return paragraph([node.value].filter(Boolean))
    default:
      return []
  }
}

const blocks = (nodes: readonly RootContent[], context: InlineContext, depth: number): Block[] =>
  nodes.flatMap((node) => block(node, context, depth))

function collectDefinitions(
  nodes: readonly RootContent[],
  into: Map<string, Definition>,
): Map<string, Definition> {
  for (const node of nodes) {
    if (node.type === 'definition') {
      if (!into.has(node.identifier)) into.set(node.identifier, node)
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      collectDefinitions(node.children, into)
    }
  }
  return into
}

function parseBlocks(markdown: string, options: MarkdownOptions): Block[] {
  // With citations on, "[1]: …" must not swallow the mark as a link's definition.
  const off = [...OFF, ...OFF_FOOTNOTES, ...(options.citations === undefined ? [] : ['definition'])]
  const root = fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false }), { disable: { null: off } }],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const definitions = collectDefinitions(root.children, new Map())
  return blocks(root.children, { ...options, definitions }, 0)
}

/**
 * One line with nothing in it that Markdown could mean, nor an address that would become a link: most of what people
 * write in a chat. The parser would say the same, fifty times slower.
 */
const isPlainLine = (text: string): boolean =>
  /^[^\s\\`*_[\]<>|~&#@+\-=\d](?:[^\t\n\r\0\f\v\\`*_[\]<>|~&#@]*[^\s\\`*_[\]<>|~&#@])?$/.test(text) &&
  !/www\.|https?:|ftp:|xmpp:|mailto:/i.test(text)

/** Text that would blow up the parser comes back as plain paragraphs, as it was typed. */
export function markdownToTree(markdown: string, options: MarkdownOptions = {}): Block[] {
  const text = markdown.slice(0, MAX_LENGTH)
  const tree = isPlainLine(text)
    ? [{ type: 'paragraph' as const, children: [text] }]
    : isCostly(text)
      ? plain(text)
      : parseBlocks(text, options)
  return options.passageIds ? tree.map((node, index) => ({ ...node, id: `p${index + 1}` })) : tree
}
