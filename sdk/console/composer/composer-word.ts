// What the cursor stands at the end of: `/ship` for a canned reply, `@an` for a colleague. Pure.

export interface TriggerWord {
  kind: 'slash' | 'mention'
  /** What follows the sign. */
  query: string
  /** Where the sign stands. */
  start: number
}

/** A slash counts at the beginning of a line or after a space: in `and/or` and in addresses it is no wish. */
export function triggerWord(text: string, cursor: number, isNote: boolean): TriggerWord | null {
  const before = text.slice(0, cursor)
  const slash = /(?:^|\s)\/([\p{L}\p{N}_-]{0,40})$/u.exec(before)
  if (slash) return { kind: 'slash', query: slash[1]!, start: cursor - slash[1]!.length - 1 }
  const mention = isNote ? /(?:^|[\s(])@([\p{L}\p{N}_.-]{0,40})$/u.exec(before) : null
  return mention ? { kind: 'mention', query: mention[1]!, start: cursor - mention[1]!.length - 1 } : null
}
