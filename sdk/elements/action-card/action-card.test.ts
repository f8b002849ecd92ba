// A call is put in plain words, decided once, by a button and by nothing else.

import { expect } from '@open-wc/testing'
import { ApiError } from '../../client/api-error.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import '../provider/provider.define.ts'
import './action-card.define.ts'
import { actionCardDemos, decidedAction, requestedAction } from './action-card.demo.ts'
import type { DeskbellActionCard } from './action-card.ts'
import { isUnderWay, openActions } from './open-actions.ts'

async function show(decide: (id: string, approve: boolean) => Promise<void> = async () => {}) {
  const card = (await showDemo(actionCardDemos.asking!)) as DeskbellActionCard
  const decided: [string, boolean][] = []
  card.decide = async (id, approve) => {
    decided.push([id, approve])
    await decide(id, approve)
  }
  await card.updateComplete
  const root = card.shadowRoot!
  const buttons = () => [...root.querySelectorAll<HTMLElement>('button')]
  return { card, decided, root, buttons }
}

describe('deskbell-action-card', () => {
  it('says what will happen, with what, and is read aloud', async () => {
    const { root, card } = await show()
    await card.updateComplete
    expect(root.querySelector('h3')!.textContent).to.equal('Refund order FJ-20417')
    expect([...root.querySelectorAll('dt')].map(({ textContent }) => textContent)).to.deep.equal([
      'Order',
      'Amount',
      'reason',
    ])
    expect(root.querySelector('[role=status]')!.textContent).to.equal(
      'May I do this for you? Refund order FJ-20417',
    )
    expect(root.querySelector('section')!.getAttribute('aria-labelledby')).to.equal(
      root.querySelector('h3')!.id,
    )
  })

  it('sends yes once while it is on its way, and no as readily', async () => {
    const { decided, buttons, card } = await show(() => new Promise(() => {}))
    const [yes, no] = buttons()
    expect([yes!.textContent, no!.textContent]).to.deep.equal(['Yes, do it', 'No'])
    yes!.click()
    yes!.click()
    no!.click()
    expect(decided).to.deep.equal([[requestedAction().id, true]])
    await card.updateComplete
    expect(yes!.getAttribute('aria-disabled')).to.equal('true')
  })

  it('keeps the focus when its buttons are gone', async () => {
    const { card, buttons, root } = await show()
    buttons()[0]!.focus()
    card.events = [requestedAction(), decidedAction(true)]
    await card.updateComplete
    expect(root.activeElement).to.equal(root.querySelector('.under-way'))
  })

  it('says that it was not sent, and may be pressed again', async () => {
    const { buttons, card, root, decided } = await show(async () => {
      throw new ApiError('network')
    })
    buttons()[0]!.click()
    await new Promise((resolve) => setTimeout(resolve))
    await card.updateComplete
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('Not sent')
    buttons()[0]!.click()
    expect(decided).to.have.length(2)
  })

  it('says that a yes came too late', async () => {
    const { buttons, card, root } = await show(async () => {
      throw new ApiError('action-expired')
    })
    buttons()[0]!.click()
    await new Promise((resolve) => setTimeout(resolve))
    await card.updateComplete
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('too late')
  })

  checkDemos(actionCardDemos)
})

describe('openActions', () => {
  const now = Date.parse('2026-01-01T09:01:00.000Z')
  const idsOf = (events: LogEvent[]) => openActions(events, now, 'customer').map(({ id }) => id)
  const event = (type: string, kind = 'human') => ({ type, actor: { kind }, data: {} }) as unknown as LogEvent

  it('ends with a decision, with time, with whoever takes over, and with the chat', () => {
    const asked = requestedAction()
    expect(idsOf([asked])).to.deep.equal([asked.id])
    expect(idsOf([asked, event('message.created', 'contact')])).to.deep.equal([asked.id])
    expect(idsOf([asked, decidedAction(false)])).to.deep.equal([])
    expect(idsOf([requestedAction('2026-01-01T09:00:59.000Z')])).to.deep.equal([])
    for (const type of ['conversation.handed_over', 'conversation.assigned', 'conversation.status_changed'])
      expect(idsOf([asked, event(type)])).to.deep.equal([])
  })

  it('is the customer’s or the team’s to decide, never both’s', () => {
    expect(openActions([requestedAction()], now, 'agent')).to.deep.equal([])
  })

  it('is under way from the yes until somebody says something', () => {
    const approved = [requestedAction(), decidedAction(true)]
    expect(isUnderWay(approved)).to.equal(true)
    expect(isUnderWay([...approved, event('message.created', 'contact')])).to.equal(true)
    expect(isUnderWay([...approved, event('message.created', 'ai')])).to.equal(false)
  })
})
