// A table's cell in Markdown is one line: paragraphs and lists within are set one after another, each apart from the next.

import type { Element, ElementContent, Root } from 'hast'

const BLOCKS = new Set(
  'address article blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre section ul'.split(
    ' ',
  ),
)
const SAID = /[.,:;!?。！？،؛؟]\s*$/

/** Pieces of a line, each what one block held. */
function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'element' && BLOCKS.has(child.tagName)) lines.push(...linesOf(child.children), [])
    else lines.at(-1)!.push(child)
  }
  return lines.filter((line) => textOf(line).trim() !== '' || line.some(({ type }) => type === 'element'))
}

const textOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('')

function flatten(cell: Element): void {
  const lines = linesOf(cell.children)
  cell.children = lines.flatMap((line, at): ElementContent[] => {
    if (at === 0) return line
    const value = SAID.test(textOf(lines[at - 1]!)) ? ' ' : ', '
    return [{ type: 'text', value }, ...line]
  })
}

/** Changes the tree; a table within a cell is left to its own cells. */
export function flattenCells(root: Root): Root {
  const stack: (Root | Element)[] = [root]
  for (let node = stack.pop(); node; node = stack.pop())
    for (const child of node.children) {
      if (child.type !== 'element') continue
      stack.push(child)
      if (child.tagName === 'td' || child.tagName === 'th') flatten(child)
    }
  return root
}
