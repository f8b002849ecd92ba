// Away by itself, back by itself, and never against what the agent chose.

import { expect } from '@open-wc/testing'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { fakeMe } from '../demo/fake-desk.ts'
import type { Desk } from '../desk.context.ts'
import { OwnPresence } from './own-presence.controller.ts'

const MINUTE = 60_000
let stop = (): void => {}
afterEach(() => {
  stop()
  localStorage.removeItem('deskbell:away-by-itself')
})

function stand(awayMinutes: number | null = 10, client = createFakeAgentClient()) {
  let now = 0
  const host = Object.assign(document.createElement('div'), {
    addController: () => {},
    renderRoot: document.createElement('div'),
  })
  const presence = new OwnPresence(host)
  presence.start({
    client,
    now: () => now,
    preferences: { state: { get: () => ({ away_minutes: awayMinutes }) } },
  } as unknown as Desk)
  stop = () => presence.stop()
  return {
    client,
    pass(minutes: number): void {
      now += minutes * MINUTE
      presence.look()
    },
    input: () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })),
    chosen: () => client.calls.filter(([name]) => name === 'setAvailability').map(([, to]) => to),
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  }
}

describe('own presence', () => {
  it('is away after ten minutes without input, and online with the next', async () => {
    const desk = stand()
    desk.pass(9)
    desk.input()
    desk.pass(9)
    expect(desk.chosen()).to.deep.equal([])
    desk.pass(1)
    await desk.settle()
    expect(desk.chosen()).to.deep.equal(['away'])
    desk.input()
    expect(desk.chosen()).to.deep.equal(['away', 'online'])
  })

  it('is back with the next input, too, where the page was loaded anew meanwhile', async () => {
    const desk = stand()
    desk.pass(10)
    await desk.settle()
    stop()
    const after = stand(10, desk.client)
    after.input()
    expect(after.chosen()).to.deep.equal(['away', 'online'])
  })

  it('leaves who chose to be away, or never wants it, as they are', async () => {
    const desk = stand()
    desk.client.me.set({ ...fakeMe, agent: { ...fakeMe.agent, availability: 'away' } })
    desk.pass(30)
    desk.input()
    expect(desk.chosen()).to.deep.equal([])
    stop()
    const never = stand(null)
    never.pass(600)
    expect(never.chosen()).to.deep.equal([])
  })
})
