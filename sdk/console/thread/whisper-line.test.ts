// Whispers in a thread: where they stand, and that each says who sees it.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { Whisper } from '../../protocol/whisper.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { actorOf, ana, at, customerOf, fakeMe, fakeNow, mika, nora } from '../demo/fake-desk.ts'
import { fakeLog } from '../demo/fake-log.ts'
import { callsOf, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const text = (body: string) => ({
  body,
  content: [{ type: 'paragraph' as const, children: [body] }],
  citations: [],
  answer: null,
})
const line = (by: ReturnType<typeof actorOf>, minute: number, body: string) => ({
  by,
  at: at(14, minute),
  part: { type: 'message.created' as const, data: text(body) } as never,
})
const log = fakeLog(nora, [
  line(customerOf(nora), 0, 'It came bent'),
  line(actorOf(mika), 1, 'A new one goes out'),
  line(actorOf(mika), 2, 'Today'),
])

const whisper = (n: number, from: typeof ana, to: typeof ana, body: string, after: number): Whisper => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  conversation_id: nora.id,
  by: { id: from.id, name: from.name },
  to: { id: to.id, name: to.name },
  body,
  content: [{ type: 'paragraph', children: [body] }],
  after_seq: after,
  at: at(14, 1),
})

describe('whispers in a thread', () => {
  it('stand behind the line they were written under, say who sees them, and part what they stand between', async () => {
    const client = createFakeAgentClient({
      me: { ...fakeMe, agent: mika },
      states: { [nora.id]: { events: log, conversation: nora } },
    })
    const element = await standUp(
      html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id} .clock=${fakeNow}></deskbell-console>`,
    )
    await waitUntil(() => findAll(element, '.log .message').length === 3)
    expect(findAll(element, '.log .message.first').length).to.equal(2)
    const fake = fakeOf(element)
    fake.tell('whisper.created', { whisper: whisper(1, ana, mika, 'Offer the other size', 2) })
    fake.tell('whisper.created', { whisper: whisper(2, mika, ana, 'Will do', 3) })
    // Another conversation's, and the same once more.
    fake.tell('whisper.created', {
      whisper: { ...whisper(3, ana, mika, 'Elsewhere', 2), conversation_id: ana.id },
    })
    fake.tell('whisper.created', { whisper: whisper(2, mika, ana, 'Will do', 3) })
    await settled(element)
    const lines = findAll(element, '.log :is(.message, .note) [dir="auto"], .log .message .body').map(textOf)
    expect(lines.filter((each, index) => lines.indexOf(each) === index)).to.deep.equal([
      'It came bent',
      'A new one goes out',
      'Offer the other size',
      'Today',
      'Will do',
    ])
    expect(findAll(element, '.whisper .only').map(textOf)).to.deep.equal([
      'Only you see this',
      `Only ${ana.name} sees this`,
    ])
    expect(findAll(element, '.log .message.first').length).to.equal(3)
    await expect(find(element, '.whisper')!).to.be.accessible()
  })

  it('are read in the bell once somebody has looked, and only those that were for oneself', async () => {
    let looking = false
    const client = createFakeAgentClient({
      me: { ...fakeMe, agent: mika },
      states: { [nora.id]: { events: log, conversation: nora } },
    })
    const element = await standUp(
      html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id} .clock=${fakeNow}
        .attentive=${() => looking}></deskbell-console>`,
    )
    await waitUntil(() => findAll(element, '.log .message').length === 3)
    const marked = () => callsOf(element, 'POST /notifications/read')
    const look = async (): Promise<void> => {
      window.dispatchEvent(new Event('focus'))
      await settled(element)
    }
    fakeOf(element).tell('whisper.created', { whisper: whisper(1, ana, mika, 'Offer the other size', 2) })
    await settled(element)
    expect(marked()).to.deep.equal([])
    looking = true
    await look()
    expect(marked()).to.deep.equal([[{ conversation_id: nora.id }]])
    fakeOf(element).tell('whisper.created', { whisper: whisper(2, mika, ana, 'Will do', 3) })
    await look()
    expect(marked()).to.have.length(1)
  })

  it('that came while the line was down are read once it stands again', async () => {
    let missed: Whisper[] = []
    const client = createFakeAgentClient({
      me: { ...fakeMe, agent: mika },
      states: { [nora.id]: { events: log, conversation: nora } },
      answer: (name) =>
        name === 'conversation.aside'
          ? { replies: [], scheduled: [], links: [], merged: [], whispers: missed }
          : undefined,
    })
    const element = await standUp(
      html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id} .clock=${fakeNow}></deskbell-console>`,
    )
    await waitUntil(() => findAll(element, '.log .message').length === 3)
    missed = [whisper(1, ana, mika, 'Offer the other size', 2)]
    fakeOf(element).tell('welcome', { at: at(14, 5) } as never)
    await waitUntil(() => find(element, '.whisper'))
  })
})
