// The AI agent's pages: its behaviour, what it leaves to people, tools, budget, and what it does. Their code comes when
// somebody goes there.

import { html } from 'lit'
import type { AssistantPart } from '../../assistant/assistant-page.ts'
import type { ConsoleKey } from '../../locales/console-texts.ts'
import type { OwnPage } from '../settings-page.ts'

const page = (
  part: AssistantPart,
  id: string,
  title: ConsoleKey,
  more: Pick<OwnPage, 'lead' | 'words' | 'count'>,
): OwnPage => ({
  kind: 'own',
  id,
  section: 'answers',
  title,
  ...more,
  texts: 'assistant',
  load: () => import('../../assistant/assistant.define.ts'),
  draw: (_desk, rest) =>
    html`<deskbell-settings-assistant about=${part} .rest=${rest}></deskbell-settings-assistant>`,
})

export const assistantPages: readonly OwnPage[] = [
  page('behaviour', 'assistant', 'settings.assistant', {
    lead: 'settings.assistant.lead',
    words: ['settings.assistant.lead', 'settings.assistant.words'],
  }),
  page('subjects', 'assistant-topics', 'settings.assistant_topics', {
    lead: 'settings.assistant_topics.lead',
    words: ['settings.assistant_topics.lead', 'settings.assistant_topics.words'],
  }),
  page('tools', 'assistant-tools', 'settings.assistant_tools', {
    lead: 'settings.assistant_tools.lead',
    words: ['settings.assistant_tools.lead'],
    count: async ({ client, lists }) => {
      const ofSite = ({ id }: { id: string }) =>
        client.rest<{ tools: unknown[] }>('GET', `/sites/${id}/tools`).then(({ tools }) => tools.length)
      return (await Promise.all((await lists.sites.load()).map(ofSite))).reduce((sum, n) => sum + n, 0)
    },
  }),
  page('limits', 'assistant-limits', 'settings.assistant_limits', {
    lead: 'settings.assistant_limits.lead',
    words: ['settings.assistant_limits.lead'],
  }),
  page('playground', 'assistant-playground', 'settings.assistant_playground', {
    lead: 'settings.assistant_playground.lead',
    words: ['settings.assistant_playground.lead'],
  }),
  page('runs', 'assistant-runs', 'settings.assistant_runs', {
    lead: 'settings.assistant_runs.lead',
    words: ['settings.assistant_runs.lead'],
  }),
  page('cases', 'assistant-cases', 'settings.assistant_cases', {
    lead: 'settings.assistant_cases.lead',
    words: ['settings.assistant_cases.lead'],
  }),
]
