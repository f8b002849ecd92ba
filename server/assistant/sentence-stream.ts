// Cuts a stream of text into whole sentences, citation marks included: what is checked and sent, piece by piece.

/** End of a sentence: its mark, closing quotes, the citations behind it, then space or a line's end. */
const END = /[.!?؟。](?:["'”’)]*)(?:\s*\[\d+(?:\s*,\s*\d+)*\])*(?=\s)|\n+/g

/** Dots that end no sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|approx|ca|nr|no|z\.B|bzw|ca|p\.ej|f\.eks|Dr|Mr|Mrs)|\d)\.$/i

export function createSentenceStream(onSentence: (sentence: string) => void) {
  let rest = ''
  let cut = 0

  function drain(): void {
    END.lastIndex = cut
    for (let match = END.exec(rest); match; match = END.exec(rest)) {
      const end = match.index + match[0].length
      // A mark at the very end may still get its citation; wait for what follows the space.
      if (end + 2 > rest.length && !match[0].includes('\n')) break
      if (/^\s*\[\d*$/.test(rest.slice(end))) break
      const sentence = rest.slice(0, end)
      if (ABBREVIATION.test(sentence) && !match[0].includes('\n')) continue
      rest = rest.slice(end)
      if (sentence.trim()) onSentence(sentence)
      END.lastIndex = 0
    }
    cut = 0
  }

  return {
    push(text: string): void {
      rest += text
      drain()
    },
    end(): void {
      if (rest.trim()) onSentence(rest)
      rest = ''
    },
  }
}
