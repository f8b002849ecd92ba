// Search finds, says when it does not, and never shows an old answer over a new one.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { ArticleSearchResult } from '../../protocol/help-article.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleCategories, sampleSearch } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './help.define.ts'
import { helpDemos } from './help.demo.ts'
import type { DeskbellHelp } from './help.ts'

const parts = (help: DeskbellHelp) => {
  const root = help.shadowRoot!
  const went: [unknown, unknown][] = []
  help.parentElement!.addEventListener('deskbell-navigate', (event) => {
    const { view, params } = event as NavigateEvent
    went.push([view, params])
  })
  return {
    help,
    root,
    went,
    text: () => root.textContent!.replace(/\s+/g, ' '),
    input: root.querySelector('input')!,
    hits: () => [...root.querySelectorAll<HTMLElement>('.hit')],
  }
}
/** A demo whose answer has arrived. */
const show = async (name: string, shown: string) => {
  const help = (await showDemo(helpDemos[name]!)) as DeskbellHelp
  await waitUntil(() => help.shadowRoot!.textContent!.replace(/\s+/g, ' ').includes(shown))
  return parts(help)
}

describe('deskbell-help', () => {
  it('shows hits with their matches marked, and how many there are', async () => {
    const { hits, root, text } = await show('found', '4 articles')
    expect(hits()).to.have.length(4)
    expect([...hits()[0]!.querySelectorAll('.hit-title mark')].map((mark) => mark.textContent)).to.deep.equal(
      ['Returning', 'parts', 'fitted'],
    )
    expect(root.querySelector('[role=status]')!.textContent).to.equal('4 articles')
    expect(text()).to.contain('“fitted parts return”')
  })

  it('opens a hit at the passage that matched, and hands the words to the assistant', async () => {
    const { hits, root, went } = await show('found', '4 articles')
    hits()[0]!.click()
    root.querySelector<HTMLElement>('.foot button')!.click()
    expect(went).to.deep.equal([
      ['article', { slug: 'returning-fitted-parts', passage: 'p2', query: 'fitted parts return' }],
      ['chat', { conversationId: null, prefill: 'fitted parts return' }],
    ])
  })

  it('says how much it looked through when nothing is found, and offers both ways on', async () => {
    const { root, went } = await show('nothing', 'We looked through all 46 articles')
    for (const row of root.querySelectorAll<HTMLElement>('.row')) row.click()
    expect(went).to.deep.equal([
      ['chat', { conversationId: null, prefill: 'tubeless sealant vegan' }],
      ['chat', { conversationId: null, want: 'person' }],
    ])
  })

  it('lets both ways on begin at one edge, beside a mark and beside an icon', async () => {
    const { root } = await show('nothing', 'We looked through all 46 articles')
    const edges = [...root.querySelectorAll('.ask .row-title')].map(
      (title) => title.getBoundingClientRect().x,
    )
    expect(edges).to.have.length(2)
    expect(edges[0]).to.equal(edges[1])
  })

  it('tries again after a failure', async () => {
    let works = false
    const client = createFakeClient({
      search: () => (works ? sampleSearch : Promise.reject(new Error('no answer'))),
    })
    const demo = { render: () => html`<deskbell-help query="fitted"></deskbell-help>`, client: () => client }
    const help = (await showDemo(demo)) as DeskbellHelp
    await waitUntil(() => help.shadowRoot!.querySelector('[role=alert]'))
    works = true
    help.shadowRoot!.querySelector<HTMLElement>('.button.solid')!.click()
    await waitUntil(() => help.shadowRoot!.querySelector('.hit'))
  })

  it('never shows the answer to older words over that to newer ones', async () => {
    const answers = new Map<string, (result: ArticleSearchResult) => void>()
    const client = createFakeClient({ search: (q) => new Promise((done) => void answers.set(q, done)) })
    const demo = {
      render: () => html`<deskbell-help query="old words"></deskbell-help>`,
      client: () => client,
    }
    const { help, input, hits } = parts((await showDemo(demo)) as DeskbellHelp)
    await waitUntil(() => answers.has('old words'))
    input.value = 'new words'
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    await waitUntil(() => answers.has('new words'))
    answers.get('new words')!({ ...sampleSearch, articles: sampleSearch.articles.slice(0, 1) })
    await waitUntil(() => hits().length === 1)
    answers.get('old words')!(sampleSearch)
    await settled(help.parentElement!)
    expect(hits()).to.have.length(1)
  })

  it('walks from the field through the hits and back with the arrow keys', async () => {
    const { root, input, hits } = await show('found', '4 articles')
    const press = (key: string) =>
      root.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
    input.focus()
    press('ArrowDown')
    expect(root.activeElement).to.equal(hits()[0])
    press('ArrowDown')
    expect(root.activeElement).to.equal(hits()[1])
    press('ArrowUp')
    press('ArrowUp')
    expect(root.activeElement).to.equal(input)
  })

  it('offers what is often asked before anything is typed', async () => {
    const { root, went } = await show('popular', 'Where is my parcel?')
    root.querySelector<HTMLElement>('[data-hit]')!.click()
    expect(went).to.deep.equal([['article', { slug: 'where-is-my-parcel', passage: null }]])
  })

  it('lists the topics with how much there is, and opens one', async () => {
    const { root, went, text } = await show('topics', 'By topic')
    expect(text()).to.contain('6 articles')
    expect(text()).to.contain('Other articles')
    const row = [...root.querySelectorAll<HTMLElement>('[data-hit]')].find((one) =>
      one.textContent!.includes('Return labels and postage'),
    )!
    row.click()
    expect(went).to.deep.equal([['help', { category: { id: 'returns', name: 'Returns' } }]])
  })

  it('shows all articles of a topic, with the focus where one reads', async () => {
    const { help, root, went } = await show('topic', 'Return labels and postage')
    help.focus()
    expect(root.activeElement).to.equal(root.querySelector('.body'))
    root.querySelectorAll<HTMLElement>('[data-hit]')[1]!.click()
    expect(went).to.deep.equal([['article', { slug: 'return-labels', passage: null }]])
  })

  it('says when a topic did not load, and tries again', async () => {
    let works = false
    const fake = createFakeClient({ categories: sampleCategories })
    const category = async (id: string) => {
      if (!works) throw new Error('no answer')
      return fake.articles.category(id)
    }
    const client = () => ({ ...fake, articles: { ...fake.articles, category } })
    const { help, text } = parts((await showDemo({ ...helpDemos.topic!, client })) as DeskbellHelp)
    await waitUntil(() => text().includes('Help did not load.'))
    works = true
    help.shadowRoot!.querySelector<HTMLElement>('.button.solid')!.click()
    await waitUntil(() => text().includes('Return labels and postage'))
  })

  checkDemos(helpDemos)
})
