// Puts Markdown around what is chosen in a text field, and takes it away again. Pure.

export interface Chosen {
  text: string
  start: number
  end: number
}

export type TextFormat = 'bold' | 'italic' | 'code' | 'link' | 'list'

const MARKS = { bold: '**', italic: '_', code: '`' } as const

function around({ text, start, end }: Chosen, mark: string): Chosen {
  const inside = text.slice(start, end)
  const before = text.slice(0, start)
  const after = text.slice(end)
  const size = mark.length
  if (before.endsWith(mark) && after.startsWith(mark))
    return { text: before.slice(0, -size) + inside + after.slice(size), start: start - size, end: end - size }
  return { text: before + mark + inside + mark + after, start: start + size, end: end + size }
}

/** The address is chosen afterwards, to be typed or pasted over. */
function link({ text, start, end }: Chosen): Chosen {
  const inside = text.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/.test(inside)
  const [words, url] = isAddress ? ['', inside] : [inside, 'https://']
  const made = `[${words}](${url})`
  const at = isAddress ? start + 1 : start + words.length + 3
  return {
    text: text.slice(0, start) + made + text.slice(end),
    start: at,
    end: isAddress ? at : at + url.length,
  }
}

function list({ text, start, end }: Chosen): Chosen {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(from, end).split('\n')
  const isList = lines.every((line) => line.startsWith('- '))
  const made = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n')
  const grown = made.length - (end - from)
  return { text: text.slice(0, from) + made + text.slice(end), start: end + grown, end: end + grown }
}

export function formatText(chosen: Chosen, format: TextFormat): Chosen {
  if (format === 'link') return link(chosen)
  return format === 'list' ? list(chosen) : around(chosen, MARKS[format])
}
