// The list: groups, rows, keys, and what happens as it changes under the agent's hands.

import { expect } from '@open-wc/testing'
import type { InboxState } from '../../client/agent-client.api.ts'
import type { WritableStore } from '../../client/store.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { fakeConversations, fakeMe, handledByAssistant, waiting } from '../demo/fake-desk.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { inboxGroups, orderWords } from './inbox-group.ts'

const rows = (element: DeskbellConsole): HTMLElement[] => findAll(element, 'section .row')
const focused = (element: DeskbellConsole): Element | null =>
  find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement
const key = (target: Element, name: string): void =>
  void target.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  )

describe('inboxGroups', () => {
  it('parts what is mine into what needs a reply, what waits on the customer, and what the AI has and I follow', () => {
    const groups = inboxGroups('mine', [...fakeConversations, ...handledByAssistant])
    expect(groups.map(({ group, rows: each }) => [group, each.length])).to.deep.equal([
      ['list.needs_reply', 4],
      ['list.waiting_on_customer', 2],
      ['list.handled_followed', handledByAssistant.length],
    ])
    expect(orderWords('mine', 'list.needs_reply', undefined)).to.equal('list.longest_first')
  })

  it('keeps other views whole, and in their order', () => {
    const [group] = inboxGroups('waiting', waiting)
    expect(group!.rows).to.equal(waiting)
    expect(orderWords('waiting', null, undefined)).to.equal('list.longest_first')
  })
})

