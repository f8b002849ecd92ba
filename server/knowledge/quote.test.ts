// What the keyless answer quotes: the point once, with the passage it was taken from.

import assert from 'node:assert/strict'
import test from 'node:test'
import { pickQuotes } from './quote.ts'

const passage = (id: string, text: string) => ({
  slug: 'refunds',
  title: 'Refunds: when the money is back',
  passage: id,
  heading: '',
  text,
  summary: 'Three to five working days after your return reaches our workshop.',
  articleScore: 1,
})
const PASSAGES = [
  passage('p1', 'We refund to the card you paid with.'),
  passage('p2', 'The money is back three to five working days after your return reaches the workshop.'),
  passage('p3', 'The money for express postage is not refunded.'),
]

test('quotes: the summary cites the passage that says the same at length', () => {
  const { quotes } = pickQuotes('How long until I get my money back?', PASSAGES)
  assert.deepEqual([quotes[0]!.passage, quotes[0]!.text], ['p2', PASSAGES[0]!.summary])
})

test('quotes: a point is made once', () => {
  const { quotes } = pickQuotes('How long until I get my money back?', PASSAGES)
  assert.equal(
    quotes.filter(({ text }) => text.includes('three to five') || text.includes('Three to five')).length,
    1,
  )
})

test('quotes: of a block that begins with what was said, only what follows', () => {
  const repeated = 'The money is back three to five working days after your return reaches the workshop.'
  const block = passage('p2', `${repeated} You get an e-mail when the money leaves us.`)
  const { quotes } = pickQuotes('When do I get my money back?', [block])
  assert.deepEqual(
    quotes.map(({ text }) => text),
    [block.summary, 'You get an e-mail when the money leaves us.'],
  )
})

test('quotes: a row of a table is quoted with the names of its columns', () => {
  const table = {
    ...passage('p4', 'Part | Fitted once | Ridden\nBrake pads | Yes | Up to 50 km\nChains | Uncut only | No'),
    summary: null,
  }
  const { quotes } = pickQuotes('Can I return brake pads?', [table])
  assert.equal(quotes[0]!.text, '**Brake pads:** Fitted once: Yes, Ridden: Up to 50 km')
})

const table = (text: string) => ({ ...passage('p4', text), summary: null })

test('quotes: of a table the row a number falls into, not one that merely holds it', () => {
  const sealant = table('Tyre | Millilitres\n28–32 mm | 40\n35–42 mm | 60\n45–50 mm | 80')
  const [row] = pickQuotes('How much sealant for a 40 mm tyre?', [sealant]).quotes
  assert.equal(row!.quote, '35–42 mm | 60')
  const tape = table(
    'Inner width | Tyres that suit | Tape\n17 mm | 25–37 mm | 21 mm\n25 mm | 35–57 mm | 29 mm',
  )
  assert.equal(
    pickQuotes('Which tape for 25 mm inner width?', [tape]).quotes[0]!.quote,
    '25 mm | 35–57 mm | 29 mm',
  )
})

test('quotes: of a table’s rows those that differ by what was asked, not by what they all are', () => {
  const bolts = table('Bolt | Nm\nChainring bolts | 9\nStem, steerer | 5\nStem, front plate | 6\nSaddle | 8')
  const { quotes } = pickQuotes('What torque for the stem bolts?', [bolts])
  assert.deepEqual(
    quotes.map(({ text }) => text),
    ['**Stem, steerer:** Nm: 5', '**Stem, front plate:** Nm: 6'],
  )
})

test('quotes: a row below a cell that spans rows is called by it', () => {
  const zones = table('Zone | Way | Price\nNorway | Post | 6\n | Express | 18')
  assert.equal(
    pickQuotes('What does express cost?', [zones]).quotes[0]!.text,
    '**Norway:** Way: Express, Price: 18',
  )
})

test('quotes: the steps are given, though the summary stands within them', () => {
  const steps = {
    ...passage('p6', '1. Open the link within two minutes.\n2. Choose a new password.'),
    heading: '',
  }
  const { quotes } = pickQuotes('How do I get a new password?', [
    { ...steps, summary: 'The link works two minutes.' },
  ])
  assert.deepEqual(
    quotes.map(({ text }) => text),
    ['The link works two minutes.', '1. Open the link within two minutes.\n2. Choose a new password.'],
  )
})

test('quotes: a section’s name is said with what stands in it, once', () => {
  const section = { heading: 'Shipping · Where we do not ship', summary: null }
  const { quotes } = pickQuotes('Do you ship to Russia or to countries under sanctions?', [
    { ...passage('p7', 'Countries under sanctions.'), ...section },
    { ...passage('p8', 'Russia, and what lies behind it.'), ...section },
  ])
  assert.deepEqual(
    quotes.map(({ text }) => text),
    ['**Where we do not ship:** Countries under sanctions.', 'Russia, and what lies behind it.'],
  )
})

test('quotes: a list comes with the sentence it ends, and a question as its heading with its own mark', () => {
  const list = {
    ...passage('p9', '- an old chain\n- a loose wheel'),
    heading: 'Why does it click?',
    summary: null,
  }
  const { quotes } = pickQuotes('My wheel clicks', [{ ...list, intro: 'It clicks because of' }])
  assert.equal(
    quotes[0]!.text,
    '**Why does it click?** It clicks because of\n- an old chain\n- a loose wheel',
  )
})

test('quotes: a sentence that only begins is none: what goes on with it is quoted, commands line by line', () => {
  const begins = {
    ...passage('p9', 'This takes a minute. Install the tool with:'),
    isOpen: true,
    summary: null,
  }
  const code = {
    ...passage('p10', 'npm install fjord\nfjord login'),
    intro: 'Install the tool with:',
    summary: null,
  }
  const { quotes } = pickQuotes('How do I install the tool?', [begins, code])
  assert.equal(quotes[0]!.text, 'Install the tool with:\\\nnpm install fjord\\\nfjord login')
  assert.ok(quotes.every(({ text }) => !text.endsWith(':')))
})

test('quotes: what stands within a step stays within it', () => {
  const steps = passage('p9', '1. Download the tool.\n  - 64 bit\n  - ARM\n2. Run the tool.')
  const { quotes } = pickQuotes('How do I run the tool?', [{ ...steps, summary: null }])
  assert.equal(quotes[0]!.text, '1. Download the tool.\n   - 64 bit\n   - ARM\n2. Run the tool.')
})

test('quotes: a summary of something else is not said before the section that was asked for', () => {
  const asked = { ...passage('p10', 'Look with neighbours, then tell us.'), heading: 'It says delivered' }
  const { quotes } = pickQuotes('My parcel says delivered, and it is not here', [asked])
  assert.deepEqual(
    quotes.map(({ text }) => text),
    ['**It says delivered:** Look with neighbours, then tell us.'],
  )
})

test('quotes: what stands under the heading that was asked, though it does not repeat it', () => {
  const under = {
    ...passage('p5', 'After five days we send everything again.'),
    heading: 'If it is lost',
    summary: null,
  }
  const other = { ...passage('p6', 'Keep the parcel slip: a parcel has one number.'), summary: null }
  assert.equal(pickQuotes('My parcel is lost', [other, under]).quotes[0]!.passage, 'p5')
})
