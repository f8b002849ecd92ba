// An article opens at what was cited, and a vote is counted once.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { Article } from '../../protocol/help-article.ts'
import type { Block } from '../../protocol/rich-text-tree.ts'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleArticle } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './article.define.ts'
import { articleDemos } from './article.demo.ts'

const show = async (content: readonly Block[] = sampleArticle.content, reading_minutes = 2) => {
  const article: Article = { ...sampleArticle, content: [...content], reading_minutes }
  const client = createFakeClient({ articles: { 'returning-fitted-parts': article } })
  const demo = {
    render: () => html`<deskbell-article slug="returning-fitted-parts" .passage=${'p2'}></deskbell-article>`,
    client: () => client,
  }
  const element = await showDemo(demo)
  const root = element.shadowRoot!
  await waitUntil(() => root.querySelector('.rich'))
  const votes = () =>
    client.calls
      .filter(([name]) => name === 'articles.feedback')
      .map(([, , vote]) => vote as { helpful: boolean; comment?: string; cid: string })
  const press = async (text: string) => {
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === text)!
    button.click()
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete
  }
  return { article: element, root, votes, press }
}

describe('deskbell-article', () => {
  it('takes the focus to its title, also when that comes after the focus', async () => {
    const { article, root } = await show()
    article.focus()
    expect(root.activeElement?.localName).to.equal('h1')
    const late = article as HTMLElement & { slug: string; updateComplete: Promise<unknown> }
    late.slug = 'elsewhere'
    await late.updateComplete
    article.focus()
    expect(root.activeElement?.className).to.equal('body')
    late.slug = 'returning-fitted-parts'
    await waitUntil(() => root.activeElement?.localName === 'h1')
  })

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

  it('counts a vote at once, and asks for more', async () => {
    const { press, votes, root, article } = await show()
    await press('Yes')
    expect(votes().map(({ helpful }) => helpful)).to.deep.equal([true])
    expect(root.textContent).to.contain('Thank you, noted.')
    article.remove()
    expect(votes()).to.have.length(1)
  })

  it('says with a vote what had been searched for', async () => {
    const { press, votes, article } = await show()
    ;(article as HTMLElement & { query: string }).query = 'brake pads back'
    await press('Yes')
    expect(votes()).to.deep.equal([{ helpful: true, cid: votes()[0]!.cid, query: 'brake pads back' }])
  })

  it('sends a comment after the vote, as the same one', async () => {
    const { press, votes, root } = await show()
    await press('No')
    await waitUntil(() => root.activeElement === root.querySelector('#comment'))
    root.querySelector<HTMLInputElement>('#comment')!.value = ' Nothing on hubs '
    await press('Send')
    const [vote, comment] = votes()
    expect(comment).to.deep.equal({ helpful: false, comment: 'Nothing on hubs', cid: vote!.cid })
    expect(root.querySelector('#comment')).to.equal(null)
  })

  it('lists what is in a long text, and goes there', async () => {
    const long = Array.from({ length: 5 }, (_, n) => [
      { id: `h${n}`, type: 'heading' as const, depth: 2 as const, children: [`Part ${n}`] },
      { id: `t${n}`, type: 'paragraph' as const, children: ['word '.repeat(200)] },
    ]).flat()
    const { root } = await show(long, 5)
    root.querySelector('summary')!.click()
    const links = [...root.querySelectorAll<HTMLElement>('.contents button')]
    expect(links.map((link) => link.textContent)).to.deep.equal([
      'Part 0',
      'Part 1',
      'Part 2',
      'Part 3',
      'Part 4',
    ])
    links[3]!.click()
    expect(root.activeElement!.id).to.equal('h3')
    expect(root.querySelector('.body')!.scrollTop).to.be.above(100)
    expect((await show()).root.querySelector('.contents')).to.equal(null)
  })

  it('keeps the place of a picture, asks for it late and without saying from where', async () => {
    const url = 'https://shop.example/rotor.png'
    const { root } = await show([
      { id: 'i1', type: 'image', url, alt: 'A bent rotor', width: 300, height: 150 },
      { id: 'i2', type: 'image', url, alt: '' },
      { id: 'i3', type: 'image', url: 'javascript:alert(1)', alt: 'nothing' },
    ])
    const [sized, boxed, ...others] = root.querySelectorAll('img')
    expect(others).to.have.length(0)
    expect(sized!.alt).to.equal('A bent rotor')
    expect(sized!.getBoundingClientRect().height).to.equal(150)
    expect(sized!.loading).to.equal('lazy')
    expect(sized!.referrerPolicy).to.equal('no-referrer')
    const { width, height } = boxed!.getBoundingClientRect()
    expect(Math.round((width / height) * 9)).to.equal(16)
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
