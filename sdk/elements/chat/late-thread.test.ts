// The thread comes when there is one or is about to be, and says when it cannot.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './chat.define.ts'
import { LateThread } from './late-thread.ts'

describe('the thread of deskbell-chat', () => {
  it('is not fetched for who looks at a new chat, and is there when they have begun to write', async () => {
    const chat = await showDemo({
      client: () => createFakeClient(),
      render: () => html`<deskbell-chat></deskbell-chat>`,
    })
    await settled(document)
    expect(customElements.get('deskbell-message-list')).to.equal(undefined)
    const field = chat.shadowRoot!.querySelector('deskbell-composer')!.shadowRoot!.querySelector('textarea')!
    field.value = 'W'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await waitUntil(() => customElements.get('deskbell-message-list'))
  })

  it('is asked for once, says that it did not come, and is asked for again when its reader wants it', async () => {
    let tries = 0
    let works = false
    let drawn = 0
    const thread = new LateThread({ requestUpdate: () => void drawn++ }, async () => {
      tries++
      if (!works) throw new TypeError('Failed to fetch dynamically imported module')
    })
    thread.need()
    expect(thread.phase).to.equal('loading')
    await waitUntil(() => thread.phase === 'failed')
    const before = drawn
    thread.need()
    expect([tries, drawn]).to.deep.equal([1, before])
    works = true
    await thread.fetch()
    expect(thread.phase).to.equal('ready')
    expect(drawn).to.be.above(before)
    thread.need()
    expect(tries).to.equal(2)
  })
})
