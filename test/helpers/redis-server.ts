// A Redis for a test: the machine's redis-server on a free port, keeping nothing, stopped and started at will.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.ts'

/** Why tests that need Redis cannot run here; false where they can. For node:test's `skip`. */
export const NO_REDIS: string | false = spawnSync('redis-server', ['--version']).error
  ? 'redis-server is not installed on this machine (apt-get install redis-server)'
  : false

interface Scope {
  after(release: () => unknown): void
}

export async function startRedis(scope: Scope) {
  const port = await freePort()
  let child: ChildProcess | null = null

  /** Resolves once it takes connections. */
  async function start(): Promise<void> {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    const started = spawn('redis-server', options, { cwd: '/tmp', stdio: ['ignore', 'pipe', 'inherit'] })
    child = started
    for await (const line of createInterface({ input: started.stdout }))
      if (line.includes('Ready to accept connections')) break
    started.stdout.resume()
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const over = once(ending, 'exit')
    ending.kill(signal)
    // A stopped process does not hear anything but this.
    ending.kill('SIGCONT')
    await over
  }

  await start()
  scope.after(() => end('SIGKILL'))
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: () => end('SIGKILL'),
    /** Keeps its connections and answers nothing. */
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  }
}
