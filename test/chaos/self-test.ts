// The checker's own test: servers broken on purpose, each in one way, and each must be seen and called by its name.

import type { BreakageName } from './broken-database.ts'
import type { ViolationKind } from './history-checker.ts'
import type { FaultName } from './nemesis-faults.ts'
import { runSeedChild } from './seed-child.ts'

/** How the checker must call it, and the fault that brings it to light. */
const EXPECTED: Record<BreakageName, { caughtAs: ViolationKind; only: FaultName[] }> = {
  'ack-before-commit': { caughtAs: 'acked-lost', only: ['latency'] },
  'drop-from-reads': { caughtAs: 'view-lost', only: ['reload'] },
  'forget-cids': { caughtAs: 'doubled', only: ['resend'] },
  'publish-notes': { caughtAs: 'leak', only: ['latency'] },
}

const SECONDS = 4
/** What a broken server never comes to is not waited for as long as a sound one. */
const PATIENCE = 5000

/** At a time: each mostly waits. */
const JOBS = 2

/** Whether everything was caught; says each. */
export async function runSelfTest(): Promise<boolean> {
  const left = Object.keys(EXPECTED) as BreakageName[]
  let isGood = true
  async function work(): Promise<void> {
    for (let name = left.shift(); name; name = left.shift()) if (!(await isCaught(name))) isGood = false
  }
  await Promise.all(Array.from({ length: JOBS }, work))
  return isGood
}

async function isCaught(name: BreakageName): Promise<boolean> {
  const { caughtAs, only } = EXPECTED[name]
  const base = {
    seed: `self-test-${name}`,
    seconds: SECONDS,
    nodes: 1,
    redis: null,
    browser: false,
    only,
    keep: null,
  }
  const began = performance.now()
  const { violations, acked } = await runSeedChild({ ...base, breakage: name, patience: PATIENCE })
  const found = violations.filter(({ kind }) => kind === caughtAs)
  const others = new Set(violations.map(({ kind }) => kind).filter((kind) => kind !== caughtAs))
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const also = others.size ? `, also ${[...others].join(' ')}` : ''
  console.log(
    found.length > 0
      ? `✔ ${name}: caught as ${caughtAs} ${found.length} times${also} (${acked} acked, ${seconds} s)`
      : `✖ ${name}: not caught as ${caughtAs}${also} (${acked} acked, ${seconds} s)`,
  )
  return found.length > 0 && acked > 0
}
