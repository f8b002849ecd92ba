// How a text will look once it is sent, near enough to see whether the marks are right. The server parses what is sent;
// this never leaves the composer.

import type { Block, Inline } from '../../protocol/rich-text-tree.ts'

const INLINE =
  /(\*\*|__)(.+?)\1|(\*|_)(.+?)\3|`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)|(https?:\/\/[^\s<]+)/

function inlines(text: string): Inline[] {
  const match = INLINE.exec(text)
  if (!match) return text ? [text] : []
  const [whole, , strong, , emphasis, code, words, url, bare] = match
  const node: Inline = strong
    ? { type: 'strong', children: inlines(strong) }
    : emphasis
      ? { type: 'emphasis', children: inlines(emphasis) }
      : code
        ? { type: 'inlineCode', value: code }
        : { type: 'link', url: url ?? bare!, children: [words ?? bare!] }
  const before = text.slice(0, match.index)
  return [...(before ? [before] : []), node, ...inlines(text.slice(match.index + whole.length))]
}

const paragraph = (lines: readonly string[]): Block => ({
  type: 'paragraph',
  children: lines.flatMap((line, index): Inline[] => [
    ...(index ? [{ type: 'break' } as const] : []),
    ...inlines(line),
  ]),
})

export function previewOfMarkdown(text: string): Block[] {
  return text.split(/```\n?/).flatMap((part, index): Block[] => {
    if (index % 2) return [{ type: 'code', value: part.trimEnd() }]
    return part
      .split(/\n{2,}/)
      .filter((piece) => piece.trim())
      .map((piece): Block => {
        const lines = piece.trim().split('\n')
        const bullet = lines.every((line) => /^\s*[-*] /.test(line))
        if (bullet || lines.every((line) => /^\s*\d+[.)] /.test(line)))
          return {
            type: 'list',
            ordered: !bullet,
            items: lines.map((line) => [paragraph([line.replace(/^\s*([-*]|\d+[.)]) /, '')])]),
          }
        if (lines.every((line) => line.startsWith('>')))
          return { type: 'blockquote', children: [paragraph(lines.map((line) => line.replace(/^> ?/, '')))] }
        return paragraph(lines)
      })
  })
}
