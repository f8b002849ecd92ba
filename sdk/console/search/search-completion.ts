// What the word under the cursor may become: an operator, or a value of one. Pure.

export const OPERATORS = [
  'from',
  'in',
  'is',
  'assignee',
  'tag',
  'topic',
  'department',
  'channel',
  'priority',
  'site',
  'lang',
  'before',
  'after',
  'ref',
  'email',
  'has',
] as const
export type Operator = (typeof OPERATORS)[number]

/** What an operator takes beside names. */
export const FIXED_VALUES: Readonly<Partial<Record<Operator, readonly string[]>>> = {
  from: ['customer', 'agent', 'me', 'ai'],
  in: ['message', 'note'],
  is: ['open', 'resolved', 'snoozed', 'spam', 'unassigned'],
  assignee: ['me'],
  channel: ['chat', 'ticket'],
  priority: ['urgent', 'high', 'normal', 'low'],
  has: ['file'],
}

/** Names of this workspace that an operator takes. */
export type OperatorNames = Readonly<Partial<Record<Operator, readonly string[]>>>

export interface Completion {
  /** What the field holds once it is taken. */
  text: string
  /** Where the cursor stands then. */
  caret: number
  /** The word it becomes, as it is shown. */
  word: string
  operator: Operator
}

/** So many at a time. */
const MOST = 8

/** A value with spaces needs quotes. */
const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)

export function completions(text: string, caret: number, names: OperatorNames): Completion[] {
  const before = text.slice(0, caret)
  // The last word, quotes of a value included.
  const [word = ''] = /(?:[a-z]+:"[^"]*|\S*)$/i.exec(before) ?? []
  const start = caret - word.length
  const complete = (operator: Operator, whole: string, ends: boolean): Completion => {
    const rest = text.slice(caret)
    const put = ends ? `${whole} ` : whole
    return {
      text: text.slice(0, start) + put + rest.trimStart(),
      caret: start + put.length,
      word: whole,
      operator,
    }
  }
  const [, name, value] = /^([a-z]+):"?(.*)$/i.exec(word) ?? []
  const operator = OPERATORS.find((each) => each === name?.toLowerCase())
  if (operator) {
    const typed = value!.toLowerCase()
    return [...new Set([...(FIXED_VALUES[operator] ?? []), ...(names[operator] ?? [])])]
      .filter((each) => each.toLowerCase().startsWith(typed) && each.toLowerCase() !== typed)
      .slice(0, MOST)
      .map((each) => complete(operator, `${operator}:${quoted(each)}`, true))
  }
  if (!word || name) return []
  return OPERATORS.filter((each) => each.startsWith(word.toLowerCase()))
    .slice(0, MOST)
    .map((each) => complete(each, `${each}:`, false))
}
