// The live board: what it shows, what can be done from it, and that it is read by those who cannot see it.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import '../app/console-app.define.ts'
import { ApiError } from '../../client/api-error.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { fakeBoard, quietBoard } from '../demo/fake-board.ts'
import { ana, fakeNow, inView } from '../demo/fake-desk.ts'
import { callsOf, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import './board.define.ts'

async function stand(
  board: unknown = fakeBoard,
  refuse?: string,
  size = { width: 1440, height: 900 },
): Promise<DeskbellConsole> {
  const client = createFakeAgentClient({
    answer(name) {
      if (name === refuse) throw new ApiError('conversation-taken')
      if (name === 'GET /board') return board
      return name === 'inbox.list' ? { conversations: inView.mine } : undefined
    },
  })
  const element = await standUp(
    html`<deskbell-console locale="en-GB" .client=${client} .page=${{ name: 'board', rest: '' }}
    .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`,
    size,
  )
  await waitUntil(() => find(element, '.numbers'), 'the board is drawn')
  await settled(element)
  return element
}
const button = (element: Element, label: string): HTMLElement =>
  findAll(element, 'button').find((each) => each.ariaLabel === label || textOf(each) === label)!

describe('deskbell-board', () => {
  it('shows the day in numbers, who waits longest first, and who is in with what load', async () => {
    const element = await stand()
    expect(findAll(element, '.numbers .value').map(textOf)).to.deep.equal([
      '3',
      '17',
      '18',
      '1 min 42 s',
      '70%',
      '4.6 of 5',
    ])
    expect(textOf(find(element, '.numbers .late'))).to.equal('3')
    expect(findAll(element, '.waiting .end').slice(1).map(textOf)).to.deep.equal([
      '6 min 10 s3 min late',
      '2 min 24 sdue in 36 s',
      '48 sdue in 2 min',
    ])
    expect(findAll(element, '.people .load').map(textOf)).to.deep.equal([
      '4 of 6',
      '3 of 6',
      '6 of 6, full',
      '4 of 6',
    ])
    expect(textOf(find(element, '.people .late'))).to.equal('4 min late')
    await expect(find(element, 'deskbell-board')).to.be.accessible()
  })

  it('keeps a long name in its place, and nothing over the plots', async () => {
    const [first, ...others] = fakeBoard.agents
    const long = { ...first!, name: 'W'.repeat(80) }
    const element = await stand({ ...fakeBoard, agents: [long, ...others] })
    const ends = find(element, '.people')!.getBoundingClientRect().right
    expect(ends).to.be.at.most(find(element, '.plots')!.getBoundingClientRect().left)
  })

  it('tells the plots as tables to those who cannot see them', async () => {
    const element = await stand()
    const [waits, solved] = findAll<HTMLTableElement>(element, 'table.hidden-text')
    expect(waits!.rows[1]!.textContent).to.contain('12:001 min 10 s')
    expect(solved!.rows.length).to.equal(13)
  })

  it('takes a chat and opens it; one that somebody else has taken stays, with the reason', async () => {
    const element = await stand()
    button(element, 'Take it: Ruben').click()
    await waitUntil(() => element.conversationId === fakeBoard.waiting.conversations[0]!.id)
    expect(callsOf(element, 'conversation.accept')).to.have.length(1)
    const refused = await stand(fakeBoard, 'conversation.accept')
    button(refused, 'Take it: Ruben').click()
    await waitUntil(() => find(refused, '[role=alert].fault'))
    expect(refused.conversationId).to.equal(null)
  })

  it('assigns several at once, and the focus goes along', async () => {
    const element = await stand()
    const focused = (): string => {
      const { activeElement } = find(element, 'deskbell-board')!.shadowRoot!
      return activeElement ? `${activeElement.localName} ${textOf(activeElement)}` : ''
    }
    expect(focused()).to.equal('h1 Live board')
    button(element, 'Assign several').focus()
    button(element, 'Assign several').click()
    await settled(element)
    expect(focused()).to.equal('input ')
    for (const box of findAll(element, '.choose input').slice(0, 2)) box.click()
    await settled(element)
    button(element, 'Assign 2 to…').focus()
    button(element, 'Assign 2 to…').click()
    await settled(element)
    const picker = find(element, 'deskbell-desk-picker')!
    findAll(picker, '[role=option]')
      .find((each) => textOf(each).includes('Ana'))!
      .click()
    await waitUntil(() => callsOf(element, 'conversation.assign').length === 2)
    await waitUntil(() => !find(element, '.choose'))
    expect(focused()).to.equal('button Assign several')
  })

  it('whispers to a colleague, and takes over', async () => {
    const element = await stand()
    findAll(element, '.people th .link')[1]!.click()
    await settled(element)
    const chats = find(element, 'deskbell-board-chats')!
    await waitUntil(() => chats.shadowRoot!.querySelector('li'))
    button(element, 'Whisper').click()
    await settled(element)
    const field = chats.shadowRoot!.querySelector('textarea')!
    field.value = 'Offer the other size'
    field.form!.requestSubmit()
    await waitUntil(() => callsOf(element, 'whisper.add').length === 1)
    expect(callsOf(element, 'whisper.add')[0]![0]).to.deep.include({
      body: 'Offer the other size',
      agent_id: ana.id,
    })
    button(element, 'Take over').click()
    await waitUntil(() => callsOf(element, 'conversation.assign').length === 1)
  })

  it('uses the room of a wide screen, both tables under the same columns; a small one is never wider than it is', async () => {
    const edges = (element: Element, selector: string) =>
      findAll(element, selector).map((each) => Math.round(each.getBoundingClientRect().left))
    const wide = await stand(fakeBoard, undefined, { width: 1920, height: 1080 })
    const { right } = find(wide, 'deskbell-board')!.getBoundingClientRect()
    expect(find(wide, '.plots')!.getBoundingClientRect().right).to.be.within(right - 48, right - 16)
    expect(edges(wide, '.waiting thead th').slice(0, 4)).to.deep.equal(
      edges(wide, '.people thead th').slice(0, 4),
    )
    for (const width of [1280, 390]) {
      const board = find(await stand(fakeBoard, undefined, { width, height: 800 }), 'deskbell-board')!
      expect(board.scrollWidth, `${width}`).to.equal(board.clientWidth)
    }
  })

  it('says so where nobody waits, nobody is in and nothing was solved', async () => {
    const element = await stand(quietBoard)
    expect(findAll(element, '.empty h3').map(textOf)).to.deep.equal([
      'Nobody is waiting',
      'Nobody is in this team yet',
    ])
    await expect(find(element, 'deskbell-board')).to.be.accessible()
  })

  it('reads again when something moves, and says that what it shows is old when the server is away', async () => {
    const element = await stand()
    const before = callsOf(element, 'GET /board').length
    fakeOf(element).tell('agent.changed', { agent: ana })
    await waitUntil(() => callsOf(element, 'GET /board').length > before)
  })
})
