// `npm run articles:import -- <folder> [--workspace <name>]`: a folder of Markdown into the help centre, also
// while the server is running. Parses its arguments, opens the database, prints; the rest is article-import.ts.

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { createArticles } from './knowledge/article.service.ts'
import { type FileResult, type ImportReport, importFolder } from './knowledge/article-import.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import { connectDatabase, type Database } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { OperatorError } from './platform/operator-error.ts'

const USAGE = 'Usage: npm run articles:import -- <folder> [--workspace <name>]'

function readArguments(): { folder: string; workspace: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { workspace: { type: 'string' } },
    })
    if (positionals.length !== 1) throw new OperatorError(USAGE)
    // npm runs scripts in the project; a relative folder is meant from where the command was typed.
    const from = process.env.INIT_CWD ?? process.cwd()
    return { folder: path.resolve(from, positionals[0]!), workspace: values.workspace }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

async function findWorkspace(db: Database, name: string | undefined): Promise<string> {
  const all = await db.query<{ id: string; name: string }>(
    'select id, name from workspaces order by created_at',
  )
  const names = all.map((workspace) => `"${workspace.name}"`).join(', ')
  if (all.length === 0)
    throw new OperatorError('There is no workspace yet: start Deskbell once, then import the articles.')
  if (name === undefined && all.length > 1)
    throw new OperatorError(`There are several workspaces: choose one of ${names} with --workspace.`)
  const found = name === undefined ? all[0] : all.find((workspace) => workspace.name === name)
  if (!found) throw new OperatorError(`There is no workspace "${name}", only ${names}.`)
  return found.id
}

function showFile(result: FileResult, done: number, total: number): void {
  const failed = result.outcome === 'failed'
  if (!process.stdout.isTTY && !failed) return
  const line = `${String(done).padStart(String(total).length)}/${total}  ${result.outcome.padEnd(9)}  ${result.file}`
  if (failed) console.error(`${line}: ${result.reason}`)
  else console.log(line)
}

function showReport({ created, updated, unchanged, failed }: ImportReport): void {
  const counts = { created, updated, unchanged, failed: failed.length }
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${name.padEnd(9)}  ${String(count).padStart(5)}`)
      .join('\n'),
  )
}

async function main(): Promise<number> {
  const { folder, workspace } = readArguments()
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new OperatorError(`There is no folder ${folder}.`)
  return withDatabaseUrl(async (url) => {
    await migrate({ url })
    const db = connectDatabase({ url, pool: 2 })
    const bus = createInProcessBus({ onError: console.error })
    try {
      const articles = createArticles({ db, bus, clock: () => new Date() })
      const workspaceId = await findWorkspace(db, workspace)
      const report = await importFolder({ articles, workspaceId, folder, onFile: showFile })
      showReport(report)
      return report.failed.length > 0 ? 1 : 0
    } finally {
      await bus.close()
      await db.close()
    }
  })
}

await runCommandLine(main)
