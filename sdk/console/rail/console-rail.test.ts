// The rail: where it leads, saved views that are renamed, shared, moved and deleted, teams, pages by role.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { SavedView } from '../../protocol/triage.ts'
import '../app/console-app.define.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { fakeMe, fakeNow, idOf, mika, workshop } from '../demo/fake-desk.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { loadBar } from './load-bar.ts'

const view = (n: number, name: string, rest: Partial<SavedView> = {}): SavedView => ({
  id: idOf(n),
  name,
  shared: false,
  owner_id: mika.id,
  filter: { priority: ['urgent'] },
  sort: 'newest',
  position: n,
  ...rest,
})
const views = [view(1, 'Returns'), view(2, 'Wholesale')]
const stand = (options: FakeAgentClientOptions = {}): Promise<DeskbellConsole> => {
  const client = createFakeAgentClient({ views, ...options })
  return standUp(
    html`<deskbell-console locale="en-GB" .client=${client} .clock=${fakeNow}></deskbell-console>`,
  )
}
const row = (element: DeskbellConsole, label: string): HTMLElement =>
  findAll(element, 'nav .row').find((each) => textOf(each.querySelector('.label')) === label)!
const choose = async (element: DeskbellConsole, label: string, item: string): Promise<void> => {
  const menu = row(element, label).parentElement!.querySelector('deskbell-console-menu')!
  menu.open = true
  await settled(element)
  ;[...menu.shadowRoot!.querySelectorAll<HTMLElement>('.item')].find((each) => textOf(each) === item)!.click()
  await settled(element)
}

describe('deskbell-console-rail', () => {
  it('leads to views, saved views and teams, asks for each by its filter, and says where one is', async () => {
    const element = await stand()
    row(element, 'Wholesale').click()
    await waitUntil(() => textOf(find(element, 'h1')) === 'Wholesale')
    expect(callsOf(element, 'show').at(-1)).to.deep.equal([{ view: 'open', saved: idOf(2) }])
    expect(element.path).to.equal(`/saved/${idOf(2)}`)
    expect(row(element, 'Wholesale').getAttribute('aria-current')).to.equal('page')
    row(element, 'Workshop').click()
    await waitUntil(() => textOf(find(element, 'h1')) === 'Workshop')
    expect(callsOf(element, 'show').at(-1)).to.deep.equal([
      { view: 'open', filter: { department_ids: [workshop.id] } },
    ])
    row(element, 'Mine').click()
    await waitUntil(() => textOf(find(element, 'h1')) === 'Mine')
    await expect(element).to.be.accessible()
  })

  it('says that a view is gone whose link somebody kept, and where one can go from there', async () => {
    const element = await stand()
    element.go(`/saved/${idOf(99)}`)
    await waitUntil(() => textOf(find(element, '.empty h2')) === 'This view is gone')
    expect(element.path).to.equal(`/saved/${idOf(99)}`)
    expect(textOf(find(element, 'h1'))).to.equal('Saved views')
    expect(exists(element, 'deskbell-filter-button')).to.equal(false)
    await expect(find(element, 'deskbell-inbox-list')).to.be.accessible()
    const ways = findAll(element, '.empty .button')
    expect(ways.map(textOf)).to.deep.equal(['Go to Mine', 'Go to All open'])
    ways[1]!.click()
    await waitUntil(() => textOf(find(element, 'h1')) === 'All open')
    expect(exists(element, '[data-id]')).to.equal(true)
  })

  it('leaves one where one is when another view is deleted', async () => {
    const element = await stand()
    row(element, 'Returns').click()
    await waitUntil(() => textOf(find(element, 'h1')) === 'Returns')
    await choose(element, 'Wholesale', 'Delete')
    await waitUntil(() => !row(element, 'Wholesale'))
    expect(element.path).to.equal(`/saved/${idOf(1)}`)
    await choose(element, 'Returns', 'Delete')
    await waitUntil(() => textOf(find(element, 'h1')) === 'Mine')
  })

  it('shows counts of views, teams and saved views live, and ends them at 999+', async () => {
    const element = await stand()
    fakeOf(element).inbox.state.update((value) => ({
      ...value,
      counts: { ...value.counts, open: 1000 },
      teams: { [workshop.id]: 9 },
      saved: { [idOf(1)]: 4 },
    }))
    await settled(element)
    expect(
      ['All open', 'Workshop', 'Returns'].map((each) => textOf(row(element, each).querySelector('.count'))),
    ).to.deep.equal(['999+', '9', '4'])
  })

  it('renames a view in its row, moves it, and offers to bring a deleted one back', async () => {
    const element = await stand()
    await choose(element, 'Returns', 'Rename')
    const input = find<HTMLInputElement>(element, '.rename')!
    input.value = 'Returns over 7 days'
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await waitUntil(() => row(element, 'Returns over 7 days'))
    expect(row(element, 'Returns over 7 days').matches(':focus')).to.equal(true)
    await choose(element, 'Wholesale', 'Move up')
    await waitUntil(() => {
      const labels = findAll(element, 'nav ul:nth-of-type(2) .label').map(textOf)
      return labels[0] === 'Wholesale'
    })
    await choose(element, 'Wholesale', 'Delete')
    await waitUntil(() => !row(element, 'Wholesale'))
    await waitUntil(() => textOf(find(element, 'deskbell-undo-line')!.shadowRoot!.firstElementChild) !== '')
  })

  it('shows the first of many views until all are asked for, but always the one that is listed', async () => {
    const many = Array.from({ length: 30 }, (_, n) => view(n + 1, `View ${n + 1}`))
    const element = await stand({ views: many })
    const shown = () => findAll(element, '[data-path^="/saved/"] .label').map(textOf)
    expect(shown()).to.deep.equal(many.slice(0, 8).map(({ name }) => name))
    element.go(`/saved/${idOf(20)}`)
    await settled(element)
    expect(shown().at(-1)).to.equal('View 20')
    find(element, 'nav .more')!.click()
    await waitUntil(() => row(element, 'View 9')?.matches(':focus'))
    expect(shown()).to.have.lengthOf(30)
  })

  it('leaves what others share to them, and the settings to those who run the desk', async () => {
    const others = [view(3, 'Theirs', { owner_id: idOf(99), shared: true })]
    const me = { ...fakeMe, agent: { ...mika, role: 'agent' as const } }
    const element = await stand({ me, views: others })
    expect(row(element, 'Theirs').parentElement!.querySelector('deskbell-console-menu')).to.equal(null)
    expect(row(element, 'AI agent')).to.equal(undefined)
    expect(row(element, 'Settings')).to.equal(undefined)
    expect(row(element, 'Live board')).not.to.equal(undefined)
  })

  it('says in words and squares how many chats one has of what one can', async () => {
    const element = await stand()
    expect(textOf(find(element, '.state .cut'))).to.equal('6 of 6 chats')
    expect(findAll(element, '.load .full')).to.have.lengthOf(6)
    expect(loadBar({ ...mika, availability: 'away' }, 6, (key) => key).values).to.deep.equal([
      'availability.away',
    ])
  })

  it('opens the palette from its field', async () => {
    const element = await stand()
    find(element, '.find')!.click()
    await waitUntil(() => exists(element, 'deskbell-command-palette'))
  })
})
