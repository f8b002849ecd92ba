// Pages, PDF and Word files of strangers: what an article is made of, and what a hostile one comes to.

import assert from 'node:assert/strict'
import test from 'node:test'
import { docx, pdf } from '../../../test/helpers/small-documents.ts'
import { createDocumentReader } from './document-reader.ts'
import type { DocumentToRead } from './document-worker.ts'

const reader = createDocumentReader()
const html = (page: string, url = 'https://shop.example/help/refunds') =>
  reader.read({ kind: 'html', bytes: Buffer.from(page), name: 'refunds.html', url })
const file = (kind: DocumentToRead['kind'], bytes: Uint8Array, name = `care_guide.${kind}`) =>
  reader.read({ kind, bytes, name })

test('a page: its main content with headings, lists, tables and links, and nothing of what stands around it', async () => {
  const article = await html(`<!doctype html><html lang="de-AT"><head><title>Refunds | Shop</title>
    <meta name="description" content="Three days."><link rel="canonical" href="/help/refunds"></head><body>
    <nav><a href="/">Home</a></nav><main><h1>Refunds</h1><p>Back in <b>three</b> days, see <a href="../parcels?a=1">parcels</a>,
    <a href="javascript:alert(1)">this</a> and <a href="#top">that</a>.<script>alert(1)</script></p><h2>How *much*?</h2>
    <ol><li>By card</li><li>By bank</li></ol><table><tr><th>Way<th>Days<tr><td>Card<td>3</table>
    <p><img src="/a.png" alt="A card"></p><img src="/pixel.gif"></main><footer>Imprint</footer></body></html>`)
  assert.deepEqual(
    { ...article, body: article.body.split('\n').filter(Boolean) },
    {
      title: 'Refunds',
      summary: 'Three days.',
      locale: 'de-AT',
      canonical: 'https://shop.example/help/refunds',
      body: [
        'Back in **three** days, see [parcels](https://shop.example/parcels?a=1), this and that.',
        '## How \\*much\\*?',
        '1. By card',
        '2. By bank',
        '| Way | Days |',
        '| - | - |',
        '| Card | 3 |',
        '[A card](https://shop.example/a.png)',
      ],
    },
  )
})

test('a page: its table of contents, its date and a summary said twice are not the article', async () => {
  const { body } =
    await html(`<title>Refunds</title><meta name="description" content="Three days."><article><h1>Refunds</h1>
    <p>Updated <time>1 May</time> · 1 min read</p><p>Three days.</p><p>On this page</p><ul><li><a href="#a">How</a><li><a href="#b">When</a></ul>
    <h2 id="a">How</h2><p>By card, in 3 days from the <time datetime="2026-05-01">first of May</time> on, as long as the parcel is here.</p></article>`)
  assert.deepEqual(body.split('\n').filter(Boolean), [
    '## How',
    'By card, in 3 days from the first of May on, as long as the parcel is here.',
  ])
})

test('a page that marks nothing: the densest part is taken for its content', async () => {
  const words = 'Chains wear out, and a worn chain wears out the cassette with it. '
  const { title, body } = await html(
    `<title>Chains – Workshop – Fjordline</title><body><div><a href=a>One</a> <a href=b>Two</a></div><div><p>${words.repeat(6)}</p><p>${words.repeat(6)}</p></div><div>Copyright</div>`,
  )
  assert.equal(title, 'Chains – Workshop')
  assert.ok(body.startsWith('Chains wear out') && !body.includes('Copyright') && !body.includes('One'))
})

test('a page: answers folded behind their questions are its text, and what is hidden otherwise is not', async () => {
  const { body } =
    await html(`<title>Delivery</title><main><h3><button aria-controls="a">How long?</button></h3>
    <div id="a" role="region" hidden><p>Three days.</p></div><button aria-controls="b">How much?</button><div id="b" hidden>Four euros.</div>
    <button>Print</button><p style="color:red;display:none">Say nothing.</p><p hidden>Nor this.</p></main>`)
  assert.deepEqual(body.split('\n').filter(Boolean), [
    '### How long?',
    'Three days.',
    '### How much?',
    'Four euros.',
  ])
})

test('a page: one that its server wraps into a form has its text', async () => {
  const page = (text: string) =>
    html(
      `<body><form action="x.aspx"><input name="state" value="x"><div><h1>Returns</h1><p>${text}</p></div></form></body>`,
    )
  assert.equal((await page('Send it back within 30 days.')).body, 'Send it back within 30 days.')
  const { body } = await html(
    '<title>A</title><main><p>The text of it all.</p><form><label>E-mail</label><button>Go</button></form></main>',
  )
  assert.equal(body, 'The text of it all.')
})

