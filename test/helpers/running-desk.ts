// Deskbell started as its user starts it: the real process, with the embedded PostgreSQL, the shop on its own origin,
// and a data folder of its own that is gone afterwards.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { memoryFolder } from './memory-folder.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface RunningDesk {
  /** Origin of the server. */
  server: string
  /** Origin of the demo shop. */
  shop: string
  /** One-time link into the console, new at each start. */
  loginLink: () => string
  /** The newest link into the console that was printed, as a letter is where no mail goes out. */
  lastLink: () => string
  /** Ends the process with a signal and waits for it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Starts it again on the same ports and data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function runDesk(env: Record<string, string> = {}): Promise<RunningDesk> {
  const data = await memoryFolder('e2e')
  const [port, demoPort] = [await freePort(), await freePort()]
  let child: ChildProcess | undefined
  let output = ''

  async function start(): Promise<void> {
    output = ''
    child = spawn(process.execPath, ['start.js'], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: '',
        DATABASE_URL: '',
        DATA_DIR: data.path,
        PORT: String(port),
        DEMO_PORT: String(demoPort),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ready = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        output += chunk
        if (output.includes('Ctrl-C stops it')) resolve()
      }
      child!.stdout!.on('data', hear)
      child!.stderr!.on('data', hear)
      child!.once('exit', (code) => reject(new Error(`Deskbell ended with ${code}:\n${output}`)))
    })
    await ready
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }

  await start()
  return {
    server: `http://localhost:${port}`,
    shop: `http://localhost:${demoPort}`,
    lastLink: () => [...output.matchAll(/http:[^\s"\\]+\/console#login=[\w-]+/g)].at(-1)![0],
    loginLink: () => /http:\S+\/console#login=\S+/.exec(output)![0],
    stop,
    restart: start,
    async close() {
      await stop()
      await data.remove()
    },
  }
}
