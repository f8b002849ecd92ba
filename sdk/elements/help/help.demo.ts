// States of the help view.

import { html } from 'lit'
import type { ArticleSearchResult } from '../../protocol/help-article.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleCategories, sampleSearch } from '../demo/fake-data.ts'

const help = (query: string, answer?: () => ArticleSearchResult | Promise<ArticleSearchResult>): Demo => ({
  render: () => html`<deskbell-help query=${query}></deskbell-help>`,
  client: () => createFakeClient(answer ? { search: answer } : {}),
})

const topic = (client: NonNullable<Demo['client']>): Demo => ({
  render: () => html`<deskbell-help .category=${{ id: 'returns', name: 'Returns' }}></deskbell-help>`,
  client,
})

export const helpDemos: Demos = {
  popular: help(''),
  topics: {
    render: () => html`<deskbell-help></deskbell-help>`,
    client: () => createFakeClient({ categories: sampleCategories }),
  },
  topic: topic(() => createFakeClient({ categories: sampleCategories })),
  topicLoading: topic(() => ({
    ...createFakeClient(),
    articles: { ...createFakeClient().articles, category: () => new Promise(() => {}) },
  })),
  topicFailed: topic(() => createFakeClient({ failing: new Error('no answer') })),
  found: help('fitted parts return', () => sampleSearch),
  nothing: help('tubeless sealant vegan', () => ({ articles: [], searched: 46 })),
  loading: help('fitted', () => new Promise(() => {})),
  failed: help('fitted', () => Promise.reject(new Error('no answer'))),
  arabic: { ...help('fitted', () => sampleSearch), locale: 'ar' },
}
