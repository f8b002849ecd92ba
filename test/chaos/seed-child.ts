// Starts a run in a process of its own and waits for what it comes to; a run that breaks off counts as failed.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { RunOptions } from './chaos-run.ts'
import type { RunSummary } from './run-story.ts'

/** Past its seconds: coming up, healing, loading anew, going down. */
const GRACE_MS = 180_000

export interface SeedOptions extends RunOptions {
  /** File for the history. */
  keep: string | null
}

export async function runSeedChild(options: SeedOptions): Promise<RunSummary> {
  const child = fork(path.join(import.meta.dirname, 'chaos-seed.ts'), [JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let words = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    words = (words + chunk).slice(-4000)
  })
  const timer = setTimeout(() => child.kill('SIGTERM'), options.seconds * 1000 + GRACE_MS)
  let summary: RunSummary | null = null
  child.on('message', (message) => {
    summary = message as RunSummary
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  const what = `the run itself ended with ${code}`
  return (
    summary ?? {
      seed: options.seed,
      acked: 0,
      unknown: 0,
      faults: {},
      settledIn: 0,
      violations: [{ kind: 'crash', what, about: [] }],
      story: [`✖ ${what}:`, ...words.trim().split('\n').slice(-20)],
    }
  )
}
