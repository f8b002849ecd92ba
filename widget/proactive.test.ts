// An owner's messages show when all they ask for holds, one at a time, not too often, and never in the way.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import type { ProactiveMessage } from '../sdk/protocol/site-settings.ts'
import { mount } from './proactive.ts'
import { createProactiveMemory } from './proactive-memory.ts'
import { createProactiveRules, matchesUrl } from './proactive-rules.ts'

const message = (id: string, more: Partial<ProactiveMessage> = {}): ProactiveMessage => ({
  id,
  text: `Words of ${id}`,
  every_days: 7,
  ...more,
})

function rulesOf(...messages: ProactiveMessage[]) {
  const shown: string[] = []
  const page = { href: 'https://shop.example/bikes', visible: true, scrolled: 0 }
  const rules = createProactiveRules({
    messages,
    signs: { href: () => page.href, visible: () => page.visible, scrolled: () => page.scrolled },
    isDue: () => true,
    show: ({ id }) => shown.push(id),
  })
  const pass = (seconds: number) => {
    for (let n = 0; n < seconds; n++) rules.second()
  }
  return { shown, page, rules, pass }
}

describe('createProactiveRules', () => {
  it('holds a pattern against the path, or against the whole address when it names a scheme', () => {
    const href = 'https://shop.example/bikes/rotor?size=160'
    expect(matchesUrl('/bikes/*', href)).to.equal(true)
    expect(matchesUrl('/bikes', href)).to.equal(false)
    expect(matchesUrl('*rotor', href)).to.equal(true)
    expect(matchesUrl('/bikes/rotor?size=*', href)).to.equal(true)
    expect(matchesUrl('https://shop.example/*', href)).to.equal(true)
    expect(matchesUrl('https://other.example/*', href)).to.equal(false)
    expect(matchesUrl('/bikes/r.tor', href)).to.equal(false)
  })

  it('waits until everything holds', () => {
    const { shown, page, rules, pass } = rulesOf(
      message('a', { url: '/bikes', after_seconds: 3, scroll_percent: 50 }),
    )
    pass(5)
    expect(shown).to.deep.equal([])
    page.scrolled = 60
    rules.look()
    expect(shown).to.deep.equal(['a'])
  })

  it('counts only seconds before somebody’s eyes', () => {
    const { shown, page, pass } = rulesOf(message('a', { after_seconds: 3 }))
    page.visible = false
    pass(10)
    page.visible = true
    pass(2)
    expect(shown).to.deep.equal([])
    pass(1)
    expect(shown).to.deep.equal(['a'])
  })

  it('remembers the furthest scroll, but not that somebody wanted to leave earlier', () => {
    const { shown, page, rules, pass } = rulesOf(
      message('a', { scroll_percent: 80, exit_intent: true, after_seconds: 2 }),
    )
    page.scrolled = 90
    rules.look()
    page.scrolled = 0
    rules.leaving()
    pass(2)
    expect(shown).to.deep.equal([])
    rules.leaving()
    expect(shown).to.deep.equal(['a'])
  })

  it('shows one a page view, and begins anew when the address changes under the page', () => {
    const { shown, page, pass } = rulesOf(
      message('a', { url: '/bikes', after_seconds: 1 }),
      message('b', { after_seconds: 1 }),
    )
    pass(9)
    expect(shown).to.deep.equal(['a'])
    page.href = 'https://shop.example/wheels'
    pass(2)
    expect(shown).to.deep.equal(['a', 'b'])
  })

  it('says nothing on a page where support was opened', () => {
    const { shown, rules, pass } = rulesOf(message('a', { after_seconds: 2 }))
    rules.spend()
    pass(9)
    expect(shown).to.deep.equal([])
  })
})

