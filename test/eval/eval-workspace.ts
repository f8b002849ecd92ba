// Replays the cases that owners keep in their own database, on their own articles and settings, with the configured
// model where there is one. Reads only: what the console shows of the last replay stays as it is.

import { CASES, type CaseRow } from '../../server/assistant/evaluation/case.service.ts'
import { judge, seenOf } from '../../server/assistant/evaluation/case-judge.ts'
import { createLanguageModel } from '../../server/assistant/model/model.ts'
import { createThinking } from '../../server/assistant/pipeline/think.ts'
import { createAssistantSettings } from '../../server/assistant/settings.service.ts'
import { createRetrieval } from '../../server/assistant-retrieval.ts'
import { withDatabaseUrl } from '../../server/command-line.ts'
import { createSearch } from '../../server/knowledge/search.service.ts'
import { createInProcessBus } from '../../server/platform/bus/in-process-bus.ts'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { createLog } from '../../server/platform/log.ts'

interface Line {
  id: string
  title: string
  before: string | null
  verdict: string
  faults: string[]
}

async function replayOwn(): Promise<Line[]> {
  return withDatabaseUrl(async (url, { models, publicUrl }) => {
    const db = connectDatabase({ url, pool: 2 })
    const bus = createInProcessBus({ onError: console.error })
    const search = createSearch({ db, bus })
    const clock = () => new Date()
    const log = createLog({ level: 'warn', destination: process.stderr })
    const settings = createAssistantSettings({ db, bus, log, clock })
    const model = models.length > 0 ? createLanguageModel({ providers: models, clock }) : null
    const { think } = createThinking({
      retrieval: createRetrieval({ search }),
      model,
      oftenAsked: async () => [],
    })
    try {
      const rows = await db.query<CaseRow & { site_name: string }>(
        `select k.*, s.name as site_name from (${CASES}) k join sites s on s.id = k.site_id order by k.created_at, k.id`,
      )
      const lines: Line[] = []
      for (const {
        id,
        title,
        workspace_id,
        site_id,
        site_name,
        turns,
        locale,
        expected,
        must_not,
        result,
      } of rows) {
        const outcome = await think({
          workspaceId: workspace_id,
          site: { id: site_id, name: site_name, helpHosts: [new URL(publicUrl).hostname] },
          conversationId: null,
          locale,
          pageUrl: null,
          departmentId: null,
          settings: await settings.of(workspace_id, site_id),
          contact: { id: null, verified: false },
          turns,
          since: 0,
        })
        const { verdict, faults } = judge(seenOf(outcome), expected, must_not)
        lines.push({ id, title, before: result?.verdict ?? null, verdict, faults })
      }
      return lines
    } finally {
      search.close()
      await bus.close()
      await db.close()
    }
  })
}

/** Prints each that does not pass; 1 where one passed in the console's last replay and no longer does. */
export async function showWorkspace(): Promise<number> {
  const lines = await replayOwn()
  const count = (wanted: string): number => lines.filter(({ verdict }) => verdict === wanted).length
  console.log(
    `${lines.length} cases: ${count('passed')} passed, ${count('declined')} declined, ${count('failed')} failed`,
  )
  for (const { title, verdict, faults } of lines)
    if (verdict !== 'passed') console.log(`  ${verdict}  ${title}: ${faults.join('; ')}`)
  const lost = lines.filter(({ before, verdict }) => before === 'passed' && verdict !== 'passed')
  for (const { title, verdict } of lost) console.error(`worse: ${title} passed before, ${verdict} now`)
  return lost.length > 0 ? 1 : 0
}
