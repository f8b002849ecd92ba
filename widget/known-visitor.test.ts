// The badge is for eyes and ears alike.

import { expect } from '@open-wc/testing'
import { createStore } from '../sdk/client/store.ts'
import { sampleConversation } from '../sdk/elements/demo/fake-data.ts'
import { en } from '../sdk/locales/en.ts'
import { createTranslator } from '../sdk/locales/translator.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import { type WatchDeps, watchVisitor } from './known-visitor.ts'

const unreadOne: VisitorConversation = {
  ...sampleConversation,
  head: 9,
  read_seq: 2,
  last_message: {
    preview: 'It left today.',
    at: sampleConversation.updated_at,
    actor: { kind: 'human', id: null, name: 'Mika' },
  },
}

describe('watchVisitor', () => {
  it('says beside the launcher’s name how many chats are unread, as long as the badge is there', () => {
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    const launcher = document.createElement('button')
    launcher.append(document.createElement('b'))
    root.append(launcher)
    const list = createStore<readonly VisitorConversation[]>([unreadOne])
    const page = { root, open: false, emit: () => {} }
    const client = {
      conversations: { list },
      identity: createStore({ state: 'anonymous' }),
      consent: createStore('denied'),
      departures: createStore(0),
    }
    const stop = watchVisitor({
      page,
      client: client as unknown as WatchDeps['client'],
      words: () => createTranslator(en, 'en'),
    })
    // There before this was watched.
    expect(launcher.textContent).to.equal('1')
    expect(launcher.ariaDescription).to.equal('1 unread')
    page.open = true
    dispatchEvent(new CustomEvent('deskbell:open'))
    expect(launcher.ariaDescription).to.equal('')
    page.open = false
    list.set([unreadOne, { ...unreadOne, id: sampleConversation.id.replace(/.$/, 'f') }])
    expect(launcher.ariaDescription).to.equal('2 unread')
    stop()
  })
})
