// How models name the passage a sentence rests on. Ours is `[1]`; other habits are read as the same.

/** `[1]`, `[1, 2]`, `[^1]`, `[passage 1]`, `【1†source】`. */
const ANY = String.raw`(?:\[\^?(?:(?:passages?|sources?)\s+)?\d+(?:\s*,\s*\d+)*(?:†[^\]\n]{0,40})?\]|【(?:(?:passages?|sources?)\s+)?\d+(?:\s*,\s*\d+)*(?:†[^】\n]{0,40})?】)`

/** A sentence's mark, closing quotes, the citations behind it, and then the first sign of the next one; or a line's end. */
export const SENTENCE_END = new RegExp(String.raw`[.!?؟。]["'”’)]*(?:\s*${ANY})*\s+(?=[^\s[【])|\n+`, 'g')

const MARKS = new RegExp(ANY, 'gi')

/** With every mark as `[1]` or `[1, 2]`. */
export const plainMarks = (text: string): string =>
  text.replace(MARKS, (mark) => `[${(mark.replace(/†.*/, '').match(/\d+/g) ?? []).join(', ')}]`)
