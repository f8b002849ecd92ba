// What the composer does to a text: marks, variables, names, the word a menu is opened by.

import { expect } from '@open-wc/testing'
import { ana, mika, nora } from '../demo/fake-desk.ts'
import { fillVariables, textOfPieces } from './canned-variables.ts'
import { triggerWord } from './composer-word.ts'
import { previewOfMarkdown } from './markdown-preview.ts'
import { mentionedIn } from './mentioned-agents.ts'
import { formatText } from './text-format.ts'

describe('formatText', () => {
  it('puts marks around what is chosen, and takes them away again', () => {
    const bold = formatText({ text: 'a word', start: 2, end: 6 }, 'bold')
    expect(bold).to.deep.equal({ text: 'a **word**', start: 4, end: 8 })
    expect(formatText(bold, 'bold')).to.deep.equal({ text: 'a word', start: 2, end: 6 })
  })

  it('makes a link whose address is chosen to be typed over, or whose words are missing', () => {
    const { text, start, end } = formatText({ text: 'see here', start: 4, end: 8 }, 'link')
    expect([text, text.slice(start, end)]).to.deep.equal(['see [here](https://)', 'https://'])
    expect(formatText({ text: 'https://a.example', start: 0, end: 17 }, 'link')).to.deep.equal({
      text: '[](https://a.example)',
      start: 1,
      end: 1,
    })
  })

  it('makes a list of the lines that are touched', () => {
    expect(formatText({ text: 'x\nab\ncd', start: 3, end: 7 }, 'list').text).to.equal('x\n- ab\n- cd')
  })
})

describe('fillVariables', () => {
  it('fills what is known, takes what stands behind a bar, and leaves the rest to be seen', () => {
    const body = 'Hi {{contact.first_name}}, {{custom.order}} and {{custom.km|some}} by {{ agent.name }}.'
    const pieces = fillVariables(body, { ...nora, custom: {} }, mika)
    expect(textOfPieces(pieces)).to.equal('Hi Nora, {{custom.order}} and some by Mika.')
    expect(pieces.filter(({ kind }) => kind === 'missing')).to.have.lengthOf(1)
    const filled = fillVariables(body, { ...nora, custom: { order: 'F-1042' } }, mika)
    expect(textOfPieces(filled)).to.contain('F-1042')
  })

  it('makes no link and no other mark of what a customer says of themselves, and shows it as it is', () => {
    const contact = { ...nora.contact, name: '[Ann](http://evil.example)' }
    const [, name] = fillVariables('Hi {{contact.name}}', { ...nora, contact }, mika)
    expect(name!.shown).to.equal(contact.name)
    expect(JSON.stringify(previewOfMarkdown(name!.text))).not.to.contain('"link"')
    expect(name!.text).to.equal('\\[Ann\\](http:/\u2060/evil.example)')
  })
})

describe('triggerWord', () => {
  it('sees a slash at the beginning of a word only, and names only in notes', () => {
    expect(triggerWord('/ship', 5, false)).to.deep.equal({ kind: 'slash', query: 'ship', start: 0 })
    expect(triggerWord('and/or', 6, false)).to.equal(null)
    expect(triggerWord('https://a', 9, false)).to.equal(null)
    expect(triggerWord('ask @An', 7, true)).to.deep.equal({ kind: 'mention', query: 'An', start: 4 })
    expect(triggerWord('ask @An', 7, false)).to.equal(null)
  })
})

describe('mentionedIn', () => {
  it('means the longest name that fits, once, and no address', () => {
    const lund = { ...ana, id: 'lund', name: 'Ana Lund' }
    expect(mentionedIn('@ana lund, look. @Ana Lund!', [ana, lund])).to.deep.equal(['lund'])
    expect(mentionedIn('mika@ana.example @Anabel', [ana])).to.deep.equal([])
  })
})

describe('previewOfMarkdown', () => {
  it('shows marks, lists and quotations as they will look', () => {
    expect(previewOfMarkdown('a **b**\n\n- c\n- d\n\n> e').map(({ type }) => type)).to.deep.equal([
      'paragraph',
      'list',
      'blockquote',
    ])
  })
})
