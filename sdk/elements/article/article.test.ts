// An article opens at what was cited, and a vote is counted once.

import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleArticle } from '../demo/fake-data.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './article.define.ts'
import { articleDemos } from './article.demo.ts'

const show = async (content = sampleArticle.content) => {
  const client = createFakeClient({ articles: { 'returning-fitted-parts': { ...sampleArticle, content } } })
  const demo = {
    render: () => html`<deskbell-article slug="returning-fitted-parts" .passage=${'p2'}></deskbell-article>`,
    client: () => client,
  }
  const article = await showDemo(demo)
  const root = article.shadowRoot!
  await waitUntil(() => root.querySelector('.rich'))
  const votes = () => client.calls.filter(([name]) => name === 'articles.feedback').map(([, , vote]) => vote)
  const press = async (text: string) => {
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === text)!
    button.click()
    await (article as unknown as { updateComplete: Promise<unknown> }).updateComplete
  }
  return { article, root, votes, press }
}

describe('deskbell-article', () => {
  it('shows the cited passage as cited, and brings it into sight', async () => {
    const long = Array.from({ length: 40 }, (_, n) => ({
      id: `a${n}`,
      type: 'paragraph' as const,
      children: ['A line that takes its place.'],
    }))
    const { root } = await show([...long, ...sampleArticle.content])
    const cited = root.querySelector('.cited')!
    expect(cited.id).to.equal('p2')
    await waitUntil(() => root.querySelector('.body')!.scrollTop > 0)
    const { top, bottom } = cited.getBoundingClientRect()
    const body = root.querySelector('.body')!.getBoundingClientRect()
    expect(top).to.be.at.least(body.top)
    expect(bottom).to.be.at.most(body.bottom)
  })

  it('counts a yes at once', async () => {
    const { press, votes, root } = await show()
    await press('Yes')
    expect(votes()).to.deep.equal([{ helpful: true }])
    expect(root.textContent).to.contain('Thank you, noted.')
  })

  it('counts a no once, with its comment', async () => {
    const { press, votes, root, article } = await show()
    await press('No')
    await waitUntil(() => root.activeElement === root.querySelector('#comment'))
    root.querySelector<HTMLInputElement>('#comment')!.value = ' Nothing on hubs '
    await press('Send')
    article.remove()
    expect(votes()).to.deep.equal([{ helpful: false, comment: 'Nothing on hubs' }])
  })

  it('counts a no without a comment when the reader leaves', async () => {
    const { press, votes, article } = await show()
    await press('No')
    expect(votes()).to.deep.equal([])
    article.remove()
    expect(votes()).to.deep.equal([{ helpful: false }])
  })

  it('opens a related article inside', async () => {
    const { article, press } = await show()
    const went: unknown[] = []
    article.parentElement!.addEventListener('deskbell-navigate', (event) =>
      went.push((event as NavigateEvent).params),
    )
    await press('Return labels and postage')
    expect(went).to.deep.equal([{ slug: 'return-labels' }])
  })

  it('tells a missing article from a missing answer', async () => {
    const gone = await showDemo(articleDemos.gone!)
    await waitUntil(() => gone.shadowRoot!.textContent!.includes('This article is gone.'))
    const failed = await showDemo(articleDemos.failed!)
    await waitUntil(() => failed.shadowRoot!.textContent!.includes('Help did not load.'))
  })

  checkDemos(articleDemos)
})
