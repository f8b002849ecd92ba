// The process around a node: variables in, lines out, signals to a clean stop, faults to one sentence and exit code 1.

import { DIST } from './browser-bundles.ts'
import { readEnvironment } from './environment.ts'
import { createLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import { type CreateApp, type Node, startNode } from './start.ts'
import { welcome } from './welcome.ts'

const ECHO_MS = 500

export interface ProcessOptions {
  createApp: CreateApp
  bundles?: { dist: string; build?: boolean }
}

/** Runs a node until a signal ends it. */
export async function runProcess({ createApp, bundles = { dist: DIST } }: ProcessOptions): Promise<void> {
  const started = performance.now()
  const say = (text: string) => process.stdout.write(`${text}\n`)
  // A closed terminal takes the output along, but must not take the data.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})

  const stopping = new AbortController()
  const forcing = new AbortController()
  let node: Node | undefined
  let closing: Promise<void> | undefined

  const end = (code: number) => {
    // Not up yet: there is nobody to ask for an orderly end.
    if (!node) forcing.abort()
    closing ??= Promise.resolve(node?.close()).then(() => process.exit(code))
  }
  const fail = (error: unknown) => {
    const text = error instanceof OperatorError ? error.message : (error as Error).stack
    process.stderr.write(`${text ?? String(error)}\n`)
    end(1)
  }
  let firstSignal: number | undefined
  const onSignal = () => {
    const now = performance.now()
    firstSignal ??= now
    // npm and `node --watch` pass on what the terminal has sent already; only a later one is impatience.
    if (now - firstSignal > ECHO_MS) {
      forcing.abort()
      process.exit(1)
    }
    stopping.abort()
    if (node && !closing) {
      say('\nStopping …')
      end(0)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  try {
    const config = readEnvironment()
    const log = createLog({ level: config.logLevel })
    const build = bundles.build ?? (!config.production && !process.argv.includes('--no-build'))
    node = await startNode({
      config,
      createApp,
      log,
      say,
      signal: stopping.signal,
      force: forcing.signal,
      bundles: { dist: bundles.dist, build },
    })
    say(welcome({ config, node, seconds: (performance.now() - started) / 1000 }))
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0)
    fail(error)
  }
}
