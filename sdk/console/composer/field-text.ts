// Changes of a text field's text that keep the cursor where it makes sense: putting in, replacing, marking up.

import type { ReactiveElement } from 'lit'
import { GAP } from './canned-variables.ts'
import { formatText, type TextFormat } from './text-format.ts'

interface Deps {
  host: ReactiveElement
  field: () => HTMLTextAreaElement | null
  text: () => string
  set: (text: string) => void
}

export function createFieldText({ host, field, text, set }: Deps) {
  /** Once it is drawn. */
  function choose(start: number, end = start): void {
    void host.updateComplete.then(() => {
      field()?.focus()
      field()?.setSelectionRange(start, end)
    })
  }

  function replace(start: number, end: number, piece: string): void {
    const before = text()
    set(before.slice(0, start) + piece + before.slice(end))
    const gap = GAP.exec(piece)
    // The first gap is what is to be filled next.
    if (gap) choose(start + gap.index, start + gap.index + gap[0].length)
    else choose(start + piece.length)
  }

  return {
    choose,
    replace,
    /** At the cursor, in place of what is chosen; the focus stays where it is. */
    put(piece: string): void {
      const { selectionStart: start, selectionEnd: end } = field()!
      const before = text()
      set(before.slice(0, start) + piece + before.slice(end))
      const at = start + piece.length
      void host.updateComplete.then(() => field()?.setSelectionRange(at, at))
    },
    format(format: TextFormat): void {
      const { selectionStart: start, selectionEnd: end } = field()!
      const made = formatText({ text: text(), start, end }, format)
      set(made.text)
      choose(made.start, made.end)
    },
  }
}
