// A folder that goes with its test.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'

export async function temporaryFolder(t: TestContext): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'deskbell-test-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  return dir
}
