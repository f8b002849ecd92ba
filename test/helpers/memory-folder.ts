// Where a test's databases lie: in memory, where Linux has a folder for that. A clone of a database is some eight
// hundred files, and on a disk making those takes longer than most tests.

import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** Containers often have 64 MB there. */
const ENOUGH_BYTES = 2 ** 31

export interface MemoryFolder {
  path: string
  remove(): Promise<void>
}

export async function memoryFolder(name: string): Promise<MemoryFolder> {
  const made =
    ((await hasRoom()) && (await makeFolder(MEMORY, name).catch(() => null))) ||
    (await makeFolder(tmpdir(), name))
  // Under root, PostgreSQL's own account must get in.
  await chmod(made, 0o755)
  return { path: made, remove: () => rm(made, { recursive: true, force: true }) }
}

async function hasRoom(): Promise<boolean> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }))
  return Math.min(bavail * bsize, process.availableMemory()) >= ENOUGH_BYTES
}

const makeFolder = (parent: string, name: string): Promise<string> =>
  mkdtemp(path.join(parent, `deskbell-${name}-`))
