// `npm run articles:export -- <folder> [--workspace <name>]`: all articles as Markdown files, which
// `npm run articles:import` takes back. Writes into a new or an empty folder only.

import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { findWorkspace } from './command-workspace.ts'
import { createArticleExport } from './knowledge/articles/article-export.ts'
import { createCategoryAdmin } from './knowledge/articles/category-admin.service.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import { connectDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { OperatorError, reasonOf } from './platform/operator-error.ts'

const USAGE = 'Usage: npm run articles:export -- <folder> [--workspace <name>]'

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

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    if ((await readdir(folder)).length === 0) return
  } catch (error) {
    throw new OperatorError(`Cannot write into ${folder}: ${reasonOf(error)}.`, { cause: error })
  }
  throw new OperatorError(`The folder ${folder} is not empty.`)
}

async function main(): Promise<number> {
  const { folder, workspace } = readArguments()
  return withDatabaseUrl(async (url) => {
    await migrate({ url })
    const db = connectDatabase({ url, pool: 2 })
    const bus = createInProcessBus({ onError: console.error })
    try {
      const workspaceId = await findWorkspace(db, workspace)
      await prepareFolder(folder)
      const { files } = createArticleExport({ db, categoryAdmin: createCategoryAdmin({ db, bus }) })
      let written = 0
      for await (const { name, text } of files(workspaceId)) {
        await writeFile(path.join(folder, name), text)
        written += 1
      }
      console.log(`written  ${written}`)
      return 0
    } finally {
      await bus.close()
      await db.close()
    }
  })
}

await runCommandLine(main)