describe('deskbell-inbox-list', () => {
  it('shows who, since when, the last words, the place and the reference', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    expect(textOf(rows(element)[1]!)).to.equal(
      'I Ines 1 unread 6 min The new chain skips on one cog Workshop due in 2 min',
    )
    expect(textOf(rows(element)[4]!.querySelector('.preview'))).to.equal(
      'You: Try the spacer behind the cassette first',
    )
  })

  it('cuts a name at its own end in either direction, and shows a tag whole or not at all', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    element.dir = 'rtl'
    const tags = [
      { id: 't1', name: 'short' },
      { id: 't2', name: 'one that is far too long to stand beside it' },
    ]
    const { inbox } = fakeOf(element) as unknown as { inbox: { state: WritableStore<InboxState> } }
    inbox.state.update((now) => ({ ...now, conversations: [{ ...now.conversations[0]!, tags }] }))
    await settled(element)
    const name = getComputedStyle(find(element, '.row .name')!)
    expect([name.direction, name.textAlign]).to.deep.equal(['ltr', 'right'])
    const line = find(element, '.place')!.getBoundingClientRect()
    const [short, long] = findAll(element, '.tag').map((each) => each.getBoundingClientRect())
    expect([short!.top < line.bottom, long!.top >= line.bottom]).to.deep.equal([true, true])
  })

  it('shows what the customer wants where the AI agent has only handed over, and cuts off no beginning', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const actor = { kind: 'ai' as const, id: null, name: 'Assistant' }
    const said = (preview: string, unanswered_since: string | null) => {
      const { inbox } = fakeOf(element) as unknown as { inbox: { state: WritableStore<InboxState> } }
      inbox.state.update((now) => ({
        ...now,
        conversations: now.conversations.map((each, n) =>
          n === 1
            ? {
                ...each,
                subject: 'Chain skips',
                unanswered_since,
                last_message: { ...each.last_message!, actor, preview },
              }
            : each,
        ),
      }))
      return settled(element)
    }
    const preview = () => rows(element)[1]!.querySelector<HTMLElement>('.preview')!
    await said('I have passed this on', new Date(0).toISOString())
    expect(textOf(preview())).to.equal('Chain skips')
    await said('هل يصل', null)
    expect(textOf(preview())).to.equal('Assistant: هل يصل')
    expect(preview().matches(':dir(rtl)')).to.equal(true)
  })

  it('marks who holds a conversation that is not mine', async () => {
    const element = await standUp(consoleDemos['assistant is writing']!())
    expect(exists(element, '.holder .mark.machine')).to.equal(true)
    expect(textOf(rows(element)[0]!)).to.contain('held by Assistant')
    expect(handledByAssistant).to.have.lengthOf(rows(element).length)
  })

  it('lets a nameless visitor be called Visitor, and shows how long they wait', async () => {
    const element = await standUp(consoleDemos.waiting!())
    expect(textOf(rows(element)[1]!.querySelector('.name'))).to.equal('Visitor')
    expect(textOf(rows(element)[1]!.querySelector('time'))).to.equal('4 min')
  })

  it('is one stop for the Tab key and moves by arrows, Home and End', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const tabbable = (): HTMLElement[] => rows(element).filter((row) => row.tabIndex === 0)
    expect(tabbable()).to.deep.equal([rows(element)[0]])
    rows(element)[0]!.focus()
    key(focused(element)!, 'ArrowDown')
    await settled(element)
    expect(focused(element)).to.equal(rows(element)[1])
    expect(tabbable()).to.deep.equal([rows(element)[1]])
    key(focused(element)!, 'End')
    expect(focused(element)).to.equal(rows(element).at(-1))
    key(focused(element)!, 'Home')
    expect(focused(element)).to.equal(rows(element)[0])
    key(focused(element)!, 'ArrowUp')
    expect(focused(element)).to.equal(rows(element)[0])
  })

  it('keeps the focus on its row while others come and go', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    rows(element)[2]!.focus()
    const before = (focused(element) as HTMLElement).dataset.id
    fakeOf(element).inbox.state.update((value) => ({
      ...value,
      conversations: [waiting[1]!, ...value.conversations.filter((_, index) => index !== 1)],
    }))
    await settled(element)
    expect((focused(element) as HTMLElement).dataset.id).to.equal(before)
  })

  it('hands the focus to the next row when its own goes', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    rows(element)[1]!.focus()
    const next = rows(element)[2]!.dataset.id
    fakeOf(element).inbox.state.update((value) => ({
      ...value,
      conversations: value.conversations.filter((_, index) => index !== 1),
    }))
    await settled(element)
    expect((focused(element) as HTMLElement | null)?.dataset.id).to.equal(next)
  })

  it('says in a sentence what an empty view means', async () => {
    const element = await standUp(consoleDemos.empty!())
    expect(textOf(find(element, '.empty h2'))).to.equal('Nothing is yours at the moment')
  })

  it('leads whoever runs the desk to its settings while nobody has written yet, and only then', async () => {
    const element = await standUp(consoleDemos.empty!())
    const { state } = fakeOf(element).inbox
    const leads = async (resolved: number, role: 'owner' | 'agent'): Promise<boolean> => {
      const none = Object.fromEntries(Object.keys(state.get().counts).map((view) => [view, 0]))
      state.update((now) => ({ ...now, counts: { ...none, resolved } as typeof now.counts }))
      fakeOf(element).me.set({ ...fakeMe, agent: { ...fakeMe.agent, role } })
      await settled(element)
      return findAll(element, '.empty .button').some((each) => textOf(each) === 'Go to Settings')
    }
    expect([await leads(1, 'owner'), await leads(0, 'agent'), await leads(0, 'owner')]).to.deep.equal([
      false,
      false,
      true,
    ])
    find(element, '.empty .button')!.click()
    expect(element.path).to.equal('/settings/site')
  })

  it('offers to try again when the list failed, and asks for more before its end is reached', async () => {
    const failed = await standUp(consoleDemos['list failed']!())
    const shown = callsOf(failed, 'show').length
    find(failed, '.empty .button')!.click()
    expect(callsOf(failed, 'show')).to.have.lengthOf(shown + 1)
    const long = await standUp(consoleDemos['long list']!())
    expect(callsOf(long, 'loadMore')).to.have.lengthOf(1)
  })
})
