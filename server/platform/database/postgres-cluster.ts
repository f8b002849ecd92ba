// One PostgreSQL cluster on disk: made once by initdb, started, found again when already running, stopped.
// It knows files and processes; what runs inside is not its business.

import { execFile, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { OperatorError, reasonOf } from '../operator-error.ts'
import type { PostgresHome } from './postgres-home.ts'
import { postgresBinary } from './postgres-runtime.ts'

const run = promisify(execFile)

export const POSTGRES_USER = 'deskbell'

/** Settings by PostgreSQL's own names (its manual, chapter 19). */
export type PostgresSettings = Record<string, string>

const SETTINGS: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  // Socket paths have a length limit, data folders have not.
  unix_socket_directories: '',
  // Failing statements are the server's to report; here they would repeat what customers wrote.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

export interface RunningCluster {
  pid: number
  port: number
}

export const createCluster = ({ runtime, folder, account }: PostgresHome) => {
  const data = path.join(folder, 'cluster')
  const passwordFile = path.join(data, 'deskbell-password')
  const logFile = path.join(data, 'server.log')
  const owner = account ? { uid: account.uid, gid: account.gid } : {}
  // Without the caller's PG* variables, and in English whatever the machine speaks.
  const env = { LC_ALL: 'C', TZ: 'UTC' }

  /** Makes the cluster if there is none: beside its place, then renamed, so that half of one is never met. */
  async function initialise(): Promise<void> {
    const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
    if (version !== undefined) {
      checkVersion(version.trim())
      return
    }
    const unfinished = path.join(folder, `cluster.${randomUUID()}`)
    const password = `${unfinished}.password`
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      if (account) await chown(password, account.uid, account.gid)
      await run(postgresBinary(runtime, 'initdb'), initdbArguments(unfinished, password), {
        ...owner,
        env,
        cwd: folder,
      })
      await rename(password, path.join(unfinished, path.basename(passwordFile)))
      await rename(unfinished, data)
    } catch (error) {
      // Another start was quicker: its cluster is as good.
      if (['ENOTEMPTY', 'EEXIST'].includes((error as { code?: string }).code ?? '')) return
      const said = String((error as { stderr?: string }).stderr ?? '').trim()
      throw new OperatorError(`PostgreSQL could not be set up in ${folder}: ${said || reasonOf(error)}`, {
        cause: error,
      })
    } finally {
      await rm(password, { force: true })
      await rm(unfinished, { recursive: true, force: true })
    }
  }

  function checkVersion(version: string): void {
    const major = runtime.version.split('.')[0]
    if (version === major) return
    throw new OperatorError(
      `${data} was written by PostgreSQL ${version}, and PostgreSQL ${major} is installed: dump it with the old release and load it with the new one.`,
    )
  }

  /** The server that runs on this cluster, started by whomever. */
  async function findRunning(): Promise<RunningCluster | undefined> {
    const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    if (!pid || !isAlive(pid)) return undefined
    if (await isPostgres(pid)) return { pid, port }
    // A dead server's file stays: PostgreSQL learns from it whether orphans still write. This one is misread by it.
    await rm(path.join(data, 'postmaster.pid'), { force: true })
    return undefined
  }

  /** Starts the server on `port`. It is detached: a terminal's Ctrl-C must not reach it before its clients are done. */
  async function start(
    port: number,
    settings: PostgresSettings,
  ): Promise<{ pid: number; ended: Promise<void> }> {
    const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) })
    const log = await open(logFile, 'w', 0o600)
    try {
      const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd]
      const child = spawn(
        postgresBinary(runtime, 'postgres'),
        ['-D', data, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        { ...owner, env, cwd: folder, detached: true, windowsHide: true, stdio },
      )
      const ended = new Promise<void>((resolve) =>
        child.once('exit', () => resolve()).once('error', () => resolve()),
      )
      child.unref()
      return { pid: child.pid ?? 0, ended }
    } finally {
      await log.close()
    }
  }

  /** What the server last had to say: its FATAL line, else its last one. */
  async function lastWords(): Promise<string> {
    const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n')
    const fatal = lines.findLast((line) => line.includes('FATAL:'))
    return (fatal ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|LOG):\s*/, '')
  }

  /** Ends sessions, writes everything down and stops; whatever is not done in `seconds` is cut off. */
  async function stop(seconds: number): Promise<void> {
    const pgCtl = (...mode: string[]) =>
      run(postgresBinary(runtime, 'pg_ctl'), ['stop', '-D', data, '-w', ...mode], {
        ...owner,
        env,
        cwd: folder,
      })
    // Not detached it would get the terminal's second Ctrl-C; a lost wait is harmless, the signal is out by then.
    await pgCtl('-m', 'fast', '-t', String(seconds)).catch(async () => {
      if (await findRunning()) await pgCtl('-m', 'immediate', '-t', '2').catch(() => {})
    })
  }

  return {
    data,
    initialise,
    findRunning,
    start,
    stop,
    lastWords,
    password: () => readFile(passwordFile, 'utf8'),
  }
}

export type Cluster = ReturnType<typeof createCluster>

/** The builtin locale sorts and folds alike on every machine and survives upgrades of its C library. */
const initdbArguments = (data: string, passwordFile: string): string[] => [
  ...['-D', data, '-U', POSTGRES_USER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '-E', 'UTF8'],
  ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
]

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** After a reboot the number in a pid file may be anybody's. */
async function isPostgres(pid: number): Promise<boolean> {
  const program = await readFile(`/proc/${pid}/comm`, 'utf8')
    .catch(async () => (await run('ps', ['-p', String(pid), '-o', 'comm='])).stdout)
    // Neither to be had (Windows): believe the pid file.
    .catch(() => 'postgres')
  return path.basename(program.trim()) === 'postgres'
}

/** A port nobody listens on. Somebody may take it before we do; the caller tries another then. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
