// A server under measurement, in a process of its own: started, asked what it uses, stopped or killed.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Collection, Usage } from './serve-measured.ts'

export interface MeasuredServer {
  port: number
  /** What it says of itself: site, workspace. */
  facts: Record<string, string>
  /** After garbage collection, if asked for. */
  usage(collection?: Collection): Promise<Usage>
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Servers that still run, for whoever must end in a hurry. */
const running = new Set<ChildProcess>()

export const killServers = (): void => {
  for (const child of running) child.kill('SIGKILL')
}

/** `PROF=folder` in the environment writes a CPU profile of each server there. */
export async function startServer(
  file: string,
  databaseUrl: string,
  { port = 0, env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<MeasuredServer> {
  const profile = process.env.PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROF}`] : []
  const child = spawn(
    process.execPath,
    [...profile, '--expose-gc', '--no-warnings', path.join(import.meta.dirname, file)],
    {
      env: { ...process.env, ...env, DATABASE_URL: databaseUrl, PORT: port ? String(port) : '' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  running.add(child)
  child.once('exit', () => running.delete(child))
  const failed = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${file} ended with ${code ?? signal}`)
  })
  failed.catch(() => {})
  const answer = async <T>(): Promise<T> => (await Promise.race([once(child, 'message'), failed]))[0] as T
  const told = await answer<{ port: number; facts: Record<string, string> }>()

  return {
    ...told,
    usage(collection = 'none') {
      const answered = answer<Usage>()
      child.send(collection)
      return answered
    },
    async stop(signal = 'SIGTERM') {
      if (!running.has(child)) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}
