// The hosted page: what it takes from its address and what it leaves there.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../elements/demo/wait-until.ts'
import './app/console-app.define.ts'
import { createFakeAgentClient } from './demo/fake-agent-client.ts'
import { nora } from './demo/fake-desk.ts'

const element = document.createElement('deskbell-console')
const client = createFakeAgentClient({ me: null })
element.client = client
document.body.append(element)
const redeemed = (): unknown[] =>
  client.calls.filter(([name]) => name === 'redeemLink').map(([, token]) => token)

describe('the console’s page', () => {
  it('redeems the token of the address and takes it out of the address at once', async () => {
    history.replaceState(null, '', '#login=a-token-of-enough-length')
    await import('./console.ts')
    expect(location.hash).to.equal('')
    await waitUntil(() => redeemed().length > 0)
    expect(redeemed()).to.deep.equal(['a-token-of-enough-length'])
  })

  it('keeps the address in step with what is on screen', async () => {
    element.conversationId = nora.id
    await waitUntil(() => location.hash === `#/mine/${nora.id}`)
    element.view = 'waiting'
    await waitUntil(() => location.hash === `#/waiting/${nora.id}`)
  })

  it('goes where the address says when it is changed by hand', () => {
    history.replaceState(null, '', '#/resolved')
    window.dispatchEvent(new Event('hashchange'))
    expect(element.view).to.equal('resolved')
    history.replaceState(null, '', '#/no-such-view')
    window.dispatchEvent(new Event('hashchange'))
    expect(element.view).to.equal('resolved')
  })
})
