// The form before a chat gives its answers once they are good, keeps them over a reload, and lets pass where it may.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { sampleConversation } from '../demo/fake-data.ts'
import '../form-fields/form-fields.define.ts'
import '../provider/provider.define.ts'
import './pre-chat.define.ts'
import { preChatDemos, preChatFields } from './pre-chat.demo.ts'
import type { PreChatEvent } from './pre-chat.ts'

const show = async (options: FakeClientOptions = {}, fields = preChatFields) => {
  const given: unknown[] = []
  const element = await showDemo({
    render: () => html`<deskbell-pre-chat .fields=${fields}
      @deskbell-pre-chat=${({ values }: PreChatEvent) => given.push(values)}></deskbell-pre-chat>`,
    client: () => createFakeClient(options),
  })
  const root = element.shadowRoot!
  const fieldsRoot = root.querySelector('deskbell-form-fields')!.shadowRoot!
  const type = (key: string, value: string) => {
    const input = fieldsRoot.querySelector<HTMLInputElement>(`#${key}`)!
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const press = async (text: string) => {
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === text)
    button?.click()
    await settled(element.parentElement!)
    return button !== undefined
  }
  const value = (key: string) => fieldsRoot.querySelector<HTMLInputElement>(`#${key}`)!.value
  return { element, given, type, press, value }
}

describe('deskbell-pre-chat', () => {
  afterEach(() => sessionStorage.clear())

  it('gives the answers only when they are good', async () => {
    const { given, type, press } = await show()
    await press('Start chat')
    expect(given).to.deep.equal([])
    type('name', 'Nora')
    type('email', 'nora@example.com')
    await press('Start chat')
    expect(given).to.deep.equal([{ name: 'Nora', email: 'nora@example.com' }])
  })

  it('may be passed over only where nothing is needed', async () => {
    expect(await (await show()).press('Skip')).to.equal(false)
    const { given, press } = await show({}, preChatFields.slice(2))
    expect(await press('Skip')).to.equal(true)
    expect(given).to.deep.equal([{}])
  })

  it('keeps what was typed over a reload', async () => {
    const { type, element } = await show()
    type('name', 'Nora')
    element.remove()
    expect((await show()).value('name')).to.equal('Nora')
  })

  it('begins with what is known of the customer', async () => {
    const { value } = await show({ conversations: [sampleConversation] })
    expect(value('email')).to.equal('nora@example.com')
  })

  checkDemos(preChatDemos)
})
