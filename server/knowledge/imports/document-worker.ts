// A thread of its own for one document: what it does with its time and memory is nobody else's trouble. Started by
// document-reader.ts, which ends it.

import { parentPort, workerData } from 'node:worker_threads'
import { readDocx } from './docx-markdown.ts'
import { readHtml } from './html-markdown.ts'
import { readPdf } from './pdf-markdown.ts'
import { type ReadArticle, UnreadableDocument } from './read-article.ts'

export interface DocumentToRead {
  kind: 'html' | 'pdf' | 'docx'
  bytes: Uint8Array
  /** File name. */
  name: string
  /** Of a page: where it is from, and the encoding its headers name. */
  url?: string
  charset?: string
}

export type DocumentOutcome = { article: ReadArticle } | { unreadable: string }

/** By its byte order mark, else as its headers or itself say, else UTF-8; what is none is as browsers take it. */
function decode(bytes: Uint8Array, charset: string | undefined): string {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.replace(/^utf-16.*/i, 'utf-8')
  for (const name of [marked, charset, named])
    if (name)
      try {
        return new TextDecoder(name).decode(bytes)
      } catch {
        // Nobody knows an encoding of that name.
      }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

async function read({ kind, bytes, name, url, charset }: DocumentToRead): Promise<ReadArticle> {
  if (kind === 'html') return readHtml(decode(bytes, charset), url)
  return kind === 'pdf' ? readPdf(Buffer.from(bytes), name) : readDocx(Buffer.from(bytes), name)
}

let outcome: DocumentOutcome
try {
  outcome = { article: await read(workerData as DocumentToRead) }
} catch (error) {
  // Whatever a broken file brings a library to: it is the file that is broken.
  outcome = { unreadable: error instanceof UnreadableDocument ? error.message : 'It could not be read.' }
}
parentPort!.postMessage(outcome)
