// What a file is, by its bytes. Its name only decides between the two kinds of plain text.

import { open } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { Problem } from '../problem.ts'
import { ACCEPTED, FILE_KINDS, type FileKind } from './file-kind.ts'

const PIECE = 64 * 1024
const BOM = /^\ufeff/
/** As HTML, XML, SVG or PHP begins, and as anything that could be taken for them does. */
const MARKUP = /^\s*<[a-z!?/]/i
/** Names of text that something might run or render: what they hold is not looked into. */
const TEXT_ENDINGS = new Set(['', 'txt', 'log', 'text', 'md', 'csv', 'tsv'])

const endingOf = (name: string): string => path.extname(name).slice(1).toLowerCase()

/** UTF-8 from end to end, without NUL, and not the beginning of a page. */
async function isPlainText(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  await using handle = await open(file)
  let isFirst = true
  try {
    for await (const piece of handle.createReadStream({ highWaterMark: PIECE, autoClose: false })) {
      const text = decoder.decode(piece as Buffer, { stream: true })
      if (text.includes('\0')) return false
      if (isFirst && MARKUP.test(text.replace(BOM, ''))) return false
      isFirst = false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** @throws Problem `attachment-refused`, which names what is taken */
export async function lookAtFile(file: string, name: string): Promise<FileKind> {
  const found = await fileTypeFromFile(file)
  if (found) {
    const kind = Object.hasOwn(FILE_KINDS, found.mime) ? FILE_KINDS[found.mime] : undefined
    // Its Ogg may hold anything; only sound is taken.
    if (kind) return kind
  } else if (TEXT_ENDINGS.has(endingOf(name)) && (await isPlainText(file)))
    return FILE_KINDS[endingOf(name) === 'csv' ? 'text/csv' : 'text/plain']!
  throw new Problem('attachment-refused', ACCEPTED)
}
