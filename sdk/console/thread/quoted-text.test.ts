// Where an e-mail begins to quote, in the ways mail programs write it.

import { expect } from '@open-wc/testing'
import { splitQuoted } from './quoted-text.ts'

const quotes: Record<string, string> = {
  English: 'On Tue, 3 May 2026 at 10:00, Mika <mika@fjordline.example> wrote:\n> Try sanding.',
  'English over two lines':
    'On Tue, 3 May 2026 at 10:00, Mika Lund\n<mika@fjordline.example> wrote:\n> Try sanding.',
  German: 'Am 03.05.2026 um 10:00 schrieb Mika:\n> Anschleifen.',
  French: 'Le mar. 3 mai 2026 à 10:00, Mika a écrit :\n> Poncer.',
  Spanish: 'El mar, 3 may 2026 a las 10:00, Mika escribió:\n> Lijar.',
  Norwegian: 'tir. 3. mai 2026 kl. 10:00 skrev Mika <mika@fjordline.example>:\n> Puss dem.',
  Arabic: 'في الثلاثاء، 3 مايو 2026 كتب Mika:\n> مرحبا',
  'a divider': '-----Original Message-----\nFrom: Mika\nSent: today\n\nTry sanding.',
  'a German divider': '----- Ursprüngliche Nachricht -----\nVon: Mika\n\nAnschleifen.',
  'a head of a mail':
    '________________________________\nVon: Mika <mika@fjordline.example>\nGesendet: heute\n\nAnschleifen.',
  'signs alone': '> Try sanding.\n> Mika',
}

describe('splitQuoted', () => {
  for (const [name, quoted] of Object.entries(quotes))
    it(`folds ${name}`, () => {
      expect(splitQuoted(`It still squeals.\n\n${quoted}`)).to.deep.equal({
        text: 'It still squeals.',
        quoted,
      })
    })

  it('leaves whole what quotes nothing, answers between the lines, or is nothing but quotation', () => {
    for (const body of [
      'It squeals.\nSo I wrote:\nplease help',
      '> Did you sand them?\nYes, twice.\n> And then?\nNothing.',
      '> only this',
      'One line',
    ])
      expect(splitQuoted(body)).to.deep.equal({ text: body, quoted: '' })
  })
})
