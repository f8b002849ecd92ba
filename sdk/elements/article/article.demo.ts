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
const articles = { 'returning-fitted-parts': sampleArticle }

export const articleDemos: Demos = {
  whole: article(null, { articles }),
  cited: article('p2', { articles }),
  gone: article(null, { failing: new ApiError('article-not-found', 'No such article') }),
  failed: article(null, { failing: new ApiError('network', 'No answer') }),
  arabic: { ...article('p2', { articles }), locale: 'ar' },
}