test('a page: a teaser marked as an article does not stand for the text beside it', async () => {
  const { body } = await html(
    '<title>A</title><main><p>Returns are free for sixty days, wherever you live.</p><article><h3>Read on</h3></article></main>',
  )
  assert.match(body, /^Returns are free/)
})

test('a page: banners, paths and votes around the text are none of it, unless they are most of it', async () => {
  const { body } =
    await html(`<title>A</title><main><div role="dialog"><p>We use cookies.</p></div><div class="breadcrumbs"><a href="/">Home</a></div>
    <p>Pick one size up, and let the thumb fit.</p><div class="article-feedback">Was it good?</div></main>`)
  assert.equal(body, 'Pick one size up, and let the thumb fit.')
  const about = await html(
    '<title>A</title><main><div class="cookies"><p>Cookies we set: one, for the basket.</p></div></main>',
  )
  assert.equal(about.body, 'Cookies we set: one, for the basket.')
})

test('a table: what stands apart in a cell stays apart, in one line', async () => {
  const { body } =
    await html(`<title>A</title><main><table><tr><th>Zone<th>Price<tr><td>EU<td><p>9 euros</p><p>free from 90</p>
    <tr><td>US<td><ul><li>One.<li>Two</ul></table></main>`)
  assert.deepEqual(body.split('\n').slice(2), ['| EU | 9 euros, free from 90 |', '| US | One. Two |'])
})

test('a page: in another encoding it is read as it says, by header or by itself', async () => {
  const page = Buffer.from(
    '<meta charset="iso-8859-1"><title>R\xfcckgabe</title><main>Gr\xfc\xdfe</main>',
    'latin1',
  )
  assert.equal((await file('html', page, 'a.html')).title, 'Rückgabe')
  const text = '<title>Zażółć</title><main>Jaźń</main>'
  assert.equal((await file('html', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'a.html')).title, 'Zażółć')
  const silent = Buffer.from('<title>R\xfcckgabe</title><main>Gr\xfc\xdfe</main>', 'latin1')
  assert.equal((await file('html', silent, 'a.html')).body, 'Grüße')
})

test('a page without a title, a text, or an end of its nesting is refused in a sentence', async () => {
  await assert.rejects(html('<main>Text</main>'), /no title/)
  await assert.rejects(html('<title>A</title><main><script>x</script></main>'), /no text|No text/)
  await assert.rejects(html(`<title>A</title><main>${'<div>'.repeat(5000)}text</main>`), /nested too deeply/)
  await assert.rejects(
    html(`<title>A</title><main>${'word '.repeat(50_000)}</main>`),
    /longer than 200000 characters/,
  )
})

test('a PDF: paragraphs are put together, headings are told by their size, running lines are left out', async () => {
  const pages = [1, 2, 3].map((page) => [
    { text: 'Fjordline care guide', size: 8, y: 810 },
    ...(page === 1 ? [{ text: 'Caring for your chain', size: 24, y: 760 }] : []),
    { text: `Step ${'one two three'.split(' ')[page - 1]}`, size: 16, y: 700 },
    { text: 'Wipe the chain after every ride in the rain, and let it dry over-', y: 670 },
    { text: 'night before you put oil on it.', y: 656 },
    { text: '\x95 A rag', y: 620 },
    { text: '\x95 Some oil', y: 600 },
    { text: `Page ${page} of 3`, size: 8, y: 30 },
  ])
  const { title, body } = await file('pdf', pdf(pages))
  assert.equal(title, 'Caring for your chain')
  assert.deepEqual(body.split('\n').filter(Boolean).slice(0, 4), [
    '## Step one',
    'Wipe the chain after every ride in the rain, and let it dry overnight before you put oil on it.',
    '- A rag',
    '- Some oil',
  ])
  assert.ok(!body.includes('Page') && !body.includes('Fjordline'))
})

