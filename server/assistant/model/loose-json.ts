// JSON as models write it: in a fence, after a sentence, with a comma too many. Nothing is guessed beyond that.

/** From the first bracket to the one that closes it. */
function firstValue(text: string): string | null {
  const begin = text.search(/[[{]/)
  if (begin < 0) return null
  let depth = 0
  let quoted = false
  for (let at = begin; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && --depth === 0) return text.slice(begin, at + 1)
  }
  return null
}

/** @throws SyntaxError when there is no JSON in it */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const value = firstValue(text)
    if (value === null) throw error
    try {
      return JSON.parse(value)
    } catch {
      return JSON.parse(value.replace(/,(\s*[}\]])/g, '$1'))
    }
  }
}
