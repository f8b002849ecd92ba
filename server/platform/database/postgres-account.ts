// PostgreSQL refuses to run as root: which unprivileged account it gets there, and what that account can reach.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { OperatorError } from '../operator-error.ts'

const run = promisify(execFile)

export interface PostgresAccount {
  name: string
  uid: number
  gid: number
}

const OWN_ACCOUNT = 'deskbell'

async function lookUp(name: string): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    )
    return uid && gid ? { name, uid, gid } : undefined
  } catch {
    return undefined
  }
}

/** Debian's and Red Hat's tool first, then Alpine's. */
async function createAccount(): Promise<void> {
  const useradd = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    OWN_ACCOUNT,
  ]
  await run('useradd', useradd).catch(() =>
    run('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_ACCOUNT]),
  )
}

/** The account PostgreSQL runs under, or null where this process is not root and simply runs it itself. */
export async function postgresAccount(): Promise<PostgresAccount | null> {
  if (process.getuid?.() !== 0) return null
  const existing = await lookUp(OWN_ACCOUNT)
  if (existing) return existing
  // Two starts may create it at once; the look-up afterwards tells.
  await createAccount().catch(() => {})
  for (const name of [OWN_ACCOUNT, 'postgres', '_postgres', 'nobody']) {
    const account = await lookUp(name)
    if (account) return account
  }
  throw new OperatorError(
    'PostgreSQL does not run as root and no other account could be made for it: start Deskbell as an ordinary user, or set DATABASE_URL.',
  )
}

/** Tries it for real, since ACLs, mounts and security modules know more than mode bits tell. */
export async function canReach(
  account: PostgresAccount,
  kind: 'program' | 'folder',
  target: string,
): Promise<boolean> {
  const attempt = kind === 'program' ? '"$1" --version' : 'cd -- "$1"'
  const { uid, gid } = account
  return run('/bin/sh', ['-c', attempt, 'sh', target], { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  )
}
