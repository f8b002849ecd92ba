// When an answer sounds, and when it does not.

import { expect } from '@open-wc/testing'
import { createFakeClient, type FakeClientOptions } from '../sdk/elements/demo/fake-client.ts'
import { demoTime, mika, nora, sampleConfig, sampleConversation } from '../sdk/elements/demo/fake-data.ts'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import { watchAnswers } from './answer-alerts.ts'

const talk = (change: Partial<VisitorConversation> = {}): VisitorConversation => ({
  ...sampleConversation,
  head: 5,
  read_seq: 5,
  last_message: { preview: 'Hello', at: demoTime(14, 1), actor: nora },
  ...change,
})
const answered = (minute: number, change: Partial<VisitorConversation> = {}): VisitorConversation =>
  talk({
    head: 6,
    last_message: { preview: 'It is packed.', at: demoTime(14, minute), actor: mika },
    ...change,
  })

let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
})

const touch = (): void => void window.dispatchEvent(new PointerEvent('pointerdown'))

function watch(
  options: FakeClientOptions = {},
  { conversations = [talk()], seen = [] as VisitorConversation[] } = {},
) {
  const client = createFakeClient({ conversations, ...options })
  const list = client.conversations.list as unknown as { set(list: readonly VisitorConversation[]): void }
  const shown: string[] = []
  let tones = 0
  let played = 0
  let looked = 0
  const { get } = client.preferences
  client.preferences.get = () => {
    looked++
    return get()
  }
  stops.push(
    watchAnswers({
      client,
      seen,
      site: crypto.randomUUID(),
      show: (id) => shown.push(id),
      patience: 20,
      loadTone: async () => {
        tones++
        return { unlock: async () => true, play: async () => void played++ }
      },
    }),
  )
  return {
    client,
    list,
    shown,
    played: () => played,
    tones: () => tones,
    /** Waits until it has decided; what it does then is done in the same breath. */
    decided: async (times = 1) => {
      await waitUntil(() => looked >= times)
      await new Promise((done) => setTimeout(done, 20))
    },
    unlock: async () => {
      touch()
      await waitUntil(() => tones > 0)
      await new Promise((done) => setTimeout(done))
    },
  }
}

describe('answer alerts', () => {
  it('sound once for all that came together', async () => {
    const { list, played, unlock, decided } = watch()
    await unlock()
    list.set([answered(2)])
    list.set([answered(3, { head: 7 })])
    await waitUntil(() => played() > 0)
    await decided()
    expect(played()).to.equal(1)
  })

  it('do not sound for what was there before, for what one wrote oneself, or for what is no message', async () => {
    const { list, played, unlock, decided } = watch({}, { conversations: [answered(2)] })
    await unlock()
    list.set([answered(2, { head: 8 })])
    list.set([answered(2, { head: 8 }), answered(1, { id: 'another' })])
    list.set([talk({ head: 9, last_message: { preview: 'Me', at: demoTime(14, 5), actor: nora } })])
    list.set([answered(6)])
    await decided()
    expect(played()).to.equal(1)
  })

  it('hear of what came while they were fetched', async () => {
    const { decided } = watch({}, { conversations: [answered(2)], seen: [talk()] })
    await decided()
  })

  it('do not sound when it was read meanwhile, in this tab or another', async () => {
    const { list, played, unlock, decided } = watch()
    await unlock()
    list.set([answered(2)])
    list.set([answered(2, { read_seq: 6 })])
    await new Promise((done) => setTimeout(done, 60))
    list.set([answered(3, { head: 7, read_seq: 6 })])
    await decided()
    expect(played()).to.equal(1)
  })

  it('do not sound when muted, where the site wants none, or before the page was touched', async () => {
    const silent = { ...sampleConfig, settings: { chat: { sound: false } } }
    for (const [options, touched] of [
      [{ preferences: { muted: true } }, true],
      [{ config: silent }, true],
      [{}, false],
    ] as const) {
      const { list, played, unlock, decided } = watch(options)
      if (touched) await unlock()
      list.set([answered(2)])
      await decided()
      expect(played()).to.equal(0)
    }
  })

  it('fetch no sound for who has no conversation', async () => {
    const { tones } = watch({}, { conversations: [] })
    touch()
    await new Promise((done) => setTimeout(done, 20))
    expect(tones()).to.equal(0)
  })

  it('sound in one tab of several', async () => {
    const site = crypto.randomUUID()
    const client = createFakeClient({ conversations: [talk()] })
    let played = 0
    for (let tab = 0; tab < 3; tab++)
      stops.push(
        watchAnswers({
          client,
          site,
          show: () => {},
          patience: 10,
          loadTone: async () => ({ unlock: async () => true, play: async () => void played++ }),
        }),
      )
    touch()
    await new Promise((done) => setTimeout(done, 10))
    ;(client.conversations.list as unknown as { set(list: unknown): void }).set([answered(2)])
    await new Promise((done) => setTimeout(done, 100))
    expect(played).to.equal(1)
  })
})

describe('answer notifications', () => {
  const native = window.Notification
  interface Made {
    title: string
    options: NotificationOptions
    onclick?: () => void
    closed?: boolean
  }
  let made: Made[] = []
  beforeEach(() => {
    made = []
    class Fake {
      static permission = 'granted'
      onclick?: () => void
      constructor(title: string, options: NotificationOptions) {
        const one: Made = { title, options }
        Object.defineProperty(one, 'onclick', { get: () => this.onclick })
        made.push(one)
      }
      close(): void {
        made.at(-1)!.closed = true
      }
    }
    window.Notification = Fake as never
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
  })
  afterEach(() => {
    window.Notification = native
    delete (document as { hidden?: boolean }).hidden
  })

  it('tell who asked for it what a person wrote, and lead to the chat', async () => {
    const { list, shown, decided } = watch({ preferences: { notify: true } })
    list.set([answered(2)])
    await decided()
    expect(made.map(({ title, options }) => [title, options.body])).to.deep.equal([['Mika', 'It is packed.']])
    made[0]!.onclick!()
    expect(shown).to.deep.equal([sampleConversation.id])
    expect(made[0]!.closed).to.equal(true)
  })

  it('tell nobody who did not ask, who looks at the page, or whom a machine answered', async () => {
    const quiet = watch({})
    quiet.list.set([answered(2)])
    await quiet.decided()
    const wished = watch({ preferences: { notify: true } })
    wished.list.set([
      answered(2, { last_message: { preview: 'Yes', at: demoTime(14, 2), actor: { ...mika, kind: 'ai' } } }),
    ])
    await wished.decided()
    Object.defineProperty(document, 'hidden', { value: false, configurable: true })
    wished.list.set([answered(3)])
    await wished.decided(2)
    expect(made).to.deep.equal([])
  })
})
