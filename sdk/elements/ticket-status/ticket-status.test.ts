// A ticket is found by reference and e-mail, says how far it is, and takes a reply once.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { TicketReply } from '../../protocol/ticket.ts'
import { SendEvent, TypingEvent } from '../composer/composer.events.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { sampleTicket } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './ticket-status.define.ts'
import { TicketAccessEvent } from '../ticket-code/ticket-code.ts'
import { ticketStatusDemos } from './ticket-status.demo.ts'

const show = async (options: FakeClientOptions, reference = 'DB-7K3M92QF', email = 'nora@example.com') => {
  const client = createFakeClient(options)
  const status = await showDemo({
    render: () =>
      html`<deskbell-ticket-status reference=${reference} email=${email}></deskbell-ticket-status>`,
    client: () => client,
  })
  const root = status.shadowRoot!
  const calls = (wanted: string) => client.calls.filter(([name]) => name === wanted).map(([, input]) => input)
  return { status, root, client, calls, text: () => root.textContent!.replace(/\s+/g, ' ') }
}
const found = { ticket: () => sampleTicket }

describe('deskbell-ticket-status', () => {
  afterEach(() => sessionStorage.clear())

  it('looks up what it was given at once, and says whose turn it is', async () => {
    const { text, root, calls } = await show(found)
    await waitUntil(() => text().includes('Waiting for you'))
    expect(calls('tickets.status')).to.deep.equal([{ reference: 'DB-7K3M92QF', email: 'nora@example.com' }])
    expect(text()).to.contain('Ana wrote and waits for your answer.')
    expect(root.querySelector('[aria-current=step]')!.textContent!.trim()).to.equal('In progress')
    expect(root.querySelectorAll('.thread > li')).to.have.length(3)
    for (const mark of root.querySelectorAll('.mark')) {
      const { width, height } = mark.getBoundingClientRect()
      expect([width, height]).to.deep.equal([24, 24])
    }
  })

  it('asks for both, and looks nothing up before the button', async () => {
    const { root, status, calls, text } = await show(found, '', '')
    const type = async (name: string, value: string) => {
      const field = root.querySelector<HTMLInputElement>(`#${name}`)!
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await settled(status.parentElement!)
    }
    const press = async () => {
      root.querySelector<HTMLElement>('[type=submit]')!.click()
      await settled(status.parentElement!)
    }
    await type('reference', 'db-7k3m92qf ')
    await type('email', 'nora@example')
    expect(calls('tickets.status')).to.have.length(0)
    await press()
    expect(text()).to.contain('This address has no ending, such as .com or .no')
    expect((root.activeElement as HTMLInputElement).id).to.equal('email')
    await type('email', 'nora@example.com')
    await press()
    expect(calls('tickets.status')).to.deep.equal([{ reference: 'DB-7K3M92QF', email: 'nora@example.com' }])
  })

  it('does not tell a wrong e-mail from a wrong reference', async () => {
    const { text } = await show({
      ticket: () => Promise.reject(new ApiError('ticket-not-found', 'No such ticket')),
    })
    await waitUntil(() => text().includes('No ticket has this reference and e-mail.'))
  })

  it('sends a reply, and an unanswered one again under the same client id', async () => {
    let works = true
    const { root, calls, text } = await show({
      ticket: () => (works ? sampleTicket : Promise.reject(new Error('no answer'))),
    })
    await waitUntil(() => root.querySelector('deskbell-composer'))
    const composer = root.querySelector('deskbell-composer')!
    works = false
    composer.value = 'It says 4471.'
    composer.dispatchEvent(new SendEvent('It says 4471.'))
    await waitUntil(() => text().includes('Not sent. Try again'))
    expect(composer.value).to.equal('It says 4471.')
    works = true
    composer.dispatchEvent(new SendEvent('It says 4471.'))
    await waitUntil(() => composer.value === '')
    const [first, second] = calls('tickets.reply') as [TicketReply, TicketReply]
    expect(second).to.deep.equal(first)
    expect(text()).not.to.contain('Not sent')
  })

  it('looks again when the window comes back, and keeps what it shows when nobody answers', async () => {
    let step: 'waiting_for_you' | 'solved' | null = 'waiting_for_you'
    const { text, calls } = await show({
      ticket: () => (step ? { ...sampleTicket, step } : Promise.reject(new Error('no answer'))),
    })
    await waitUntil(() => text().includes('Waiting for you'))
    step = 'solved'
    window.dispatchEvent(new Event('focus'))
    await waitUntil(() => text().includes('Write below to open it again.'))
    step = null
    window.dispatchEvent(new Event('focus'))
    await waitUntil(() => calls('tickets.status').length === 3)
    expect(text()).to.contain('Write below to open it again.')
  })

  it('stops looking once it is gone', async () => {
    const { status, text, calls } = await show(found)
    await waitUntil(() => text().includes('Waiting for you'))
    status.remove()
    window.dispatchEvent(new Event('focus'))
    expect(calls('tickets.status')).to.have.length(1)
  })

  it('asks for a mailed code where the site wants one, and shows the ticket with what it opens', async () => {
    const calls: unknown[] = []
    const fake = createFakeClient(found)
    const status = async (query: { access?: string }) => {
      calls.push(query.access)
      if (!query.access) throw new ApiError('code-required', 'Prove it')
      return sampleTicket
    }
    const client = { ...fake, tickets: { ...fake.tickets, status } }
    const { shadowRoot } = await showDemo({ ...ticketStatusDemos.waitingForYou!, client: () => client })
    await waitUntil(() => shadowRoot!.querySelector('deskbell-ticket-code'))
    shadowRoot!.querySelector('deskbell-ticket-code')!.dispatchEvent(new TicketAccessEvent('opened'))
    await waitUntil(() => shadowRoot!.textContent!.includes('Waiting for you'))
    expect(calls).to.deep.equal([undefined, 'opened'])
  })

  it('keeps a reply that a code has to be asked for again, and one that a reload interrupts', async () => {
    let known = true
    const ticket = () => (known ? sampleTicket : Promise.reject(new ApiError('code-required', 'Prove it')))
    const first = await show({ ticket })
    await waitUntil(() => first.root.querySelector('deskbell-composer'))
    const composer = first.root.querySelector('deskbell-composer')!
    composer.dispatchEvent(new TypingEvent('It says 4471.'))
    known = false
    composer.dispatchEvent(new SendEvent('It says 4471.'))
    await waitUntil(() => first.root.querySelector('deskbell-ticket-code'))
    known = true
    first.root.querySelector('deskbell-ticket-code')!.dispatchEvent(new TicketAccessEvent('opened'))
    await waitUntil(() => first.root.querySelector('deskbell-composer')?.value === 'It says 4471.')
    first.status.remove()
    const second = await show({ ticket })
    await waitUntil(() => second.root.querySelector('deskbell-composer')?.value === 'It says 4471.')
  })

  it('says when a ticket that is shown is gone', async () => {
    let gone = false
    const { text } = await show({
      ticket: () =>
        gone ? Promise.reject(new ApiError('ticket-not-found', 'No such ticket')) : sampleTicket,
    })
    await waitUntil(() => text().includes('Waiting for you'))
    gone = true
    window.dispatchEvent(new Event('focus'))
    await waitUntil(() => text().includes('This ticket can no longer be opened here.'))
  })

  it('keeps what was typed into the question over a reload, and looks nothing up by itself', async () => {
    const first = await show(found, '', '')
    const field = first.root.querySelector<HTMLInputElement>('#reference')!
    field.value = 'DB-7K3M92QF'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    first.status.remove()
    const second = await show(found, '', '')
    expect(second.root.querySelector<HTMLInputElement>('#reference')!.value).to.equal('DB-7K3M92QF')
    expect(second.calls('tickets.status')).to.have.length(0)
  })

  checkDemos(ticketStatusDemos)
})
