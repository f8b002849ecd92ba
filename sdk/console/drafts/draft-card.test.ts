// A draft in front of an agent: what is asked of the client, what comes back into the composer, what everybody sees.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import type { OpenArticleEvent } from '../copilot/open-article.event.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { actorOf, ana, at, fakeNow, idOf, mika } from '../demo/fake-desk.ts'
import { discardedLog, draftEvent, drafted, draftedLog } from '../demo/fake-drafts.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const stand = (options: FakeAgentClientOptions = {}, events: LogEvent[] = draftedLog) => {
  const client = createFakeAgentClient({
    conversations: { drafts: [drafted] },
    states: { [drafted.id]: { events } },
    ...options,
  })
  return standUp(
    html`<deskbell-console .client=${client} .conversationId=${drafted.id} .clock=${fakeNow}></deskbell-console>`,
  )
}
const append = async (element: DeskbellConsole, event: Partial<LogEvent>): Promise<void> => {
  fakeOf(element)
    .state(drafted.id)
    .update((state) => ({
      ...state,
      events: [
        ...state.events,
        { ...draftEvent, id: idOf(999), seq: 9, at: at(14, 2), ...event } as LogEvent,
      ],
    }))
  await settled(element)
}
const card = (element: DeskbellConsole) => find(element, 'deskbell-draft-card')!
const click = async (element: DeskbellConsole, selector: string): Promise<void> => {
  find(element, selector)!.click()
  await settled(element)
}
const key = (element: DeskbellConsole, init: KeyboardEventInit): void =>
  void find(card(element), '.card')!.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init }),
  )

