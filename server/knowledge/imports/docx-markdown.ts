// A Word file as an article. A DOCX is a zip: every part is inflated once with a bound, so that a small file cannot
// become a huge one, before anything else reads it.

import { inflateRawSync } from 'node:zlib'
import mammoth from 'mammoth'
import { htmlToMarkdown } from './html-markdown.ts'
import { checkBody, oneLine, type ReadArticle, UnreadableDocument } from './read-article.ts'

const TITLE = 200
const MOST_PARTS = 2000
/** Of all parts together, unpacked. */
const MOST_BYTES = 100 * 1024 * 1024
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** A directory's end has a comment of at most 64 KiB after it. */
const TAIL = 22 + 65_535

const broken = () => new UnreadableDocument('It is no whole Word file (DOCX).')

/** Unpacks each part, and throws it away: what a header says of a part's size is only what somebody wrote there. */
function checkZip(bytes: Buffer): void {
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - TAIL) && end < 0; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) end = at
  if (end < 0) throw broken()
  const parts = bytes.readUInt16LE(end + 10)
  if (parts > MOST_PARTS) throw new UnreadableDocument('It has too many parts.')
  let at = bytes.readUInt32LE(end + 16)
  let room = MOST_BYTES
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken()
    if (bytes.readUInt16LE(at + 8) & 1)
      throw new UnreadableDocument('It is protected by a password. Save it without one.')
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_HEADER) throw broken()
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (method !== 0 && method !== 8) throw broken()
    // To the end of the file, not as long as it says: a reader that trusts another number would unpack more.
    const data = bytes.subarray(begin, method === 8 ? undefined : begin + packed)
    room -= method === 8 ? inflatedSize(data, room) : data.length
    if (room < 0) throw new UnreadableDocument('Unpacked it is too large.')
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function inflatedSize(data: Buffer, room: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room) }).length
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new UnreadableDocument('Unpacked it is too large.')
    throw broken()
  }
}

/** @throws UnreadableDocument */
export async function readDocx(bytes: Buffer, name: string): Promise<ReadArticle> {
  // The old format, and new files with a password, are no zips but compound files.
  if (bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new UnreadableDocument(
      'It is protected by a password, or an old DOC file. Save it as DOCX without one.',
    )
  checkZip(bytes)
  const { value: html } = await mammoth
    .convertToHtml({ buffer: bytes }, {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      // Pictures would come as long lines of data.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    } as Parameters<typeof mammoth.convertToHtml>[1])
    .catch(() => {
      throw broken()
    })
  const first = /^\s*<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(html)
  const title = first && oneLine(first[1]!.replace(/<[^>]*>/g, ''), TITLE)
  return {
    title: title ?? oneLine(name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' '), TITLE) ?? 'Untitled',
    summary: null,
    locale: null,
    canonical: null,
    body: checkBody(htmlToMarkdown(title ? html.slice(first[0].length) : html)),
  }
}
