// Bytes on their way in: to a file of their own that nobody else knows, so that they can be looked at before they are
// kept. Ends what is too long, and what comes too slowly to ever end.

import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../problem.ts'
import { asStorageProblem } from './storage-problem.ts'

export interface Scratch {
  file: string
  size: number
  [Symbol.asyncDispose](): Promise<void>
}

export interface ScratchOptions {
  dir: string
  /** A sender silent for so long is let go. */
  silenceMs?: number
  /** Of one whole upload. */
  wholeMs?: number
}

export function createScratches({ dir, silenceMs = 15_000, wholeMs = 300_000 }: ScratchOptions) {
  /** Counts while it lets through, so that not one byte too many reaches the disk. */
  function meter(limit: number) {
    let size = 0
    let heard = 0
    const stream = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        heard = size
        if (size > limit) done(new Problem('attachment-too-large', `Send at most ${limit} bytes.`))
        else done(null, chunk)
      },
    })
    return {
      stream,
      size: () => size,
      /** Whether anything came since it was asked last. */
      moved: () => {
        const before = heard
        heard = -1
        return before !== -1
      },
    }
  }

  return {
    /**
     * Takes all of it, at most `limit` bytes. The caller disposes.
     * @throws Problem `attachment-too-large`, `invalid-request` when the sender breaks off, `unavailable`
     */
    async take(bytes: Readable, limit: number): Promise<Scratch> {
      const file = path.join(dir, randomUUID())
      const remove = () => rm(file, { force: true })
      const slow = new AbortController()
      const { stream, size, moved } = meter(limit)
      const watch = setInterval(() => moved() || slow.abort(), silenceMs)
      const end = setTimeout(() => slow.abort(), wholeMs)
      try {
        await mkdir(dir, { recursive: true })
        await pipeline(bytes, stream, createWriteStream(file, { flags: 'wx', mode: 0o600 }), {
          signal: slow.signal,
        })
        return { file, size: size(), [Symbol.asyncDispose]: remove }
      } catch (error) {
        await remove()
        if (slow.signal.aborted)
          throw new Problem(
            'unavailable',
            'The file came too slowly. Ask for a new ticket and send it again.',
          )
        const code = (error as { code?: unknown }).code
        if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
          throw new Problem('invalid-request', 'The file was cut off.', { cause: error })
        throw asStorageProblem(error)
      } finally {
        clearInterval(watch)
        clearTimeout(end)
      }
    },
  }
}

export type Scratches = ReturnType<typeof createScratches>
