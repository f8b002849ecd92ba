// The offer to be told of an answer: asked of the browser only at the click, gone where it cannot be kept.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { sampleConfig } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './notify-offer.define.ts'

const native = window.Notification

interface Browser {
  permission: NotificationPermission
  /** What the visitor answers the browser. */
  answer?: NotificationPermission
  /** As on phones: the name is there, but throws. */
  throws?: boolean
}

function browser({ permission, answer = 'granted', throws = false }: Browser): { asked: number } {
  const seen = { asked: 0 }
  class Fake {
    static permission = permission
    static async requestPermission(): Promise<NotificationPermission> {
      seen.asked++
      Fake.permission = answer
      return answer
    }
    constructor() {
      if (throws) throw new TypeError('Illegal constructor')
    }
    close(): void {}
  }
  window.Notification = Fake as never
  return seen
}

async function show(options: FakeClientOptions = {}) {
  const client = createFakeClient(options)
  const element = await showDemo({
    client: () => client,
    render: () => html`<deskbell-notify-offer></deskbell-notify-offer>`,
  })
  const root = element.shadowRoot!
  const wishes = () => client.calls.filter(([name]) => name === 'preferences.set').map(([, wish]) => wish)
  return {
    element,
    root,
    wishes,
    button: () => root.querySelector('button'),
    text: () => root.textContent!.trim(),
  }
}

describe('deskbell-notify-offer', () => {
  afterEach(() => {
    window.Notification = native
  })

  it('asks the browser at the click and not before, and says what will happen', async () => {
    const seen = browser({ permission: 'default' })
    const { element, button, wishes, text } = await show()
    await expect(element).to.be.accessible()
    expect(seen.asked).to.equal(0)
    button()!.click()
    await waitUntil(() => button() === null)
    expect(seen.asked).to.equal(1)
    expect(wishes()).to.deep.equal([{ notify: true }])
    expect(text()).to.equal('A notification tells you when a person answers.')
    await expect(element).to.be.accessible()
  })

  it('goes when the visitor tells the browser no', async () => {
    browser({ permission: 'default', answer: 'denied' })
    const { button, wishes, text } = await show()
    button()!.click()
    await waitUntil(() => button() === null)
    expect([wishes(), text()]).to.deep.equal([[], ''])
  })

  it('goes where the browser only pretends, without a question', async () => {
    const seen = browser({ permission: 'default', throws: true })
    const { button, wishes } = await show()
    button()!.click()
    await waitUntil(() => button() === null)
    expect([seen.asked, wishes()]).to.deep.equal([0, []])
  })

  it('is not there where it was denied, does not exist, or the site wants none', async () => {
    browser({ permission: 'denied' })
    expect((await show()).text()).to.equal('')
    window.Notification = undefined as never
    expect((await show()).text()).to.equal('')
    browser({ permission: 'default' })
    const config = { ...sampleConfig, settings: { chat: { notifications: false } } }
    expect((await show({ config })).text()).to.equal('')
  })

  it('knows who has asked for it already', async () => {
    browser({ permission: 'granted' })
    const { element, button, text } = await show({ preferences: { notify: true } })
    await settled(element)
    expect(button() === null).to.equal(true)
    expect(text()).to.contain('A notification tells you')
  })
})
