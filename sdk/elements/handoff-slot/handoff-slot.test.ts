// What the slot says when, and what it asks for.

import { expect } from '@open-wc/testing'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import { assistant, mika, sampleConfig, sampleConversation } from '../demo/fake-data.ts'
import '../provider/provider.define.ts'
import './handoff-slot.define.ts'
import { handoffSlotDemos } from './handoff-slot.demo.ts'
import type { ContactEvent } from './handoff-slot.events.ts'
import type { DeskbellHandoffSlot } from './handoff-slot.ts'
import { type SlotInput, slotState } from './slot-state.ts'

const { availability } = sampleConfig
const queue = { position: 1, estimated_wait_seconds: null, since: '', staffed: true }
const kindOf = (input: Partial<SlotInput>): string =>
  slotState({
    conversation: { ...sampleConversation, assignee: assistant },
    connection: { state: 'online' },
    availability,
    wantsPerson: false,
    now: 10_000,
    ...input,
  }).kind

const show = async (name: string): Promise<DeskbellHandoffSlot> =>
  (await showDemo(handoffSlotDemos[name]!)) as DeskbellHandoffSlot
/** As it is seen; what is only read aloud stands in the region before it. */
const text = (slot: DeskbellHandoffSlot): string =>
  [...slot.shadowRoot!.children]
    .filter((part) => !part.matches('.hidden'))
    .map((part) => part.textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
const heard = (slot: DeskbellHandoffSlot, type: string): Event[] => {
  const events: Event[] = []
  slot.addEventListener(type, (event) => events.push(event))
  return events
}

describe('slotState', () => {
  it('puts the line to the server before everything else', () => {
    const conversation = { ...sampleConversation, assignee: null, queue }
    expect(kindOf({ conversation, connection: { state: 'offline', since: 0 } })).to.equal('offline')
    expect(kindOf({ conversation, connection: { state: 'refused', code: 'x' } })).to.equal('refused')
  })

  it('says that it reconnects only after two seconds', () => {
    const connection = (since: number) => ({ state: 'reconnecting', since, retryAt: 0 }) as const
    expect(kindOf({ connection: connection(8001) })).to.equal('ask')
    expect(kindOf({ connection: connection(8000) })).to.equal('reconnecting')
  })

  it('offers a person from the start, and nothing once one answers or it is solved', () => {
    expect(kindOf({ conversation: null })).to.equal('ask')
    expect(kindOf({ conversation: null, wantsPerson: true })).to.equal('wanted')
    expect(kindOf({})).to.equal('ask')
    expect(kindOf({ conversation: { ...sampleConversation, assignee: mika } })).to.equal('nothing')
    expect(
      kindOf({ conversation: { ...sampleConversation, assignee: assistant, status: 'resolved' } }),
    ).to.equal('nothing')
  })

  it('shows the place in line, or that the chat has become a ticket', () => {
    const conversation = { ...sampleConversation, assignee: null, queue }
    expect(kindOf({ conversation })).to.equal('queue')
    expect(kindOf({ conversation: { ...conversation, queue: { ...queue, staffed: false } } })).to.equal(
      'ticket',
    )
  })
})

describe('deskbell-handoff-slot', () => {
  it('asks for a person at a click anywhere on its line', async () => {
    const slot = await show('a person is there')
    expect(text(slot)).to.equal('Talk to a person about 3 min')
    const asked = heard(slot, 'deskbell-ask-person')
    slot.shadowRoot!.querySelector('button')!.click()
    expect(asked).to.have.length(1)
  })

  it('says when somebody is back, and lets ask all the same', async () => {
    const slot = await show('nobody is there')
    expect(text(slot)).to.match(/^Talk to a person We are back/)
    expect(slot.shadowRoot!.querySelector('button')).to.not.equal(null)
  })

  it('tells the place in line, promises no wait it does not know, and lets leave', async () => {
    expect(text(await show('in line'))).to.equal(
      '2nd in line about 3 min You keep your place if you close this. Leave',
    )
    const slot = await show('in line, wait unknown')
    expect(text(slot)).to.not.contain('min')
    const left = heard(slot, 'deskbell-leave-queue')
    slot.shadowRoot!.querySelector<HTMLElement>('.link')!.click()
    expect(left).to.have.length(1)
  })

  it('asks a customer without address for one, names what is wrong with it, and passes on a good one', async () => {
    const slot = await show('a ticket, unreachable')
    expect(text(slot)).to.contain('This is now ticket DB-7K3M92QF')
    const given = heard(slot, 'deskbell-contact') as ContactEvent[]
    const root = slot.shadowRoot!
    const email = root.querySelector<HTMLInputElement>('input[type=email]')!
    const submit = async (value: string): Promise<string> => {
      email.value = value
      root.querySelector('form')!.requestSubmit()
      await slot.updateComplete
      return root.querySelector('.fault')?.textContent?.trim() ?? ''
    }
    expect(await submit('')).to.equal('Write your e-mail address')
    expect(await submit('nora')).to.equal('This address has no @')
    expect(await submit('nora@example')).to.equal('This address has no ending, such as .com or .no')
    expect(await submit('no ra@example.com')).to.equal('This does not look like an e-mail address')
    expect(root.activeElement).to.equal(email)
    expect(given).to.have.length(0)
    root.querySelector<HTMLInputElement>('input[name=name]')!.value = ' Nora '
    expect(await submit(' nora@example.com ')).to.equal('')
    expect(given.map(({ name, email: address }) => [name, address])).to.deep.equal([
      ['Nora', 'nora@example.com'],
    ])
  })

  it('does not ask again for an address it has', async () => {
    const slot = await show('a ticket')
    expect(slot.shadowRoot!.querySelector('form')).to.equal(null)
    expect(text(slot)).to.contain('nora@example.com')
  })

  it('says a change in a region that was there before, and keeps the focus inside when its button goes', async () => {
    const slot = await show('a person is there')
    const region = slot.shadowRoot!.querySelector('[role=status]')!
    expect(region.textContent).to.equal('')
    slot.shadowRoot!.querySelector('button')!.focus()
    slot.conversation = { ...sampleConversation, assignee: null, queue }
    await slot.updateComplete
    expect(slot.shadowRoot!.querySelector('[role=status]') === region).to.equal(true)
    expect(region.textContent).to.equal('1st in line')
    expect(slot.shadowRoot!.activeElement?.textContent).to.equal('Leave')
    slot.connection = { state: 'offline', since: 0 }
    await slot.updateComplete
    expect(region.textContent).to.equal('You are offline, we send it when you are back')
    expect(document.activeElement === slot || slot.matches(':focus')).to.equal(true)
  })

  it('is empty when a person answers, and says so to its neighbours', async () => {
    const slot = await show('a person answers')
    expect(text(slot)).to.equal('')
    expect(slot.hasAttribute('empty')).to.equal(true)
  })

  checkDemos(handoffSlotDemos)
})
