// The server's part of the AI agent's page: settings, rehearsals, runs, cases, tools. Same origin, with the console's
// cookie.

import { nativeEnvironment } from '../../client/client-environment.ts'
import { createRest, type Rest } from '../../client/rest.ts'
import type { Department } from '../../protocol/agent.ts'
import type {
  AssistantCase,
  AssistantCasePage,
  CaseRun,
  ChangeCase,
  FloorEffect,
  NewCase,
  SiteUsage,
} from '../../protocol/assistant-case.ts'
import type { DraftFigures } from '../../protocol/assistant-draft.ts'
import type {
  AssistantRunDetail,
  AssistantRunPage,
  ChangeSiteAssistant,
  Rehearsal,
  Rehearse,
  SiteAssistant,
} from '../../protocol/assistant-run.ts'
import type { AdminSite } from '../../protocol/site-admin.ts'
import type { ChangeTool, NewTool, Tool, ToolTest, ToolWithSecret } from '../../protocol/tool.ts'

export interface ListedRuns {
  site: string
  state?: string
  cursor?: string | null
}

export interface ListedCases {
  verdict?: string
  cursor?: string | null
}

export interface AssistantApi {
  sites(): Promise<Pick<AdminSite, 'id' | 'name' | 'locale'>[]>
  departments(): Promise<Department[]>
  settings(site: string): Promise<SiteAssistant>
  save(site: string, change: ChangeSiteAssistant): Promise<SiteAssistant>
  usage(site: string): Promise<SiteUsage>
  floor(site: string): Promise<FloorEffect>
  rehearse(site: string, scene: Rehearse, signal: AbortSignal): Promise<Rehearsal>
  runs(query: ListedRuns): Promise<AssistantRunPage>
  run(id: string): Promise<AssistantRunDetail>
  draftFigures(site: string): Promise<DraftFigures>
  cases(query: ListedCases): Promise<AssistantCasePage>
  addCase(input: NewCase): Promise<AssistantCase>
  changeCase(id: string, change: ChangeCase): Promise<AssistantCase>
  removeCase(id: string): Promise<void>
  runCases(): Promise<CaseRun | null>
  caseRun(): Promise<CaseRun | null>
  tools(site: string): Promise<Tool[]>
  addTool(site: string, tool: Partial<NewTool>): Promise<ToolWithSecret>
  changeTool(site: string, id: string, change: ChangeTool): Promise<Tool>
  removeTool(site: string, id: string): Promise<void>
  rotateSecret(site: string, id: string): Promise<ToolWithSecret>
  testTool(site: string, id: string, input: Record<string, unknown>): Promise<ToolTest>
}

/** A model may take its time, and so may an owner's endpoint. */
const PATIENCE = 60_000

export function createAssistantApi(server: string): AssistantApi {
  const env = nativeEnvironment()
  const base = `${server}/api/v1`
  const rest: Rest = createRest({ env, base, credentials: 'same-origin' })
  const slow: Rest = createRest({
    env: { fetch: env.fetch, after: (_ms, work) => env.after(PATIENCE, work) },
    base,
    credentials: 'same-origin',
  })
  const tools = (site: string, id = '', more = ''): string =>
    `/sites/${site}/tools${id && `/${id}`}${more && `/${more}`}`
  return {
    sites: async () => (await rest<{ sites: AdminSite[] }>('GET', '/sites')).sites,
    departments: async () => (await rest<{ departments: Department[] }>('GET', '/departments')).departments,
    settings: async (site) =>
      (await rest<{ assistant: SiteAssistant }>('GET', `/sites/${site}/assistant`)).assistant,
    save: async (site, body) =>
      (await rest<{ assistant: SiteAssistant }>('PATCH', `/sites/${site}/assistant`, { body })).assistant,
    usage: (site) => rest('GET', `/sites/${site}/assistant/usage`),
    floor: (site) => rest('GET', `/sites/${site}/assistant/floor`),
    rehearse: (site, body, signal) => slow('POST', `/sites/${site}/assistant/rehearse`, { body, signal }),
    runs: (query) => rest('GET', '/assistant/runs', { query: { ...query } }),
    run: (id) => rest('GET', `/assistant/runs/${id}`),
    draftFigures: (site) => rest('GET', '/assistant/drafts/figures', { query: { site } }),
    cases: (query) => rest('GET', '/assistant/cases', { query: { ...query } }),
    addCase: async (body) => (await rest<{ case: AssistantCase }>('POST', '/assistant/cases', { body })).case,
    changeCase: async (id, body) =>
      (await rest<{ case: AssistantCase }>('PATCH', `/assistant/cases/${id}`, { body })).case,
    removeCase: (id) => rest('DELETE', `/assistant/cases/${id}`, { body: {} }),
    runCases: async () =>
      (await rest<{ run: CaseRun | null }>('POST', '/assistant/cases/run', { body: {} })).run,
    caseRun: async () => (await rest<{ run: CaseRun | null }>('GET', '/assistant/cases/run')).run,
    tools: async (site) => (await rest<{ tools: Tool[] }>('GET', tools(site))).tools,
    addTool: (site, body) => rest('POST', tools(site), { body }),
    changeTool: async (site, id, body) =>
      (await rest<{ tool: Tool }>('PATCH', tools(site, id), { body })).tool,
    removeTool: (site, id) => rest('DELETE', tools(site, id), { body: {} }),
    rotateSecret: (site, id) => rest('POST', tools(site, id, 'secret'), { body: {} }),
    testTool: (site, id, input) => slow('POST', tools(site, id, 'test'), { body: { input } }),
  }
}
