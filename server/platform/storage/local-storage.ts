// Files in a folder of this machine. Several nodes of one desk share the folder, or a customer misses what another
// node has taken in.

import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../problem.ts'
import type { Storage } from './storage.ts'
import { asStorageProblem } from './storage-problem.ts'

const KEY = /^[0-9a-f]{8}[0-9a-z-]{8,60}$/

export function createLocalStorage({ dir }: { dir: string }): Storage {
  const incoming = path.join(dir, 'incoming')

  /** Two levels, so that no folder holds more files than a listing bears. */
  function placeOf(key: string): string {
    if (!KEY.test(key)) throw new Problem('not-found')
    return path.join(dir, key.slice(0, 2), key.slice(2, 4), key)
  }

  return {
    async put(key, bytes) {
      const place = placeOf(key)
      const half = path.join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true })
        // Flushed before it gets its name: a power cut must not leave a key with no bytes.
        await pipeline(bytes, createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }))
        await mkdir(path.dirname(place), { recursive: true })
        await rename(half, place)
      } catch (error) {
        await rm(half, { force: true }).catch(() => {})
        throw asStorageProblem(error)
      }
    },

    async read(key, range) {
      try {
        const file = await open(placeOf(key))
        return file.createReadStream(range)
      } catch (error) {
        throw asStorageProblem(error)
      }
    },

    async delete(key) {
      await rm(placeOf(key), { force: true })
    },
  }
}
