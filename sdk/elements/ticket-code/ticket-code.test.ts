// The code is asked for once, checked once, and another one has to wait.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './ticket-code.define.ts'
import { ticketCodeDemos } from './ticket-code.demo.ts'
import type { TicketAccessEvent } from './ticket-code.ts'

const show = async (redeem?: () => Promise<never>) => {
  const fake = createFakeClient()
  const client = redeem ? { ...fake, tickets: { ...fake.tickets, redeemCode: redeem } } : fake
  const given: string[] = []
  const element = await showDemo({
    render: () => html`<deskbell-ticket-code reference="DB-7K3M92QF" email="nora@example.com"
      @deskbell-ticket-access=${({ access }: TicketAccessEvent) => given.push(access)}></deskbell-ticket-code>`,
    client: () => client,
  })
  const root = element.shadowRoot!
  const send = async (code: string) => {
    const field = root.querySelector<HTMLInputElement>('#code')!
    field.value = code
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    root.querySelector<HTMLElement>('[type=submit]')!.click()
    await settled(element.parentElement!)
  }
  const calls = (wanted: string) => fake.calls.filter(([name]) => name === wanted).map(([, input]) => input)
  return { element, root, given, send, calls, text: () => root.textContent!.replace(/\s+/g, ' ') }
}

describe('deskbell-ticket-code', () => {
  it('asks for a code at once, and offers another only after a while', async () => {
    const { calls, text, root } = await show()
    expect(calls('tickets.requestCode')).to.deep.equal([
      { reference: 'DB-7K3M92QF', email: 'nora@example.com' },
    ])
    expect(text()).to.contain('A new code can be sent in')
    expect(text()).not.to.contain('Send a new code')
    expect(root.querySelector<HTMLInputElement>('#code')!.autocomplete).to.equal('one-time-code')
    expect(root.querySelector<HTMLInputElement>('#code')!.inputMode).to.equal('numeric')
  })

  it('takes a code as mails and keyboards write it, and hands on what it opens', async () => {
    const { send, given, calls } = await show()
    await send(' 1234-٥٦٧٨ ')
    expect(calls('tickets.redeemCode')).to.deep.equal([
      {
        reference: 'DB-7K3M92QF',
        email: 'nora@example.com',
        verification_id: '01980000-0000-7000-8000-0000000000c0',
        verification_code: '12345678',
      },
    ])
    expect(given).to.have.length(1)
  })

  it('sends no half code, and says when it was the wrong one, at the field', async () => {
    const { send, text, root, calls } = await show(() => Promise.reject(new ApiError('code-wrong', 'No')))
    await send('1234')
    expect(text()).to.contain('The code has 8 digits')
    expect(calls('tickets.redeemCode')).to.have.length(0)
    await send('12345678')
    await waitUntil(() => text().includes('This is not the code, or it has run out.'))
    expect(root.activeElement!.id).to.equal('code')
    expect(root.activeElement!.getAttribute('aria-invalid')).to.equal('true')
  })

  it('says when no mail can be sent, and lets it be tried again at once', async () => {
    const noMail = await showDemo(ticketCodeDemos.noMail!)
    const text = () => noMail.shadowRoot!.textContent!
    await waitUntil(() => text().includes('We cannot send e-mail at the moment.'))
    expect(text()).to.contain('Send a new code')
  })

  checkDemos(ticketCodeDemos)
})
