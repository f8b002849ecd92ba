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
    const { length } = history
    element.conversationId = nora.id
    await waitUntil(() => location.hash === `#/mine/${nora.id}`)
    expect(history.length).to.equal(length)
    element.view = 'waiting'
    await waitUntil(() => location.hash === `#/waiting/${nora.id}`)
    expect(history.length).to.equal(length + 1)
  })

  it('leads back to where one was, one place at a time, and what Back leads to adds none', async () => {
    const [before, back] = [
      history.length,
      (): Promise<unknown> => {
        const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
        history.back()
        return moved
      },
    ]
    element.go('/search')
    for (const typed of ['/search?q=a', '/search?q=ab', '/board']) {
      await element.updateComplete
      element.go(typed)
    }
    await waitUntil(() => location.hash === '#/board')
    expect(history.length - before).to.equal(2)
    await back()
    expect(element.path).to.equal('/search?q=ab')
    await back()
    await waitUntil(() => element.path === `/waiting/${nora.id}`)
    await element.updateComplete
    expect(location.hash).to.equal(`#/waiting/${nora.id}`)
    expect(history.length - before).to.equal(2)
    history.replaceState(null, '', '#/waiting')
    window.dispatchEvent(new Event('hashchange'))
    expect(element.conversationId).to.equal(null)
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
