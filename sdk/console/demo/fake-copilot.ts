// A copilot without a server, for demo states and tests: says the same whatever it is asked, and records calls.

import type { CopilotClient } from '../../client/copilot-client.ts'
import type { CopilotAnswer } from '../../protocol/copilot.ts'
import { at, idOf } from './fake-desk.ts'

const BODY =
  'Pads that were fitted once can come back within 60 days, if they are clean. [1] She wants a person to look. [2]'

const answer: CopilotAnswer = {
  body: BODY,
  content: [
    {
      type: 'paragraph',
      children: [
        'Pads that were fitted once can come back within 60 days, if they are clean.',
        { type: 'citation', index: 1 },
        ' She wants a person to look.',
        { type: 'citation', index: 2 },
      ],
    },
  ],
  sources: [
    {
      kind: 'article',
      slug: 'returns',
      title: 'Returning parts you have fitted',
      passage: 'p2',
      quote: 'Fitted parts can come back if they are clean and not worn through.',
    },
    {
      kind: 'message',
      event_id: idOf(903),
      by: 'Nora',
      at: at(14, 1),
      quote: 'The rotor came bent too. Can a person look?',
    },
  ],
  answer: 'model',
}

export interface FakeCopilotOptions {
  /** Records the call; throws where the test wants it to fail. */
  call: (name: string, ...args: unknown[]) => Promise<void>
  model: boolean
}

export function createFakeCopilot({ call, model }: FakeCopilotOptions): CopilotClient {
  return {
    abilities: async () => ({ model }),
    async ask(input, onText) {
      await call('ask', input.question)
      onText('Pads that were fitted once')
      return answer
    },
    async suggest(instruction = '') {
      await call('suggest', instruction)
      const [article] = answer.sources
      const citation = { ...(article as Extract<typeof article, { kind: 'article' }>) }
      return {
        body: 'Fitted pads can come back within 60 days, if they are clean. [1]',
        content: [
          {
            type: 'paragraph',
            children: [
              'Fitted pads can come back within 60 days, if they are clean.',
              { type: 'citation', index: 1 },
            ],
          },
        ],
        citations: [citation],
        answer: 'model',
        confidence: 0.86,
        reason: null,
      }
    },
    async summary() {
      await call('summary')
      return {
        points: ['Pads fitted once, squeal.', 'The rotor of the same order arrived bent; photo attached.'],
        answer: 'model',
      }
    },
    async rewrite(text, tone) {
      await call('rewrite', text, tone)
      return { text: `${text} (${tone})`, language: null }
    },
    async translate(text, to) {
      await call('translate', text, to)
      return { text: 'Ihre alten Schrauben sind gut.', language: to ?? 'de' }
    },
    async triage() {
      await call('triage')
      return {
        department: { id: idOf(11), name: 'Orders', reason: 'It is about an order that arrived broken.' },
        priority: { level: 'high', reason: 'Has waited for an hour.' },
        topic: { key: 'returns', name: 'Returns', reason: 'Reads like its examples.' },
        answer: 'rules',
      }
    },
    async articles(query) {
      await call('articles', query)
      return {
        articles: query.startsWith('zz')
          ? []
          : [
              {
                id: idOf(40),
                slug: 'returns',
                title: 'Returning parts you have fitted',
                snippet: 'You have 60 days, counted from delivery.',
                passage: 'p1',
                url: 'https://fjordline.example/help/articles/returns',
              },
            ],
      }
    },
    async makeArticle() {
      await call('makeArticle')
      return { article: { id: idOf(41), slug: 'bent-rotor', title: 'A rotor that arrived bent' } }
    },
    async correct(correction) {
      await call('correct', correction)
      const article = { id: idOf(42), slug: 'returns', title: 'Returning parts you have fitted', version: 3 }
      return { article } as Awaited<ReturnType<CopilotClient['correct']>>
    },
  }
}
