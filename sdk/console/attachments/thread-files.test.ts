// The pictures of a message over the whole window: turned by keys, closed while the next is on its way, taken away.

import { ContextProvider } from '@lit/context'
import { expect, fixture } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { createDesk } from '../console-desk.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { deskContext } from '../desk.context.ts'
import './thread-files.define.ts'
import type { ThreadFiles } from './thread-files.ts'

const picture = (n: number) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: `${n}.png`,
  type: 'image/png',
  size: 100,
  kind: 'image' as const,
})

/** Two pictures. The address of the second comes when the test says so. */
async function open() {
  const { promise: second, resolve: arrive } = Promise.withResolvers<void>()
  const client = createFakeAgentClient()
  const files = await client.files()
  const { link } = files
  files.link = async (conversationId, id) => {
    if (id === picture(2).id) await second
    return link(conversationId, id)
  }
  const parent = document.createElement('div')
  const desk = createDesk({ client, locale: 'en', now: Date.now, attentive: () => true, go: () => {} })
  new ContextProvider(parent, { context: deskContext, initialValue: desk })
  document.body.append(parent)
  const element = await fixture<ThreadFiles>(
    html`<deskbell-thread-files .attachments=${[picture(1), picture(2)]} .conversationId=${'c1'}></deskbell-thread-files>`,
    { parentNode: parent },
  )
  const root = element.shadowRoot!
  const dialog = () => root.querySelector('dialog')
  const [first] = root.querySelectorAll<HTMLButtonElement>('button.file')
  await waitUntil(() => !first!.disabled)
  first!.click()
  await waitUntil(() => dialog()?.open)
  const turn = () => dialog()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
  return { element, root, dialog, first: first!, turn, arrive }
}

describe('deskbell-thread-files', () => {
  it('turns to the next picture by a key, and gives the focus back where one has got to', async () => {
    const { root, dialog, turn, arrive } = await open()
    arrive()
    turn()
    await waitUntil(() => dialog()!.getAttribute('aria-label') === '2.png')
    dialog()!.close()
    await waitUntil(() => dialog() === null)
    expect(root.activeElement === root.querySelectorAll('button.file')[1]).to.equal(true)
  })

  it('stays closed when the picture one had turned to comes late', async () => {
    const { element, dialog, first, turn, arrive } = await open()
    turn()
    dialog()!.close()
    await waitUntil(() => dialog() === null)
    arrive()
    await waitUntil(
      () => !element.shadowRoot!.querySelectorAll<HTMLButtonElement>('button.file')[1]!.disabled,
    )
    await element.updateComplete
    expect(dialog() === null).to.equal(true)
    expect(element.shadowRoot!.activeElement === first).to.equal(true)
  })

  it('shows the icon of a file where the page shows no picture', async () => {
    const { root, element } = await open()
    const face = () => root.querySelector('.face')!
    face().querySelector('img')!.dispatchEvent(new Event('error'))
    await element.updateComplete
    expect([face().querySelector('img') === null, face().querySelector('svg') === null]).to.deep.equal([
      true,
      false,
    ])
  })

  it('goes when the message it belongs to is taken away', async () => {
    const { element, dialog } = await open()
    element.attachments = []
    await element.updateComplete
    expect(dialog() === null).to.equal(true)
  })
})