describe('deskbell-draft-card', () => {
  it('shows the draft with its sources, how sure it is, and that nothing was sent', async () => {
    const element = await stand()
    const text = textOf(find(card(element), '.card'))
    expect(text).to.contain('Not sent, waits for you')
    expect(text).to.contain('86% sure')
    expect(text).to.contain('Warranty on hubs and wheels')
    const [first] = findAll<HTMLButtonElement>(card(element), '.sources button')
    first!.click()
    await settled(element)
    expect(textOf(find(card(element), 'blockquote'))).to.contain('two-year warranty')
    await expect(element).to.be.accessible()
  })

  it('leads from a source to the article beside the conversation, and says when that is gone', async () => {
    const GONE = 'There is no such article'
    const element = await stand({
      answer: (name) => (name === 'GET /articles/freehub' ? { article: { id: 'a2' } } : undefined),
      on(name) {
        if (name === 'GET /articles/warranty') throw new ApiError('article-not-found', GONE)
      },
    })
    const opened: string[] = []
    // Before the console opens it: what stands beside it is not this test's.
    find(element, 'deskbell-conversation-thread')!.addEventListener('deskbell-open-article', (event) => {
      event.stopPropagation()
      opened.push((event as OpenArticleEvent).articleId)
    })
    const sources = findAll<HTMLButtonElement>(card(element), '.sources button')
    sources[1]!.click()
    await settled(element)
    find(card(element), 'blockquote button')!.click()
    await waitUntil(() => opened.length === 1)
    expect(opened).to.deep.equal(['a2'])
    sources[0]!.click()
    await settled(element)
    find(card(element), 'blockquote button')!.click()
    await waitUntil(() => findAll(element, '.strip').some((strip) => textOf(strip).includes(GONE)))
    expect(opened).to.have.lengthOf(1)
  })

  it('approves by its button and by Control and Enter', async () => {
    const element = await stand()
    await click(element, '.approve')
    key(element, { key: 'Enter', ctrlKey: true })
    await settled(element)
    expect(callsOf(element, 'approve')).to.deep.equal([[draftEvent.id], [draftEvent.id]])
  })

  it('comes into the composer to be changed, and goes out as what stands there then', async () => {
    const element = await stand()
    key(element, { key: 'e' })
    await settled(element)
    expect(exists(element, 'deskbell-draft-card')).to.equal(false)
    const area = find<HTMLTextAreaElement>(element, 'textarea')!
    expect(area.value).to.contain('[1]')
    area.value = 'Yes, it is covered. [1]'
    area.dispatchEvent(new InputEvent('input'))
    await settled(element)
    await click(element, 'form .solid')
    expect(callsOf(element, 'approve')).to.deep.equal([[draftEvent.id, 'Yes, it is covered. [1]']])
    expect(callsOf(element, 'send')).to.deep.equal([])
  })

  it('leaves what was changed as a reply of one’s own when somebody else has decided meanwhile', async () => {
    const element = await stand()
    await click(element, '.edit')
    const area = () => find<HTMLTextAreaElement>(element, 'textarea')!
    area().value = 'My own words'
    area().dispatchEvent(new InputEvent('input'))
    await append(element, {
      type: 'draft.decided',
      actor: actorOf(ana),
      data: {
        draft_id: draftEvent.id,
        outcome: 'approved',
        reason: null,
        edit_distance: 0,
        message_id: idOf(998),
      },
    } as Partial<LogEvent>)
    await settled(element)
    expect(area().value).to.equal('My own words')
    expect(exists(element, '.editing')).to.equal(false)
    expect(textOf(find(element, '[role="log"]'))).to.contain('Ana approved the draft')
  })

  it('is discarded with a reason, and brought back by who discarded it', async () => {
    const element = await stand()
    find(find(card(element), '.discard')!, '.opener')!.click()
    await settled(element)
    find(find(card(element), '.discard')!, '[role="menuitem"]')!.click()
    await settled(element)
    expect(callsOf(element, 'discardDraft')).to.deep.equal([[draftEvent.id, 'wrong']])
    const after = await stand({}, discardedLog)
    expect(exists(after, 'deskbell-draft-card')).to.equal(false)
    await click(after, '.restore')
    expect(callsOf(after, 'restore')).to.deep.equal([[draftEvent.id]])
  })

  it('offers no way back to who did not discard it', async () => {
    const element = await stand(
      {},
      discardedLog.map((event) => (event.actor.id === mika.id ? { ...event, actor: actorOf(ana) } : event)),
    )
    expect(exists(element, '.restore')).to.equal(false)
  })

  it('asks for another draft, tells that one is being written, and that none came', async () => {
    const element = await stand()
    const field = find<HTMLInputElement>(card(element), 'input')!
    field.value = 'shorter'
    field.dispatchEvent(new InputEvent('input'))
    await settled(element)
    await click(element, '.ask button')
    expect(callsOf(element, 'regenerate')).to.deep.equal([[draftEvent.id, 'shorter']])
    const about = { draft_id: draftEvent.id }
    await append(element, {
      type: 'draft.requested',
      data: { ...about, instruction: 'shorter' },
    } as Partial<LogEvent>)
    expect(find<HTMLButtonElement>(element, '.approve')!.disabled).to.equal(true)
    expect(textOf(find(card(element), '.card [role="status"]'))).to.contain('being written')
    await append(element, {
      id: idOf(997),
      type: 'draft.failed',
      data: { ...about, reason: 'unavailable' },
    } as Partial<LogEvent>)
    expect(find<HTMLButtonElement>(element, '.approve')!.disabled).to.equal(false)
    expect(textOf(find(card(element), '.failed'))).to.contain('did not answer')
  })

  it('offers no other draft where no model could write it', async () => {
    const element = await stand({ model: false })
    expect(exists(card(element), 'input')).to.equal(false)
  })

  it('says who was faster', async () => {
    const element = await stand({
      on(name) {
        if (name !== 'approve') return
        throw new ApiError('draft-decided', 'Ana sent it a moment ago.')
      },
    })
    await click(element, '.approve')
    await settled(element)
    expect(textOf(find(element, '.strip[role="alert"]'))).to.contain('Ana sent it a moment ago')
  })
})
