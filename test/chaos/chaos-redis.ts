// The Redis of one run, where the machine has one: a process that is stopped and started, and remembers nothing.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, constants } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { eventually } from '../helpers/bounded-wait.ts'

/** Where `redis-server` is; null where it is not installed. */
export async function findRedis(): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, 'redis-server')
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return file
  }
  return null
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

export async function startChaosRedis(binary: string, port: number) {
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    child = spawn(binary, options, { stdio: 'ignore' })
    await eventually(() => answers(port), { what: 'Redis answers' })
  }

  async function stop(): Promise<void> {
    const old = child
    child = null
    if (!old || old.exitCode !== null) return
    const ended = once(old, 'exit')
    old.kill('SIGKILL')
    await ended
  }

  await start()
  return { url: `redis://127.0.0.1:${port}`, start, stop, isUp: () => child !== null, close: stop }
}

export type ChaosRedis = Awaited<ReturnType<typeof startChaosRedis>>
