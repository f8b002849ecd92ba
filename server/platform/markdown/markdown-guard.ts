// Tells Markdown that would cost the parser dearly from what people write. Knows no node, only characters.

/** CommonMark's parser is quadratic, or recursive, in each of these; people stay far below. */
const MAX_NESTING = 12
const MAX_INDENT = 48
const MAX_OPEN_BRACKETS = 32
const MAX_BRACKETS = 2000
const MAX_DELIMITERS = 600

const FENCE = /^(`{3,}|~{3,})/
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const INDENTED_ITEM = new RegExp(`^[ \\t]{${MAX_INDENT},}(?:>|[-+*]|\\d{1,9}[.)])`)

/** Quotes and list items opened on one line. */
function nesting(line: string): number {
  let depth = 0
  for (CONTAINER.lastIndex = 0; CONTAINER.test(line); ) depth++
  return depth
}

/** True when parsing could take more than a blink, so that the text is better shown as it was typed. */
export function isCostly(markdown: string): boolean {
  let fence = ''
  let open = 0
  let brackets = 0
  let delimiters = 0
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const marker = FENCE.exec(line)?.[0] ?? ''
    // Only fences at column 0: those are code in any context, so nothing can hide behind a pretended one.
    if (fence) {
      if (marker.startsWith(fence) && line.slice(marker.length).trim() === '') fence = ''
      continue
    }
    if (marker && !(marker[0] === '`' && line.includes('`', marker.length))) {
      fence = marker
      open = brackets = delimiters = 0
      continue
    }
    if (line.trim() === '') {
      open = brackets = delimiters = 0
      continue
    }
    if (INDENTED_ITEM.test(line) || (nesting(line) > MAX_NESTING && !RULE.test(line))) return true
    for (let index = 0; index < line.length; index++) {
      const character = line[index]!
      if (character === '[') {
        open++
        brackets++
      } else if (character === ']') {
        open = Math.max(0, open - 1)
        brackets++
      } else if (
        (character === '*' || character === '_' || character === '~') &&
        line[index - 1] !== character
      ) {
        delimiters++
      }
      if (open > MAX_OPEN_BRACKETS || brackets > MAX_BRACKETS || delimiters > MAX_DELIMITERS) return true
    }
  }
  return false
}
