// The question within what a customer writes: people tell a story and ask at its end, and the story leads search astray.

const SENTENCE = /[^.!?؟。！？\n]+(?:[.!?؟。！？]+|\n|$)/g
const ASKS = /[?؟？]\s*$/
/** What stands for something taken out says nothing of the subject. */
const MARK = /\[(?:e-mail|IBAN|card number|number of identity|phone number)\]/g

/** What is searched for: without the marks of what was taken out. */
export const withoutMarks = (text: string): string =>
  text
    .replace(MARK, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

/** The sentences that ask, where others stand beside them; null where that makes no difference. */
export function questionIn(text: string): string | null {
  const sentences = (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter(Boolean)
  const asking = sentences.filter((sentence) => ASKS.test(sentence))
  if (asking.length === 0 || asking.length === sentences.length) return null
  return asking.join(' ')
}
