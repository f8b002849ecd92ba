// The form says what is missing, loses nothing that was typed, and sends a text once.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { NewTicket, TicketCreated } from '../../protocol/ticket.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { demoTime, sampleConfig, sampleConversation, sampleSearch } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import { sampleFields } from '../form-fields/form-fields.demo.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './ticket-form.define.ts'
import { ticketFormDemos } from './ticket-form.demo.ts'
import type { TicketSentEvent } from './ticket-form.ts'

const created: TicketCreated = {
  reference: 'DB-7K3M92QF',
  created_at: demoTime(14, 0),
  people: ['Ana', 'Mika'],
  department: 'Workshop',
}

const show = async (options: FakeClientOptions = {}) => {
  const client = createFakeClient({ createTicket: () => created, ...options })
  const form = await showDemo({
    render: () => html`<deskbell-ticket-form></deskbell-ticket-form>`,
    client: () => client,
  })
  const root = form.shadowRoot!
  const type = (name: string, value: string) => {
    const field = root.querySelector<HTMLInputElement>(`[name=${name}]`)!
    field.value = value
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const fill = () => {
    type('subject', 'Rotor arrived bent')
    type('description', 'It rubs once per turn.')
    type('name', 'Nora')
    type('email', 'nora@example.com')
  }
  const send = async () => {
    root.querySelector<HTMLElement>('[type=submit]')!.click()
    await settled(form.parentElement!)
  }
  const sent = () =>
    client.calls.filter(([name]) => name === 'tickets.create').map(([, ticket]) => ticket as NewTicket)
  return { form, root, client, type, fill, send, sent, text: () => root.textContent!.replace(/\s+/g, ' ') }
}

const trayIn = (root: ShadowRoot) => root.querySelector('deskbell-attachment-tray')

/** Chooses a file; the tray that has taken it. */
async function withFile(root: ShadowRoot) {
  const input = root.querySelector<HTMLInputElement>('[type=file]')!
  const data = new DataTransfer()
  data.items.add(new File(['It rubs.'], 'rotor.txt'))
  input.files = data.files
  input.dispatchEvent(new Event('change'))
  await waitUntil(() => trayIn(root)?.shadowRoot?.querySelector('li'))
  return trayIn(root)!
}

const withFields: FakeClientOptions = {
  config: { ...sampleConfig, settings: { ticket: { fields: sampleFields.slice(0, 1) } } },
}

describe('deskbell-ticket-form', () => {
  afterEach(() => sessionStorage.clear())

  it('asks the site’s own fields, refuses without what they need, and sends their answers', async () => {
    const { root, fill, send, sent } = await show(withFields)
    const own = root.querySelector('deskbell-form-fields')!
    await waitUntil(() => own.shadowRoot?.querySelector('#order'))
    fill()
    await send()
    expect(sent()).to.have.length(0)
    const order = own.shadowRoot!.querySelector<HTMLInputElement>('#order')!
    expect(own.shadowRoot!.activeElement).to.equal(order)
    order.value = 'F-1042'
    order.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await send()
    expect(sent()[0]!.fields).to.deep.equal({ order: 'F-1042' })
  })

  it('fetches what takes files with the first of them, which may be dropped anywhere on the form', async () => {
    const { form, root } = await show()
    expect(root.querySelector('deskbell-attachment-tray')).to.equal(null)
    const data = new DataTransfer()
    data.items.add(new File(['It rubs.'], 'rotor.txt'))
    for (const type of ['dragenter', 'drop'])
      root
        .querySelector('textarea')!
        .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true }))
    await waitUntil(() => trayIn(root))
    await waitUntil(() => trayIn(root)!.shadowRoot!.textContent!.includes('rotor.txt'))
    expect(form.shadowRoot!.activeElement).to.equal(null)
  })

  it('sends the files with it, once all of them are there', async () => {
    const { root, fill, send, sent } = await show()
    const tray = await withFile(root)
    let busy = true
    const id = '01980000-0000-7000-8000-0000000000f1'
    Object.defineProperty(tray, 'busy', { get: () => busy })
    Object.defineProperty(tray, 'attachments', { get: () => [{ id }] })
    const { form } = tray.target() as { form: string }
    fill()
    await send()
    expect(sent()).to.have.length(0)
    busy = false
    tray.dispatchEvent(new Event('deskbell-attachments-change'))
    await waitUntil(() => sent().length === 1)
    expect(sent()[0]).to.include({ upload_id: form })
    expect(sent()[0]!.attachments).to.deep.equal([id])
  })

  it('sends nothing while a file did not get through, and shows which', async () => {
    const { root, fill, send, sent } = await show()
    const tray = await withFile(root)
    let reminded = 0
    Object.defineProperty(tray, 'failed', { get: () => true })
    tray.remind = () => ++reminded > 0
    fill()
    await send()
    expect(sent()).to.have.length(0)
    expect(reminded).to.equal(1)
    expect(root.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).to.equal(false)
  })

  it('lays nothing over another, however long the form becomes', async () => {
    const { root } = await show(withFields)
    await waitUntil(() => root.querySelector('deskbell-form-fields')?.shadowRoot?.querySelector('#order'))
    await withFile(root)
    await settled(document)
    const boxes = [...root.querySelectorAll('.fields > *')].map((box) => box.getBoundingClientRect())
    for (const [n, { bottom, height }] of boxes.entries()) {
      expect(height).to.be.above(30)
      if (boxes[n + 1]) expect(boxes[n + 1]!.top).to.be.at.least(bottom)
    }
  })

  it('offers no files where the owner takes none', async () => {
    const { root } = await show({ config: { ...sampleConfig, settings: { ticket: { attachments: false } } } })
    expect(root.querySelector('[type=file]')).to.equal(null)
  })

  it('keeps answers to the site’s own fields over a reload', async () => {
    const first = await show(withFields)
    const ownIn = async ({ root }: typeof first) => {
      await waitUntil(() => root.querySelector('deskbell-form-fields')?.shadowRoot?.querySelector('#order'))
      return root
        .querySelector('deskbell-form-fields')!
        .shadowRoot!.querySelector<HTMLInputElement>('#order')!
    }
    const order = await ownIn(first)
    order.value = 'F-1042'
    order.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    first.form.remove()
    expect((await ownIn(await show(withFields))).value).to.equal('F-1042')
  })

  it('shows what the server says of such a field at the field', async () => {
    const errors = [{ pointer: '/fields/order', detail: 'No such order.' }]
    const { root, fill, send } = await show({
      config: { ...sampleConfig, settings: { ticket: { fields: [{ ...sampleFields[2]!, key: 'order' }] } } },
      createTicket: () => Promise.reject(new ApiError('invalid-request', 'No', { errors } as never)),
    })
    const own = root.querySelector('deskbell-form-fields')!
    await waitUntil(() => own.shadowRoot?.querySelector('#order'))
    fill()
    await send()
    await waitUntil(() => own.shadowRoot!.textContent!.includes('No such order.'))
  })

  it('touches no storage before something was typed', async () => {
    const { type } = await show()
    expect(sessionStorage.length).to.equal(0)
    type('subject', 'Rotor')
    expect(sessionStorage.length).to.equal(1)
  })

  it('names every fault, ties it to its field, and goes to the first', async () => {
    const { root, send, sent, type } = await show()
    type('email', 'nora@example')
    await send()
    expect(sent()).to.have.length(0)
    const email = root.querySelector('#email')!
    expect(root.getElementById(email.getAttribute('aria-describedby')!)!.textContent).to.equal(
      'This address has no ending, such as .com or .no',
    )
    expect(root.querySelectorAll('[aria-invalid=true]')).to.have.length(4)
    expect((root.activeElement as HTMLInputElement).name).to.equal('subject')
  })

  it('brings what is wrong into view with the field it goes to', async () => {
    const { form, root, type, fill, send } = await show()
    form.style.blockSize = '420px'
    fill()
    type('email', 'nora@example')
    // Half in view, a field is only moved as far as it must.
    const below = (selector: string) => root.querySelector(selector)!.getBoundingClientRect().bottom
    root.querySelector('.body')!.scrollTop += below('#email') - below('.body') - 10
    await send()
    expect(root.activeElement!.id).to.equal('email')
    expect(below('#email-fault')).to.be.at.most(below('.body'))
  })

  it('takes a fault back as soon as it is mended', async () => {
    const { form, root, send, type } = await show()
    await send()
    type('subject', 'Rotor')
    await settled(form.parentElement!)
    expect(root.querySelector('#subject')!.getAttribute('aria-invalid')).to.equal('false')
    expect(root.querySelector('#email')!.getAttribute('aria-invalid')).to.equal('true')
  })

  it('sends all fields with page and client id, then shows the reference and who will answer', async () => {
    const { form, root, fill, send, sent, text } = await show()
    let reference = ''
    form.addEventListener('deskbell-ticket-sent', (event) => {
      reference = (event as TicketSentEvent).reference
    })
    fill()
    await send()
    const [{ cid, page, ...rest }] = sent() as [NewTicket]
    expect(rest).to.deep.equal({
      name: 'Nora',
      email: 'nora@example.com',
      subject: 'Rotor arrived bent',
      description: 'It rubs once per turn.',
      department_id: null,
    })
    expect(cid).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(page!.url).to.equal(location.href)
    expect(root.querySelector('output')!.textContent).to.equal('DB-7K3M92QF')
    expect(text()).to.contain('Ana or Mika from Workshop will answer.')
    expect(reference).to.equal('DB-7K3M92QF')
    expect(sessionStorage.length).to.equal(0)
  })

  it('claims no e-mail and no time that nobody promised', async () => {
    const { fill, send, text } = await show({
      createTicket: () => ({ ...created, people: [], department: null }),
    })
    fill()
    await send()
    expect(text()).to.contain('A person will answer.')
    expect(text()).not.to.match(/sent (it )?to you|today|before \d/)
  })

  it('keeps the text after a failure, and sends it again under the same client id', async () => {
    let works = false
    const { fill, send, sent, text } = await show({
      createTicket: () => (works ? created : Promise.reject(new ApiError('network', 'No answer'))),
    })
    fill()
    await send()
    expect(text()).to.contain('Not sent. Your text is kept here.')
    works = true
    await send()
    const [first, second] = sent()
    expect(second).to.deep.equal(first)
  })

  it('gives a changed text a client id of its own', async () => {
    const { fill, send, sent, type } = await show({
      createTicket: () => Promise.reject(new ApiError('timeout', 'No answer')),
    })
    fill()
    await send()
    type('subject', 'Rotor arrived very bent')
    await send()
    const [first, second] = sent()
    expect(second!.cid).not.to.equal(first!.cid)
  })

  it('still has the text after a reload of the page', async () => {
    const { type } = await show()
    type('description', 'It rubs once per turn.')
    const again = await show()
    expect(again.root.querySelector<HTMLTextAreaElement>('#description')!.value).to.equal(
      'It rubs once per turn.',
    )
  })

  it('does not ask a known customer who they are, but lets them say otherwise', async () => {
    const { form, root, text } = await show({ conversations: [sampleConversation] })
    expect(root.querySelector('#email')).to.equal(null)
    expect(text()).to.contain('From nora@example.com.')
    root.querySelector<HTMLElement>('.foot .link')!.click()
    await settled(form.parentElement!)
    expect(root.querySelector<HTMLInputElement>('#email')!.value).to.equal('nora@example.com')
  })

  it('shows what the server faults at the field', async () => {
    const problem = { errors: [{ pointer: '/subject', detail: 'Too long' }] }
    const { root, fill, send } = await show({
      createTicket: () => Promise.reject(new ApiError('invalid-request', 'No', problem as never)),
    })
    fill()
    await send()
    expect(root.querySelector('#subject-fault')!.textContent).to.equal('Too long')
  })

  it('offers articles for the subject, which open without losing the form', async () => {
    const { form, root, type } = await show({ search: () => sampleSearch })
    const went: unknown[] = []
    form.parentElement!.addEventListener('deskbell-navigate', (event) =>
      went.push((event as NavigateEvent).params),
    )
    type('subject', 'Rotor arrived bent')
    await waitUntil(() => root.querySelector('.hints .row'))
    root.querySelector<HTMLElement>('.hints .row')!.click()
    expect(went).to.deep.equal([{ slug: 'returning-fitted-parts', passage: 'p2' }])
  })

  checkDemos(ticketFormDemos)
})
