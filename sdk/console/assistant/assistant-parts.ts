// The AI agent's pages: the name of each in the address, and its words.

import type { OwnPage } from '../settings/settings-page.ts'
import type { AssistantForm } from './assistant-forms.ts'

export type AssistantPart = AssistantForm | 'tools' | 'playground' | 'runs' | 'cases'

export const ASSISTANT_HEADS = {
  behaviour: { id: 'assistant', title: 'settings.assistant', lead: 'settings.assistant.lead' },
  subjects: {
    id: 'assistant-topics',
    title: 'settings.assistant_topics',
    lead: 'settings.assistant_topics.lead',
  },
  tools: { id: 'assistant-tools', title: 'settings.assistant_tools', lead: 'settings.assistant_tools.lead' },
  limits: {
    id: 'assistant-limits',
    title: 'settings.assistant_limits',
    lead: 'settings.assistant_limits.lead',
  },
  playground: {
    id: 'assistant-playground',
    title: 'settings.assistant_playground',
    lead: 'settings.assistant_playground.lead',
  },
  runs: { id: 'assistant-runs', title: 'settings.assistant_runs', lead: 'settings.assistant_runs.lead' },
  cases: { id: 'assistant-cases', title: 'settings.assistant_cases', lead: 'settings.assistant_cases.lead' },
} as const satisfies Record<AssistantPart, Pick<OwnPage, 'id' | 'title' | 'lead'>>
