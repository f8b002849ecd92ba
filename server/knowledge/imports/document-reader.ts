// Reads documents of strangers in threads with an end: so much time, so much memory, one after another.

import { Worker } from 'node:worker_threads'
import type { DocumentOutcome, DocumentToRead } from './document-worker.ts'
import { type ReadArticle, UnreadableDocument } from './read-article.ts'

export interface DocumentReaderOptions {
  timeoutMs?: number
  /** Of a thread's own heap. */
  heapMb?: number
  /** By which the process may grow meanwhile: what is unpacked lies outside of any heap. */
  growthMb?: number
}

const LOOK_MS = 50
const WORKER = new URL('./document-worker.ts', import.meta.url)

export function createDocumentReader({
  timeoutMs = 30_000,
  heapMb = 256,
  growthMb = 768,
}: DocumentReaderOptions = {}) {
  let turn: Promise<unknown> = Promise.resolve()

  function run(document: DocumentToRead): Promise<ReadArticle> {
    const { promise, resolve, reject } = Promise.withResolvers<ReadArticle>()
    const worker = new Worker(WORKER, {
      workerData: document,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const begun = process.memoryUsage.rss()
    const give = (outcome: string): void => {
      reject(new UnreadableDocument(outcome))
      void worker.terminate()
    }
    const late = setTimeout(give, timeoutMs, 'It takes too long to read.')
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - begun > growthMb * 1024 * 1024)
        give('It takes too much memory to read.')
    }, LOOK_MS)
    worker.once('message', (outcome: DocumentOutcome) => {
      if ('article' in outcome) resolve(outcome.article)
      else reject(new UnreadableDocument(outcome.unreadable))
    })
    worker.once('error', (error: { code?: string }) =>
      reject(
        new UnreadableDocument(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? 'It takes too much memory to read.'
            : 'It could not be read.',
        ),
      ),
    )
    worker.once('exit', () => reject(new UnreadableDocument('It could not be read.')))
    return promise.finally(() => {
      clearTimeout(late)
      clearInterval(look)
      void worker.terminate()
    })
  }

  return {
    /** @throws UnreadableDocument, in words for who wanted it read */
    read(document: DocumentToRead): Promise<ReadArticle> {
      const done = turn.then(() => run(document))
      turn = done.catch(() => {})
      return done
    },
  }
}

export type DocumentReader = ReturnType<typeof createDocumentReader>