describe('createProactiveMemory', () => {
  const keep = () => {
    const held = new Map<string, string>()
    return {
      held,
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
    }
  }
  const set = (mayStore = true) => {
    const [storage, session] = [keep(), keep()]
    const clock = { now: 0 }
    const open = () =>
      createProactiveMemory({
        mayStore,
        now: () => clock.now,
        storage: () => storage,
        session: () => session,
      })
    return { storage, session, clock, open }
  }
  const days = (n: number) => n * 86_400_000

  it('shows one again only after so many days, over reloads', () => {
    const { open, clock } = set()
    open().shown('a')
    clock.now = days(6.9)
    expect(open().isDue(message('a'))).to.equal(false)
    expect(open().isDue(message('b'))).to.equal(true)
    clock.now = days(7)
    expect(open().isDue(message('a'))).to.equal(true)
  })

  it('shows none any more in a tab where one was closed', () => {
    const { open } = set()
    open().dismissed()
    expect(open().isDue(message('b'))).to.equal(false)
  })

  it('writes nothing before one was shown, and never where the site asks first', () => {
    const { open, storage, session } = set()
    open().isDue(message('a'))
    expect(storage.held.size + session.held.size).to.equal(0)
    const asking = set(false)
    const memory = asking.open()
    memory.shown('a')
    memory.dismissed()
    expect(asking.storage.held.size + asking.session.held.size).to.equal(0)
    expect(memory.isDue(message('b'))).to.equal(false)
  })

  it('forgets with the page where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const memory = createProactiveMemory({ mayStore: true, now: () => 0, storage: blocked, session: blocked })
    memory.shown('a')
    expect(memory.isDue(message('a'))).to.equal(false)
  })
})

describe('proactive card', () => {
  let life: AbortController
  const said: unknown[] = []
  const show = (...messages: ProactiveMessage[]) => {
    life = new AbortController()
    said.length = 0
    const host = document.createElement('div')
    host.style.cssText =
      'position:fixed;inset-block-end:20px;inset-inline-end:20px;inline-size:52px;block-size:52px'
    document.body.append(host)
    life.signal.addEventListener('abort', () => host.remove())
    const root = host.attachShadow({ mode: 'open' })
    mount({
      settings: { proactive: messages, name: 'Fjordline', words: ['en', '', 'Close', ''] },
      root,
      life,
      open: false,
      emit: (event, detail) => said.push([event, detail]),
      run: (...call) => said.push(call),
    })
    const card = () => root.querySelector('deskbell-proactive')?.shadowRoot ?? null
    const button = (text: string) =>
      [...card()!.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent === text)!
    return { card, button }
  }
  afterEach(() => {
    life.abort()
    localStorage.clear()
    sessionStorage.clear()
  })

  it('says who speaks and what, takes no focus, is told politely, and passes axe', async () => {
    const before = document.activeElement
    const { card } = show(message('a', { choices: [{ label: 'Yes' }, { label: 'No' }] }))
    expect(card()!.querySelector('section')!.ariaLabel).to.equal('Fjordline')
    expect(document.activeElement).to.equal(before)
    await waitUntil(() => card()!.querySelector('[role=status]')!.textContent === 'Fjordline: Words of a')
    await expect(card()!.host as HTMLElement).to.be.accessible()
    const { right, bottom } = card()!.host.getBoundingClientRect()
    expect([innerWidth - right, innerHeight - bottom].map(Math.round)).to.deep.equal([20, 84])
  })

  it('opens the chat with the message, or with the answer that was tapped', () => {
    const first = show(message('a'))
    first.button('Words of a').click()
    expect(first.card()).to.equal(null)
    expect(said.at(-1)).to.deep.equal(['startChat', undefined, { id: 'a', text: 'Words of a' }])
    life.abort()
    const second = show(message('b', { choices: [{ label: 'Yes', value: 'Yes, I need help' }] }))
    second.button('Yes').click()
    expect(said).to.deep.equal([
      ['proactive', { id: 'b', state: 'shown' }],
      ['proactive', { id: 'b', state: 'answered' }],
      ['startChat', 'Yes, I need help', { id: 'b', text: 'Words of b' }],
    ])
  })

  it('goes by Escape, and none comes back in this tab', () => {
    const { card } = show(message('a'))
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(card()).to.equal(null)
    expect(said.at(-1)).to.deep.equal(['proactive', { id: 'a', state: 'dismissed' }])
    life.abort()
    expect(show(message('b')).card()).to.equal(null)
  })

  it('goes when support is opened, and leaves nothing behind with the widget', () => {
    const { card } = show(message('a'))
    dispatchEvent(new CustomEvent('deskbell:open'))
    expect(card()).to.equal(null)
    life.abort()
    expect(document.querySelector('deskbell-proactive')).to.equal(null)
  })

  it('shows on leaving by the top with a mouse, not with a finger', () => {
    const { card } = show(message('a', { exit_intent: true }))
    const leave = (pointerType: string, clientY: number) =>
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave', { pointerType, clientY }))
    leave('touch', -1)
    leave('mouse', 300)
    expect(card()).to.equal(null)
    leave('mouse', -1)
    expect(card()).not.to.equal(null)
  })
})
