// The AI agent, put together: its model, its settings, what it thinks with, drafts, copilot, cases, the job.

import type { Actor } from '../sdk/protocol/actor.ts'
import type { Audit } from './accounts/audit.service.ts'
import type { Departments } from './accounts/department.service.ts'
import { createAllowance } from './assistant/allowance.ts'
import type { AssistantDeps } from './assistant/assistant.service.ts'
import { createAssistant } from './assistant/assistant.service.ts'
import { reviewWords } from './assistant/assistant-words.ts'
import { createCopilot } from './assistant/copilot/copilot.service.ts'
import { createCopilotModel } from './assistant/copilot/copilot-model.ts'
import { createDrafts } from './assistant/drafts/draft.service.ts'
import { createDraftLearning } from './assistant/drafts/draft-learning.ts'
import { createDraftList } from './assistant/drafts/draft-list.ts'
import { registerDraftRewriting } from './assistant/drafts/draft-rewriting.ts'
import { createCases } from './assistant/evaluation/case.service.ts'
import { createCaseRuns } from './assistant/evaluation/case-run.service.ts'
import { createCorrections } from './assistant/evaluation/correction.service.ts'
import { createFloors } from './assistant/evaluation/floor.service.ts'
import { createHandoffNotes } from './assistant/handoff-note.ts'
import { createLanguageModel } from './assistant/model/model.ts'
import { createThinking } from './assistant/pipeline/think.ts'
import { createRehearsal } from './assistant/rehearse.ts'
import { createRuns } from './assistant/run.service.ts'
import { createRunLog } from './assistant/run-log.service.ts'
import { createAssistantSettings } from './assistant/settings.service.ts'
import { createRetrieval } from './assistant-retrieval.ts'
import type { Config } from './config.ts'
import type { ConversationLog } from './conversations/conversation-log.ts'
import type { ConversationViews } from './conversations/conversation-view.ts'
import type { Handoff } from './conversations/handoff.service.ts'
import type { Messages } from './conversations/message.service.ts'
import { createCopilotKnowledge } from './copilot-knowledge.ts'
import type { KnowledgeRooms } from './knowledge-rooms.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import { Problem } from './platform/problem.ts'
import type { Sites } from './sites/site.service.ts'

export interface AssistantRoomsDeps {
  config: Config
  db: Database
  bus: Bus
  log: Log
  jobs: Jobs
  clock: () => Date
  audit: Audit
  sites: Sites
  departmentsOf: Departments['list']
  conversationLog: ConversationLog
  views: ConversationViews
  messages: Messages
  handoff: Handoff
  isStaffed: (workspaceId: string) => boolean
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  knowledge: Pick<KnowledgeRooms, 'articles' | 'articleAdmin' | 'search' | 'memory'>
  toolsFor: AssistantDeps['toolsFor']
}

/** Registers the jobs, too: call before they start. */
export function createAssistantRooms({
  config,
  db,
  bus,
  log,
  jobs,
  clock,
  audit,
  sites,
  departmentsOf,
  conversationLog,
  views,
  messages,
  handoff,
  isStaffed,
  assistantOf,
  knowledge,
  toolsFor,
}: AssistantRoomsDeps) {
  const { articles, articleAdmin, search, memory } = knowledge
  const model =
    config.models.length > 0
      ? createLanguageModel({
          providers: config.models,
          clock,
          onFailure: (provider, { kind, message }) =>
            log.warn({ provider, kind, reason: message }, 'assistant: a model failed'),
        })
      : null
  const drafts = createDrafts({
    db,
    log: conversationLog,
    jobs,
    clock,
    handoff,
    assistantOf,
    hasModel: model !== null,
    words: ({ locale, workspace_id, reference }) =>
      reviewWords(locale, { staffed: isStaffed(workspace_id), reference }),
    learn: createDraftLearning({ db, log, memory }),
  })
  const allowance = createAllowance({ db })
  const runs = createRuns({ db, prices: config.modelPrices })
  const runLog = createRunLog({ db, jobs, clock })
  const assistantSettings = createAssistantSettings({ db, bus, log, clock })
  const thinking = createThinking({
    retrieval: createRetrieval({ search }),
    model,
    allowance,
    oftenAsked: async ({ workspaceId, siteId }, locale, limit) =>
      (await articles.popular(workspaceId, locale, { siteId, limit })).map(({ title }) => title),
  })
  const siteFacts = async (siteId: string) => {
    const site = await sites.get(siteId)
    if (!site) throw new Problem('site-not-found')
    return { workspaceId: site.workspaceId, name: site.name, helpHosts: [new URL(config.publicUrl).hostname] }
  }
  const rehearse = createRehearsal({ thinking, settingsOf: assistantSettings.of, siteFacts })
  const cases = createCases({ db, clock })
  const corrections = createCorrections({
    db,
    bus,
    log,
    conversationLog,
    cases,
    articles: articleAdmin,
    memory,
    settingsOf: assistantSettings.of,
    clock,
  })
  const copilotKnowledge = createCopilotKnowledge({
    search,
    articleAdmin,
    audit,
    sites,
    publicUrl: config.publicUrl,
  })
  const copilot = createCopilot({
    model: createCopilotModel({ model, allowance, runs }),
    retrieval: createRetrieval({ search }),
    rehearse,
    runs,
    views,
    conversationLog,
    settingsOf: assistantSettings.of,
    departmentsOf,
    ...copilotKnowledge,
    clock,
  })
  registerDraftRewriting({
    db,
    jobs,
    log,
    conversationLog,
    drafts,
    assistantOf,
    rehearse: (row, turns, instruction) =>
      rehearse({
        workspaceId: row.workspace_id,
        siteId: row.site_id,
        turns,
        locale: row.locale,
        pageUrl: row.page?.url ?? null,
        departmentId: row.department_id,
        instruction,
      }),
  })
  const assistant = createAssistant({
    db,
    bus,
    log,
    jobs,
    conversationLog,
    messages,
    handoff,
    thinking,
    runs,
    allowance,
    drafts,
    toolsFor,
    assistantOf,
    siteFacts,
    settingsOf: assistantSettings.of,
  })

  createHandoffNotes({ jobs, conversationLog, assistantOf, summaryOf: copilot.summaryOf })

  return {
    assistant,
    assistantSettings,
    allowance,
    runs,
    runLog,
    thinking,
    rehearse,
    drafts,
    draftList: createDraftList({ db }),
    copilot,
    cases,
    caseRuns: createCaseRuns({ db, jobs, rehearse, clock }),
    corrections,
    floors: createFloors({ db, settingsOf: assistantSettings.of }),
    close(): void {
      assistant.close()
      corrections.close()
    },
  }
}
