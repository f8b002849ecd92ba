// Shortens text without cutting a character in two: half a surrogate pair is no text, and PostgreSQL's JSON refuses it.

export const cutText = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
