// `npm run articles:import -- <folder> [--workspace <name>] [--draft]`: a folder of Markdown into the help centre, also
// while the server is running. Parses its arguments, opens the database, prints; the rest is article-import.ts.

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { findWorkspace } from './command-workspace.ts'
import { createArticles } from './knowledge/article.service.ts'
import { type FileResult, type ImportReport, importFolder } from './knowledge/article-import.ts'
import { createCategoryAdmin } from './knowledge/articles/category-admin.service.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import { connectDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { OperatorError } from './platform/operator-error.ts'

const USAGE = 'Usage: npm run articles:import -- <folder> [--workspace <name>] [--draft]'

function readArguments(): { folder: string; workspace: string | undefined; publish: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { workspace: { type: 'string' }, draft: { type: 'boolean', default: false } },
    })
    if (positionals.length !== 1) throw new OperatorError(USAGE)
    // npm runs scripts in the project; a relative folder is meant from where the command was typed.
    const from = process.env.INIT_CWD ?? process.cwd()
    return {
      folder: path.resolve(from, positionals[0]!),
      workspace: values.workspace,
      publish: !values.draft,
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

function showFile(result: FileResult, done: number, total: number): void {
  const failed = result.outcome === 'failed'
  const note = failed ? null : result.note
  if (!process.stdout.isTTY && !failed && !note) return
  const line = `${String(done).padStart(String(total).length)}/${total}  ${result.outcome.padEnd(9)}  ${result.file}`
  if (failed) console.error(`${line}: ${result.reason}`)
  else if (note) console.error(`${line}: ${note}`)
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
  const { folder, workspace, publish } = readArguments()
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new OperatorError(`There is no folder ${folder}.`)
  return withDatabaseUrl(async (url) => {
    await migrate({ url })
    const db = connectDatabase({ url, pool: 2 })
    const bus = createInProcessBus({ onError: console.error })
    try {
      const articles = createArticles({ db, bus, clock: () => new Date() })
      const workspaceId = await findWorkspace(db, workspace)
      const report = await importFolder({
        articles,
        categories: createCategoryAdmin({ db, bus }),
        workspaceId,
        folder,
        publish,
        onFile: showFile,
      })
      showReport(report)
      return report.failed.length > 0 ? 1 : 0
    } finally {
      await bus.close()
      await db.close()
    }
  })
}

await runCommandLine(main)
