// The server's part of the AI agent's pages: rehearsals, runs, cases, tools. By the console's own client, so that it is
// the same in a page of another origin.

import type { Rest } from '../../client/rest.ts'
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
  Rehearsal,
  Rehearse,
  SiteAssistant,
} from '../../protocol/assistant-run.ts'

export interface ListedRuns {
  site: string
  state?: string
  cursor?: string | null
}

export interface ListedCases {
  verdict?: string
  cursor?: string | null
}

export type AssistantApi = ReturnType<typeof createAssistantApi>

export function createAssistantApi(rest: Rest) {
  return {
    settings: async (site: string): Promise<SiteAssistant> =>
      (await rest<{ assistant: SiteAssistant }>('GET', `/sites/${site}/assistant`)).assistant,
    save: async (site: string, body: unknown): Promise<SiteAssistant> =>
      (await rest<{ assistant: SiteAssistant }>('PATCH', `/sites/${site}/assistant`, { body })).assistant,
    usage: (site: string) => rest<SiteUsage>('GET', `/sites/${site}/assistant/usage`),
    floor: (site: string) => rest<FloorEffect>('GET', `/sites/${site}/assistant/floor`),
    rehearse: (site: string, body: Rehearse, signal: AbortSignal) =>
      rest<Rehearsal>('POST', `/sites/${site}/assistant/rehearse`, { body, signal, patient: true }),
    runs: (query: ListedRuns) => rest<AssistantRunPage>('GET', '/assistant/runs', { query: { ...query } }),
    run: (id: string) => rest<AssistantRunDetail>('GET', `/assistant/runs/${id}`),
    draftFigures: (site: string) =>
      rest<DraftFigures>('GET', '/assistant/drafts/figures', { query: { site } }),
    cases: (query: ListedCases) =>
      rest<AssistantCasePage>('GET', '/assistant/cases', { query: { ...query } }),
    addCase: async (body: NewCase) =>
      (await rest<{ case: AssistantCase }>('POST', '/assistant/cases', { body })).case,
    changeCase: async (id: string, body: ChangeCase) =>
      (await rest<{ case: AssistantCase }>('PATCH', `/assistant/cases/${id}`, { body })).case,
    removeCase: (id: string) => rest('DELETE', `/assistant/cases/${id}`, { body: {} }),
    runCases: async () =>
      (await rest<{ run: CaseRun | null }>('POST', '/assistant/cases/run', { body: {} })).run,
    caseRun: async () => (await rest<{ run: CaseRun | null }>('GET', '/assistant/cases/run')).run,
  }
}