/** Text at places of a page, as a program draws it. */
const drawn = (places: readonly (readonly [x: number, y: number, text: string, size?: number])[]): Buffer =>
  pdf([[]], {
    stream: places
      .map(([x, y, text, size = 10]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`)
      .join('\n'),
  })

test('a PDF: what stands in rows and columns is a table, what has marks is a list', async () => {
  const rows = [
    ['Zone', 'Price', 'Days'],
    ['Norway', '6 euros', '1-3'],
    ['Svalbard', '', '4-7'],
  ]
  const { body } = await file(
    'pdf',
    drawn([
      [72, 780, 'Postage', 20],
      [72, 750, 'What a parcel costs:'],
      ...rows.flatMap((row, at) =>
        row.map((cell, column) => [72 + column * 120, 730 - at * 14, cell] as const),
      ),
      [72, 660, '1.'],
      [100, 660, 'Pack the parts.'],
      [72, 646, '2.'],
      [100, 646, 'Send the parcel.'],
    ]),
  )
  assert.deepEqual(body.split('\n').filter(Boolean), [
    'What a parcel costs:',
    '| Zone | Price | Days |',
    '| - | - | - |',
    '| Norway | 6 euros | 1-3 |',
    '| Svalbard | | 4-7 |',
    '1. Pack the parts.',
    '2. Send the parcel.',
  ])
})

test('a PDF: two columns are read one after the other, also where they are drawn line by line', async () => {
  const left = [
    'The left column begins up here and',
    'goes on in the next line of the left',
    'column until it ends with this line.',
  ]
  const right = [
    'The right column begins here only',
    'when the left one has come to its end',
    'and says the rest of what there is.',
  ]
  const lines = left.flatMap((text, at) => [
    [72, 700 - at * 13, text] as const,
    [320, 700 - at * 13, right[at]!] as const,
  ])
  const { title, body } = await file(
    'pdf',
    drawn([[72, 780, 'Two columns', 20], ...lines, [72, 600, 'Below both.']]),
  )
  assert.equal(title, 'Two columns')
  assert.deepEqual(body.split('\n\n'), [left.join(' '), right.join(' '), 'Below both.'])
})

test('a PDF that is locked, scanned, broken or endless says which', async () => {
  await assert.rejects(file('pdf', pdf([[{ text: 'Secret', y: 700 }]], { locked: true })), /password/)
  await assert.rejects(file('pdf', pdf([[]])), /scanner/)
  await assert.rejects(file('pdf', Buffer.from('%PDF-1.4 nonsense')), /no whole PDF/)
  await assert.rejects(file('pdf', pdf(Array.from({ length: 301 }, () => []))), /301 pages/)
})

test('a Word file: its title, headings and paragraphs', async () => {
  const { title, body } = await file(
    'docx',
    docx([['Bleeding brakes', 'Title'], ['You need'], ['Tools', 'Heading2'], ['A cup &amp; a hose']]),
  )
  assert.deepEqual([title, body], ['Bleeding brakes', 'You need\n\n## Tools\n\nA cup & a hose'])
  assert.equal((await file('docx', docx([['Only text']]), 'brake_care.docx')).title, 'brake care')
})

test('a Word file that is a bomb, locked or none is refused before it is opened', async () => {
  const bomb = docx([['x']], { 'word/media/a.bin': new Uint8Array(101 * 1024 * 1024) })
  await assert.rejects(file('docx', bomb), /Unpacked it is too large/)
  await assert.rejects(file('docx', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')), /password/)
  await assert.rejects(file('docx', Buffer.from('PK nothing')), /no whole Word file/)
  // What the directory says of a part's size is a lie; what counts is what comes out.
  const lying = Buffer.from(bomb)
  for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4))
    lying.writeUInt32LE(10, at + 24)
  await assert.rejects(file('docx', lying), /Unpacked it is too large/)
})

test('a document that does not end, or fills the memory, is ended, and the next one is read', async () => {
  const hasty = createDocumentReader({ timeoutMs: 1 })
  const document: DocumentToRead = {
    kind: 'html',
    bytes: Buffer.from('<title>A</title><main>b</main>'),
    name: 'a',
  }
  await assert.rejects(hasty.read(document), /too long/)
  const small = createDocumentReader({ heapMb: 16 })
  const heavy = `<title>A</title><main>${'<p><b>a</b><i>b</i></p>'.repeat(200_000)}</main>`
  await assert.rejects(small.read({ ...document, bytes: Buffer.from(heavy) }), /memory|could not be read/)
  const narrow = createDocumentReader({ growthMb: 0 })
  await assert.rejects(narrow.read({ ...document, bytes: Buffer.from(heavy) }), /memory/)
  let turns = 0
  const spin = setInterval(() => (turns += 1), 5)
  const ended = await Promise.allSettled([
    createDocumentReader({ timeoutMs: 400 }).read({ ...document, bytes: Buffer.from(heavy.repeat(4)) }),
    reader.read(document),
  ])
  clearInterval(spin)
  assert.deepEqual(
    ended.map(({ status }) => status),
    ['rejected', 'fulfilled'],
  )
  assert.ok(turns > 10, `the event loop turned ${turns} times meanwhile`)
})
