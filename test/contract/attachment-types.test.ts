// What is taken in and what is not, by real files; and what of a picture is left.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import test from 'node:test'
import sharp from 'sharp'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import * as files from '../helpers/small-files.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

async function open(t: test.TestContext) {
  const dir = await temporaryFolder(t)
  const desk = await startDesk(t, { env: { DATA_DIR: dir } })
  const sender = fileSender(desk)
  const { token } = await desk.visitor()
  const target = { conversation_id: uuidv7() }
  const kept = async (): Promise<string[]> =>
    (await readdir(dir, { recursive: true, withFileTypes: true }))
      .filter((e) => e.isFile())
      .map((e) => e.name)
  return {
    desk,
    kept,
    send: (name: string, bytes: Uint8Array | string) => sender.send(name, bytes, { token, target }),
    async fetch(id: string, size: 'url' | 'thumb_url' = 'url') {
      const { body } = await desk.call(
        'POST',
        `/support/widget/chat/${target.conversation_id}/attachments/links`,
        {
          token,
          body: { ids: [id] },
        },
      )
      const url = new URL(body.links[0][size])
      return fetch(desk.base + url.pathname + url.search)
    },
  }
}

test('attachments: each accepted type is told by its bytes, and named after what it is', async (t) => {
  const { send } = await open(t)
  const gif = await files.animatedGif()
  for (const [name, bytes, type, kind, saved = name] of [
    ['ride.png', await files.png(), 'image/png', 'image'],
    ['ride.jpeg', await files.photo(), 'image/jpeg', 'image'],
    ['ride.gif', gif, 'image/gif', 'image'],
    ['not really.pdf', await files.png(), 'image/png', 'image', 'not really.png'],
    ['page.html', await files.png(), 'image/png', 'image', 'page.png'],
    ['invoice.pdf', files.pdf(), 'application/pdf', 'file'],
    ['notes.txt', 'Torque: 5 Nm\n', 'text/plain', 'file'],
    ['notes', 'Æ ø å', 'text/plain', 'file', 'notes.txt'],
    ['parts.csv', 'part;price\nhub;120\n', 'text/csv', 'file'],
    ['a<b.csv', 'x < y, z', 'text/csv', 'file', 'a_b.csv'],
    ['bell.mp3', files.mp3(), 'audio/mpeg', 'audio'],
    ['bell.m4a', files.m4a(), 'audio/mp4', 'audio'],
    ['bell.ogg', files.ogg(), 'audio/ogg', 'audio'],
    ['ride.mp4', files.mp4(), 'video/mp4', 'video'],
    ['ride.webm', files.webm(), 'video/webm', 'video'],
    [
      'letter.docx',
      files.docx(),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'file',
    ],
    ['letter.odt', files.odt(), 'application/vnd.oasis.opendocument.text', 'file'],
    ['../../etc/\u202egnp.exe', await files.png(), 'image/png', 'image', 'gnp.png'],
  ] as const) {
    const { status, body } = await send(name, bytes)
    assert.equal(status, 201, `${name}: ${JSON.stringify(body)}`)
    const { attachment } = body
    assert.deepEqual([attachment.name, attachment.type, attachment.kind], [saved, type, kind], name)
    assert.equal(attachment.width !== undefined, kind === 'image', name)
  }
})

test('attachments: what could act as a page or a program, and archives, are refused, and nothing is kept', async (t) => {
  const { send, kept, desk } = await open(t)
  const picture = await files.photo()
  for (const [name, bytes] of [
    ['logo.svg', files.SVG],
    ['logo.png', files.SVG],
    ['logo.txt', `\ufeff\n ${files.SVG}`],
    ['page.html', files.HTML],
    ['page.png', files.HTML],
    ['page.txt', `  \n${files.HTML}`],
    ['feed.xml', '<?xml version="1.0"?><a/>'],
    ['feed.csv', '<a/>'],
    ['run.js', 'alert(1)'],
    ['run.bat', 'echo hello'],
    ['half.txt', Buffer.from([0x61, 0xc3])],
    ['nul.txt', 'a\0b'],
    ['latin.txt', Buffer.from([0xe6, 0xf8, 0xe5, 0x20, 0x61])],
    ['all.zip', files.zip({ 'a.txt': 'a' })],
    ['all.jar', files.zip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' })],
    ['letter.docx', files.zip({ 'word.txt': 'a' })],
    ['setup.exe', files.exe()],
    ['setup.png', files.exe()],
    ['ride.mov', files.quicktime()],
    ['cut.jpg', picture.subarray(0, picture.length - 40)],
    ['huge.png', await files.hugePng(8200, 5000)],
    ['bomb.png', await files.hugePng(60_000, 60_000)],
  ] as const) {
    const { status, body } = await send(name, bytes as Uint8Array)
    assert.deepEqual([status, body.code], [415, 'attachment-refused'], name)
  }
  assert.match((await send('page.html', files.HTML)).body.detail, /PNG, JPEG.*PDF.*DOCX/)
  assert.deepEqual(await kept(), [])
  const rows = await desk.db.query('select id from attachments')
  assert.deepEqual(rows, [])
})

test('attachments: a photo is kept upright and without where it was taken', async (t) => {
  const { send, fetch } = await open(t)
  const given = await files.photo()
  assert.ok((await sharp(given).metadata()).exif, 'the test file has what is to be taken away')
  const { attachment } = (await send('ride.jpg', given)).body
  // 64 × 48, lying on its side.
  assert.deepEqual([attachment.width, attachment.height], [48, 64])
  for (const size of ['url', 'thumb_url'] as const) {
    const bytes = Buffer.from(await (await fetch(attachment.id, size)).arrayBuffer())
    const { exif, orientation, width, height } = await sharp(bytes).metadata()
    assert.deepEqual([exif, orientation, width, height], [undefined, undefined, 48, 64], size)
    assert.ok(!bytes.includes('Fjordcam') && !bytes.includes('GPS'))
  }
})

test('attachments: an image that is a script as well is only an image afterwards', async (t) => {
  const { send, fetch } = await open(t)
  const polyglot = Buffer.concat([await files.animatedGif(), Buffer.from('*/=1;alert(document.domain)//')])
  const { attachment } = (await send('x.gif', polyglot)).body
  const bytes = Buffer.from(await (await fetch(attachment.id)).arrayBuffer())
  assert.ok(!bytes.includes('alert'))
  const { pages, format } = await sharp(bytes).metadata()
  assert.deepEqual([format, pages], ['gif', 3], 'and it still moves')
})

test('attachments: what comes back can do nothing in the page that shows it', async (t) => {
  const { send, fetch } = await open(t)
  for (const [name, bytes, disposition] of [
    ['ride.png', await files.png(), /^inline; filename=ride\.png/],
    ['bøk.pdf', files.pdf(), /^attachment; filename.*filename\*=UTF-8''b%C3%B8k\.pdf/],
    ['notes.txt', 'Hello', /^attachment; filename=notes\.txt/],
    ['ride.mp4', files.mp4(), /^attachment/],
  ] as const) {
    const { attachment } = (await send(name, bytes)).body
    const { status, headers } = await fetch(attachment.id)
    assert.equal(status, 200)
    assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'")
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin')
    assert.equal(headers.get('cache-control'), 'private, max-age=900')
    assert.match(headers.get('content-disposition')!, disposition)
  }
})
