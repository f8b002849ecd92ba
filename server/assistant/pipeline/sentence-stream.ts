// Cuts a stream of text into whole sentences, citation marks included: what is checked and sent, piece by piece.

import { SENTENCE_END as END } from './citation-marks.ts'

/** Dots that end no sentence. */
const ABBREVIATION = /\b(?:e\.g|i\.e|approx|ca|nr|no|z\.B|bzw|p\.ej|f\.eks|Dr|Mr|Mrs)\.\s+$/i
/** The number of a list's item belongs to what follows it. */
const ITEM_NUMBER = /^\s*\d{1,3}\.\s+$/

export function createSentenceStream(onSentence: (sentence: string) => void) {
  let rest = ''

  return {
    push(text: string): void {
      rest += text
      END.lastIndex = 0
      for (let match = END.exec(rest); match; match = END.exec(rest)) {
        const end = match.index + match[0].length
        const sentence = rest.slice(0, end)
        if (ABBREVIATION.test(sentence) || ITEM_NUMBER.test(sentence)) continue
        rest = rest.slice(end)
        END.lastIndex = 0
        if (sentence.trim()) onSentence(sentence)
      }
    },
    end(): void {
      if (rest.trim()) onSentence(rest)
      rest = ''
    },
  }
}
