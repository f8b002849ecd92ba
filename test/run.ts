// `npm test`: every suite one after another, short output for what failed, and one line that adds all up.
// A suite that ran no test has failed.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRunPostgres, type TestPostgres } from './helpers/test-postgres.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const bin = (name: string): string => path.join(ROOT, 'node_modules/.bin', name)

interface Counts {
  passed: number
  failed: number
  /** For something this machine lacks; each is named in the output. */
  skipped: number
}

/** No suite takes half of it; one that hangs must not take the whole run's time with it. */
const LIMIT = 8 * 60_000
const GRACE = 5000
const running = new Set<ChildProcess>()

async function run(
  command: string,
  args: string[],
  echo: boolean,
): Promise<{ code: number; output: string }> {
  // The project's own Node first, as in an npm script, whoever started this.
  const env = {
    ...process.env,
    PATH: `${bin('')}${path.delimiter}${process.env.PATH}`,
    // Some three hundred processes read the same sources: half of their start is saved.
    NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/compiled'),
  }
  // A group of its own: what it started ends with it.
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  running.add(child)
  const late = setTimeout(() => {
    console.log(
      `✖ had not ended after ${LIMIT / 60_000} minutes: ${path.basename(command)} ${args.at(-1) ?? ''}`,
    )
    void endGroup(child)
  }, LIMIT)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
      if (echo) process.stdout.write(chunk)
    })
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(late)
  running.delete(child)
  return { code: code ?? 1, output }
}

/** Asked first, as node:test then names the tests that were under way; then by force. */
async function endGroup(child: ChildProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!running.has(child)) return
    try {
      process.kill(-child.pid!, signal)
    } catch {
      // It has just ended.
    }
    await sleep(GRACE)
  }
}

/** A tool that passes or fails as a whole; its output is shown only when it fails. */
async function check(command: string, args: string[]): Promise<Counts> {
  const { code, output } = await run(command, args, false)
  if (code !== 0) process.stdout.write(output.split('\n').slice(0, 60).join('\n'))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** A suite that ends with a line `… N passed, N failed`, and `, N skipped` where that is so. */
async function suite(command: string, args: string[]): Promise<Counts> {
  const { code, output } = await run(command, args, true)
  const line = [...output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)].at(-1)
  const count = (group: number): number => Number(line?.[group] ?? 0)
  const counts = { passed: count(1), failed: count(2), skipped: count(3) }
  if (counts.passed + counts.failed === 0) {
    console.log(`    ran no test: ${path.basename(command)} ${args.at(-1) ?? ''}`)
    return { ...counts, failed: 1 }
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const OPTIONS = ['--test', '--test-timeout=120000', '--test-reporter=./test/short-reporter.ts']

async function matching(patterns: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(patterns, { cwd: ROOT })) files.push(file)
  return files.sort()
}

/** A process for each file: for those that start what only one of them may have. */
async function nodeTests(concurrency: number, patterns: string[]): Promise<Counts> {
  return suite(bin('node'), [...OPTIONS, `--test-concurrency=${concurrency}`, ...(await matching(patterns))])
}

/** More processes than cores, as each waits for the database half of its time. */
const SHARES = 4

/** What a failed test leaves running must not keep the others' results waiting. */
const SHARED = ['--test-isolation=none', '--test-force-exit']

/** A few processes for all of them: most of a small file's time is its process's start. */
async function sharedTests(patterns: string[]): Promise<Counts> {
  const counts = await Promise.all(
    (await dealt(patterns)).map((files) => suite(bin('node'), [...OPTIONS, ...SHARED, ...files])),
  )
  return counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }))
}

/** Long files take long: each, the longest first, goes to who has the least so far. */
async function dealt(patterns: string[]): Promise<string[][]> {
  const sized = await Promise.all(
    (await matching(patterns)).map(async (file) => ({
      file,
      size: (await stat(path.join(ROOT, file))).size,
    })),
  )
  const shares = Array.from({ length: SHARES }, () => ({ files: [] as string[], size: 0 }))
  for (const { file, size } of sized.sort((a, b) => b.size - a.size)) {
    const least = shares.reduce((a, b) => (b.size < a.size ? b : a))
    least.files.push(file)
    least.size += size
  }
  return shares.map(({ files }) => files)
}

let postgres: TestPostgres | undefined

/** With one PostgreSQL for the whole run: files that each start and stop a shared one get in each other's way. */
async function openDatabase(): Promise<void> {
  postgres ??= await startRunPostgres()
  process.env.TEST_DATABASE_URL = postgres.url
}

const SUITES: Record<string, () => Promise<Counts>> = {
  types: () => check(bin('tsc'), ['-p', '.']),
  lint: () => check(bin('biome'), ['ci', '--colors=off', '.']),
  architecture: () => nodeTests(1, ['test/*.test.ts']),
  server: async () => {
    await openDatabase()
    return sharedTests([
      'server/**/*.test.ts',
      'sdk/{client,protocol,locales}/**/*.test.ts',
      'test/{helpers,chaos,eval}/*.test.ts',
    ])
  },
  contract: async () => {
    await openDatabase()
    return sharedTests(['test/contract/*.test.ts'])
  },
  elements: () => suite(bin('wtr'), []),
  e2e: async () => {
    await openDatabase()
    // Here, once: two desks that start beside each other would both build, one emptying the folder the other serves.
    const built = await check(bin('node'), ['build.ts', '--if-stale'])
    if (built.failed > 0) return built
    return nodeTests(2, ['test/e2e/*.test.ts'])
  },
}

// Broken off, it leaves no server and no folder behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void Promise.all([...running].map(endGroup))
      .then(() => postgres?.close())
      .finally(() => process.exit(1))
  })

const wanted = process.argv.slice(2)
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const [name, start] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = performance.now()
  const { passed, failed, skipped } = await start()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${passed} of ${passed + failed} in ${seconds} s`)
}
await postgres?.close()
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
