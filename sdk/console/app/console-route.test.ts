// Addresses of the console: read, written, and what of the shell follows from them.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { actorOf, at, idOf, mika, nora } from '../demo/fake-desk.ts'
import { callsOf, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { consoleDemos } from './console-app.demo.ts'
import { readRoute, writeRoute } from './console-route.ts'
import { createOpenConversations } from './open-conversations.ts'

describe('readRoute and writeRoute', () => {
  it('take each place of the console there and back', () => {
    const id = idOf(1)
    for (const path of [
      '/mine',
      `/open/${id}`,
      `/open/${id}/${idOf(2)}`,
      `/saved/${id}`,
      `/team/${id}/${idOf(2)}`,
    ])
      expect(writeRoute(readRoute(path)!)).to.equal(path)
    for (const path of ['/board', '/search?q=rotor', '/settings', '/settings/team/new', '/articles/missing'])
      expect(writeRoute(readRoute(path)!)).to.equal(path)
  })

  it('know nothing of other addresses', () => {
    for (const path of ['', '/', '/nowhere', '/saved', '/boards', 'login=token'])
      expect(readRoute(path)).to.equal(null)
  })
})

describe('createOpenConversations', () => {
  it('keeps the latest eight alive, never closes the open one, and opens none twice', () => {
    const opened: string[] = []
    const closed: string[] = []
    const client = {
      open(id: string) {
        opened.push(id)
        return { id, state: { get: () => ({ phase: 'ready' }) }, close: () => void closed.push(id) }
      },
    }
    const conversations = createOpenConversations(client as never)
    const first = conversations.take('a')
    for (const id of ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) conversations.prefetch(id)
    expect(closed).to.deep.equal(['b'])
    expect(conversations.take('a')).to.equal(first)
    expect(opened.filter((id) => id === 'a')).to.have.lengthOf(1)
    conversations.close()
    expect(closed).to.have.lengthOf(9)
  })
})

describe('deskbell-console, from one to the next', () => {
  it('opens the next by ] with the focus in the list, and fetches what is looked at', async () => {
    const element = await standUp(consoleDemos.inbox!())
    const rows = findAll(element, 'section .row').map((row) => row.dataset.id)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ']', bubbles: true }))
    await settled(element)
    expect(element.conversationId).to.equal(rows[1])
    expect(find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement?.getAttribute('data-id')).to.equal(
      rows[1],
    )
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    expect(callsOf(element, 'open').flat()).to.include(rows[2])
  })

  it('goes on to the next when the agent has resolved the open one, and stays when a colleague has', async () => {
    for (const [actor, opens] of [
      [actorOf(mika), 1],
      [{ kind: 'human', id: idOf(77), name: 'Ana' }, 0],
    ] as const) {
      const element = await standUp(consoleDemos.inbox!())
      const rows = findAll(element, 'section .row').map((row) => row.dataset.id)
      fakeOf(element)
        .state(nora.id)
        .update((value) => ({
          ...value,
          conversation: { ...nora, status: 'resolved' },
          events: [
            ...value.events,
            {
              ...value.events.at(-1)!,
              id: idOf(888),
              seq: 99,
              actor,
              created_at: at(14, 8),
              type: 'conversation.status_changed',
              data: { from: 'assigned', to: 'resolved' },
            } as never,
          ],
        }))
      await settled(element)
      expect(element.conversationId).to.equal(rows[opens])
    }
  })

  it('asks anew for a conversation that could not be opened, and leads back to the list', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 390, height: 844 })
    fakeOf(element)
      .state(nora.id)
      .update((value) => ({ ...value, phase: 'failed', conversation: null }))
    await settled(element)
    const opened = callsOf(element, 'open').length
    const [again, back] = findAll(element, '[role="alert"] .button')
    again!.click()
    await settled(element)
    expect(callsOf(element, 'open')).to.have.lengthOf(opened + 1)
    back!.click()
    await settled(element)
    expect(element.conversationId).to.equal(null)
  })

  it('goes to the board and back without losing the open conversation', async () => {
    const element = await standUp(consoleDemos.inbox!())
    element.go('/search?q=rotor')
    await waitUntil(() => find(element, 'deskbell-search'))
    expect(find(element, 'main')!.hidden).to.equal(true)
    expect(element.path).to.equal('/search?q=rotor')
    element.go('/waiting')
    await settled(element)
    expect(textOf(find(element, 'header h2'))).to.equal('Bent rotor, squealing pads')
  })

  it('leads back from the board and the articles by Esc, but not out of a field', async () => {
    const element = await standUp(consoleDemos.inbox!())
    const esc = (at: Element) =>
      at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    for (const path of ['/board', '/articles']) {
      element.go(path)
      await settled(element)
      const field = document.createElement('input')
      find(element, '.page')!.append(field)
      esc(field)
      expect(element.path).to.equal(path)
      esc(document.body)
      await settled(element)
      expect(element.path).to.equal(`/mine/${nora.id}`)
    }
  })
})
