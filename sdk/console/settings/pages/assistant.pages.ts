// The AI agent's pages: its behaviour, what it leaves to people, tools, budget, and what it does. Their code comes when
// somebody goes there.

import { html } from 'lit'
import { ASSISTANT_HEADS, type AssistantPart } from '../../assistant/assistant-parts.ts'
import type { OwnPage } from '../settings-page.ts'

const page = (
  part: AssistantPart,
  { words = [], ...more }: Partial<Pick<OwnPage, 'words' | 'list' | 'count'>> = {},
): OwnPage => ({
  kind: 'own',
  ...ASSISTANT_HEADS[part],
  section: 'answers',
  words: [ASSISTANT_HEADS[part].lead, ...words],
  ...more,
  texts: 'assistant',
  load: () => import('../../assistant/assistant.define.ts'),
  draw: (_desk, rest) =>
    html`<deskbell-settings-assistant about=${part} .rest=${rest}></deskbell-settings-assistant>`,
})

export const assistantPages: readonly OwnPage[] = [
  page('behaviour', { words: ['settings.assistant.words'] }),
  page('subjects', { words: ['settings.assistant_topics.words'] }),
  page('tools', {
    list: 'tools',
    count: async ({ client, lists }) => {
      const ofSite = ({ id }: { id: string }) =>
        client.rest<{ tools: unknown[] }>('GET', `/sites/${id}/tools`).then(({ tools }) => tools.length)
      return (await Promise.all((await lists.sites.load()).map(ofSite))).reduce((sum, n) => sum + n, 0)
    },
  }),
  page('limits'),
  page('playground'),
  page('runs'),
  page('cases'),
]
