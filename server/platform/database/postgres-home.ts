// The folders the embedded PostgreSQL lives in: the data folder where it can, /var/lib where root's clone is closed to it.

import { createHash } from 'node:crypto'
import { access, chmod, chown, constants, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { OperatorError, reasonOf } from '../operator-error.ts'
import { canReach, type PostgresAccount, postgresAccount } from './postgres-account.ts'
import {
  copyPostgresRuntime,
  findPostgresRuntime,
  type PostgresRuntime,
  postgresBinary,
} from './postgres-runtime.ts'

export interface PostgresHome {
  runtime: PostgresRuntime
  /** Owned by the account; the cluster is inside. */
  folder: string
  account: PostgresAccount | null
}

const SYSTEM_FOLDER = '/var/lib/deskbell'

/** @throws OperatorError where the data folder cannot be written. */
export async function preparePostgresHome(
  dataDir: string,
  say: (line: string) => void,
): Promise<PostgresHome> {
  await prepareDataFolder(dataDir)
  const runtime = await findPostgresRuntime()
  const account = await accountFor(path.join(dataDir, 'postgres'))
  if (!account) return { runtime, account, folder: await ownFolder(path.join(dataDir, 'postgres'), null) }

  const runnable = await canReach(account, 'program', postgresBinary(runtime, 'postgres'))
  const enterable = await canReach(account, 'folder', dataDir)
  if (!runnable || !enterable) await openFolder(SYSTEM_FOLDER)
  const usable = runnable ? runtime : await copyPostgresRuntime(runtime, SYSTEM_FOLDER)
  if (enterable)
    return { runtime: usable, account, folder: await ownFolder(path.join(dataDir, 'postgres'), account) }

  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const elsewhere = await openFolder(path.join(SYSTEM_FOLDER, name))
  say(`PostgreSQL runs as "${account.name}", who may not enter ${dataDir}: its files are in ${elsewhere}`)
  return { runtime: usable, account, folder: await ownFolder(path.join(elsewhere, 'postgres'), account) }
}

/** Root goes on as whoever owns the files already, so that they stay that user's. */
async function accountFor(folder: string): Promise<PostgresAccount | null> {
  const account = await postgresAccount()
  const owner = account && (await stat(folder).catch(() => undefined))
  return owner?.uid ? { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid } : account
}

/** Makes the data folder if need be, and proves that it can be written. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    const created = await mkdir(dataDir, { recursive: true })
    // Made under root's strict umask it would shut PostgreSQL's account out. Folders that were there stay as they are.
    if (created && process.getuid?.() === 0) await openUpTo(created, dataDir)
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new OperatorError(`DATA_DIR: cannot write to ${dataDir} (${reasonOf(error)}).`, { cause: error })
  }
}

async function openUpTo(first: string, last: string): Promise<void> {
  for (let folder = last; folder.length >= first.length; folder = path.dirname(folder))
    await chmod(folder, 0o755)
}

/** Owned by whoever runs PostgreSQL, and closed to all others. */
async function ownFolder(folder: string, account: PostgresAccount | null): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (account) await chown(folder, account.uid, account.gid)
    else await access(folder, constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw new OperatorError(`DATA_DIR: cannot write to ${folder} (${reasonOf(error)}).`, { cause: error })
  }
}

/** Every account may pass through it, whatever the umask. */
async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o755)
    return folder
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL needs ${folder}, which cannot be made (${reasonOf(error)}): start Deskbell as an ordinary user, or set DATABASE_URL.`,
      {
        cause: error,
      },
    )
  }
}
