// States of the article view.

import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { demoClockOffset, sampleArticle } from '../demo/fake-data.ts'

const clockOffset = demoClockOffset()
const article = (passage: string | null, options: FakeClientOptions): Demo => ({
  render: () => html`<deskbell-article slug="returning-fitted-parts" .passage=${passage}></deskbell-article>`,
  client: () => createFakeClient({ clockOffset, ...options }),
})
const longArticle = {
  ...sampleArticle,
  reading_minutes: 4,
  content: ['What you need', 'Take it off', 'Clean it', 'Pack it'].flatMap((text, n) => [
    { id: `h${n}`, type: 'heading' as const, depth: 2 as const, children: [text] },
    { id: `t${n}`, type: 'paragraph' as const, children: ['Take your time, and keep the bolts. '.repeat(6)] },
    {
      id: `c${n}`,
      type: 'code' as const,
      value: 'torque = 6 Nm  # crosswise, in two turns, never all at once',
    },
  ]),
}
const articles = { 'returning-fitted-parts': sampleArticle }

export const articleDemos: Demos = {
  whole: article(null, { articles }),
  cited: article('p2', { articles }),
  long: article(null, { articles: { 'returning-fitted-parts': longArticle } }),
  gone: article(null, { failing: new ApiError('article-not-found', 'No such article') }),
  failed: article(null, { failing: new ApiError('network', 'No answer') }),
  arabic: { ...article('p2', { articles }), locale: 'ar' },
}
