// One node of a run as a process of its own: started, killed, asked to leave, and started again on the same port.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const BOOT_MS = 30_000
const KEPT_LINES = 40

export interface ChaosServerOptions {
  name: string
  port: number
  env: Record<string, string>
}

export function createChaosServer({ name, port, env }: ChaosServerOptions) {
  let child: ChildProcess | null = null
  let starting: Promise<void> | null = null
  let words: string[] = []
  let ready = false
  const unasked: string[] = []

  async function boot(): Promise<void> {
    const own = spawn(process.execPath, [path.join(import.meta.dirname, 'chaos-node.ts')], {
      env: { ...process.env, ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child = own
    words = []
    const isReady = new Promise<boolean>((resolve) => {
      for (const stream of [own.stdout!, own.stderr!])
        stream.on('data', (chunk: Buffer) => {
          words = [...words, ...String(chunk).split('\n').filter(Boolean)].slice(-KEPT_LINES)
          if (String(chunk).includes('Ctrl-C stops it')) resolve(true)
        })
      own.once('exit', (code, signal) => {
        if (child === own) {
          child = null
          // Nobody has asked it to: a fault of the database must not end the process.
          if (ready)
            unasked.push(`${name} ended by itself with ${code ?? signal}: ${words.slice(-6).join(' | ')}`)
          ready = false
        }
        resolve(false)
      })
      setTimeout(resolve, BOOT_MS, false).unref()
    })
    ready = await isReady
    if (!ready && child === own) own.kill('SIGKILL')
  }

  async function start(): Promise<void> {
    if (child) return
    starting ??= boot().finally(() => {
      starting = null
    })
    await starting
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    await starting
    const old = child
    child = null
    ready = false
    if (!old || old.exitCode !== null || old.signalCode !== null) return
    const ended = once(old, 'exit')
    old.kill(signal)
    await ended
  }

  return {
    name,
    port,
    start,
    stop,
    isUp: () => ready,
    /** What it last said, for the story of a failure. */
    lastWords: () => words.slice(-12),
    /** Ends nobody asked for. */
    unasked: unasked as readonly string[],
  }
}

export type ChaosServer = ReturnType<typeof createChaosServer>
