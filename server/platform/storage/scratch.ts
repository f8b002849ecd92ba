// Bytes on their way in: to a file of their own that nobody else knows, so that they can be looked at before they are
// kept. Ends what is too long, and what comes too slowly to ever end.

import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Problem } from '../problem.ts'
import { asStorageProblem } from './storage-problem.ts'

export interface Scratch extends AsyncDisposable {
  file: string
  /** Bytes. */
  size: number
}

export interface ScratchOptions {
  dir: string
  /** A sender silent for so long is let go. */
  silenceMs?: number
}

export function createScratches({ dir, silenceMs = 15_000 }: ScratchOptions) {
  async function write(file: string, bytes: Readable, limit: number): Promise<number> {
    await using handle = await open(file, 'wx', 0o600)
    let size = 0
    // Left whole when this breaks off: what carries the bytes may carry the answer, too.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length
      if (size > limit) throw new Problem('attachment-too-large', `Send at most ${limit} bytes.`)
      await handle.appendFile(chunk as Buffer)
    }
    return size
  }

  /** Ends a stream that does not move. The returned function stops looking. */
  function watch(bytes: Readable): () => void {
    let quiet = false
    const heard = () => {
      quiet = false
    }
    const timer = setInterval(() => {
      if (quiet) bytes.destroy(new Problem('unavailable', 'The file came too slowly.'))
      quiet = true
    }, silenceMs)
    bytes.on('readable', heard)
    return () => {
      clearInterval(timer)
      bytes.off('readable', heard)
    }
  }

  return {
    /** Takes away what a process left that was ended in the middle of an upload. */
    async sweep(olderThanMs: number): Promise<void> {
      const names = await readdir(dir).catch(() => [])
      for (const name of names) {
        const file = path.join(dir, name)
        const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (Date.now() - mtimeMs > olderThanMs) await rm(file, { force: true, recursive: true })
      }
    },

    /**
     * Takes all of it, at most `limit` bytes; the caller disposes. What is refused leaves nothing behind.
     * @throws Problem `attachment-too-large`, `invalid-request` when the sender breaks off, `unavailable`
     */
    async take(bytes: Readable, limit: number): Promise<Scratch> {
      const file = path.join(dir, randomUUID())
      const remove = () => rm(file, { force: true })
      const stopWatching = watch(bytes)
      try {
        await mkdir(dir, { recursive: true })
        return { file, size: await write(file, bytes, limit), [Symbol.asyncDispose]: remove }
      } catch (error) {
        // What could not be written cannot always be removed either; why it could not is what the sender is told.
        await remove().catch(() => {})
        const code = (error as { code?: unknown }).code
        if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
          throw new Problem('invalid-request', 'The file was cut off.', { cause: error })
        throw asStorageProblem(error)
      } finally {
        stopWatching()
      }
    },
  }
}

export type Scratches = ReturnType<typeof createScratches>
