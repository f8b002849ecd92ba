// The banner about the line to the server.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import { fakeOf, find, settled, standUp, textOf } from '../demo/stand-up.ts'

const banner = (element: Element): string => textOf(find(element, 'div[role="status"]:not(.hidden-text)'))

describe('deskbell-connection-banner', () => {
  it('keeps quiet about a blink, and speaks up once the line was down for two seconds', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const { connection } = fakeOf(element)
    connection.set({ state: 'reconnecting', since: Date.now(), retryAt: Date.now() + 5000 })
    await settled(element)
    expect(banner(element)).to.equal('')
    // As if it had begun earlier, so that the test need not wait.
    connection.set({ state: 'reconnecting', since: Date.now() - 1990, retryAt: Date.now() + 5000 })
    await waitUntil(() => banner(element).startsWith('Reconnecting…'))
    connection.set({ state: 'online' })
    await settled(element)
    expect(banner(element)).to.equal('')
  })

  it('says at once that there is no network', async () => {
    const element = await standUp(consoleDemos['on its way']!())
    expect(banner(element)).to.equal('You are offline. What you send waits here until you are back.')
  })
})
