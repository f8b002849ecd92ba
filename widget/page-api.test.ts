// What a page's calls do apart from opening: when something is fetched for them, what reaches the client, in which
// order, and what is left after a shutdown.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import { leavePage, loadPage } from './loaded-page.ts'
import { openView } from './page-api.ts'
import type { Call } from './panel-contract.ts'

const quiet = () => new Promise((resolve) => setTimeout(resolve, 50))

describe('page-api', () => {
  afterEach(leavePage)

  it('keeps what is said of the visitor until they act, and fetches nothing for it', async () => {
    const { panelFetched, apiFetched } = await loadPage()
    for (const call of [
      ['identify', 'a.b.c'],
      ['track', 'added to basket'],
      ['setAttributes', { plan: 'pro' }],
      ['consent', 'granted'],
    ])
      window.Deskbell!(...(call as [string, unknown]))
    await quiet()
    expect([panelFetched(), apiFetched()]).to.deep.equal([false, false])
  })

  it('keeps a tool of the page until there is a chat to ask it, and brings no panel for it', async () => {
    const { panelFetched, launcher, heard } = await loadPage()
    const tool = { name: 'get_cart', description: 'The cart.', handler: () => 1 }
    window.Deskbell!('registerTool', tool)
    await quiet()
    expect(panelFetched()).to.equal(false)
    launcher.click()
    await waitUntil(async () => (await heard()).mounts.length === 1)
    const { calls } = (await heard()).mounts[0]!
    expect(calls.some(([name, value]) => name === 'registerTool' && value === tool)).to.equal(true)
  })

  it('applies changed settings at once', async () => {
    const { host, launcher, label } = await loadPage()
    window.Deskbell!('update', { label: 'Help', color: '#123456', position: 'bottom-left', y: '80px' })
    await waitUntil(() => label.textContent === 'Help')
    expect(host.style.getPropertyValue('--deskbell-color')).to.equal('#123456')
    expect(launcher.getBoundingClientRect().left).to.equal(20)
    expect(innerHeight - launcher.getBoundingClientRect().bottom).to.equal(80)
    window.Deskbell!('update', { color: undefined })
    await waitUntil(() => host.style.getPropertyValue('--deskbell-color') === '')
  })

  it('hides the launcher and shows it again, and leaves `show` with a view to the panel', async () => {
    const { launcher, heard } = await loadPage({ hideLauncher: 'true' })
    expect(launcher.hidden).to.equal(true)
    window.Deskbell!('show')
    await waitUntil(() => !launcher.hidden)
    window.Deskbell!('hide')
    await waitUntil(() => launcher.hidden)
    window.Deskbell!('show', 'chat')
    await waitUntil(async () => (await heard()).calls.length === 1)
  })

  it('opens and closes by toggle', async () => {
    const { frame } = await loadPage()
    window.Deskbell!('toggle')
    await waitUntil(() => !frame.hidden)
    window.Deskbell!('toggle')
    await waitUntil(() => frame.hidden)
    window.Deskbell!('open')
    expect(frame.hidden).to.equal(false)
    window.Deskbell!('close')
    await waitUntil(() => frame.hidden)
  })

  it('tells the client what the page says once there is a panel', async () => {
    const { launcher, heard } = await loadPage()
    launcher.click()
    await waitUntil(async () => (await heard()).calls.length === 1)
    window.Deskbell!('setLocale', 'de')
    window.Deskbell!('setAttributes', { plan: 'pro' })
    await waitUntil(async () => (await heard()).told.length === 1)
    window.Deskbell!('identify', 'a.b.c')
    await waitUntil(async () => (await heard()).told.length === 3)
    expect((await heard()).told).to.deep.equal([
      ['setAttributes', { plan: 'pro' }],
      ['identify', 'a.b.c'],
      ['resume'],
    ])
    await waitUntil(async () => (await heard()).locales.length > 0)
    expect((await heard()).locales).to.deep.equal(['de'])
  })

  it('takes back who was named when they log out before anything was done', async () => {
    const { heard, panelFetched, launcher } = await loadPage({}, {}, { identity: 'from.the.settings' })
    window.Deskbell!('identify', 'a.b.c')
    window.Deskbell!('logout')
    await quiet()
    // No session can lie in this browser, so nothing more was fetched.
    expect(panelFetched()).to.equal(false)
    launcher.click()
    await waitUntil(async () => (await heard()).mounts.length === 1)
    const [page] = (await heard()).mounts
    expect(page!.calls.some(([command]) => command === 'identify')).to.equal(false)
    expect(page!.settings.identity).to.equal(undefined)
  })

  it('names the commands it has when it is given another, once', async () => {
    const warned: unknown[] = []
    const { warn } = console
    console.warn = (...args: unknown[]) => void warned.push(...args)
    await loadPage()
    window.Deskbell!('opne')
    await waitUntil(() => warned.length > 0)
    await quiet()
    console.warn = warn
    expect(warned).to.have.length(1)
    expect(warned[0]).to.contain('"opne"').and.to.contain('startChat').and.to.contain('identify')
  })

  it('opens views with what they were called with', () => {
    const opened: unknown[] = []
    const views = { open: (...args: unknown[]) => opened.push(args.slice(0, 2)) }
    const all: Call[] = [
      ['search', 'brakes'],
      ['showArticle', 'returns'],
      ['newTicket', 'Rotor'],
      ['showTicket', 'FJ-1', 'a@example.com'],
      ['showConversation', 'c1'],
      ['startChat', 'Hello'],
      ['startChat', undefined, { id: 'sale', text: 'Need help?' }],
      ['show', 'article:returns:passage-2'],
      ['show', 'help:brake pads: which?'],
      ['show', 'something else'],
    ]
    for (const call of all) openView(views as never, call)
    expect(opened).to.deep.equal([
      ['help', { query: 'brakes' }],
      ['article', { slug: 'returns' }],
      ['ticket', { subject: 'Rotor' }],
      ['status', { reference: 'FJ-1', email: 'a@example.com' }],
      ['chat', { conversationId: 'c1' }],
      ['chat', { conversationId: null, prefill: 'Hello' }],
      ['chat', { conversationId: null, proactive: { id: 'sale', text: 'Need help?' } }],
      ['article', { slug: 'returns', passage: 'passage-2' }],
      ['help', { query: 'brake pads: which?' }],
      ['home', {}],
    ])
  })

  it('leaves nothing behind after a shutdown, and boots again by a reference the page has kept', async () => {
    const { launcher, heard } = await loadPage()
    launcher.click()
    await waitUntil(async () => (await heard()).calls.length === 1)
    // biome-ignore lint/suspicious/noDocumentCookie: as known-visitor.ts does.
    document.cookie = 'deskbell=1; Path=/'
    const kept = window.Deskbell!
    const seen: string[] = []
    kept('on', 'open', () => seen.push('open'))
    kept('shutdown')
    await waitUntil(async () => (await heard()).destroyed === 1)
    await quiet()
    expect(document.querySelector('deskbell-launcher')).to.equal(null)
    expect('Deskbell' in window || 'deskbell' in document).to.equal(false)
    expect(document.cookie).to.equal('')
    dispatchEvent(new CustomEvent('deskbell:open'))
    expect(seen).to.deep.equal([])
  })

  it('opens nothing by a reference to a widget that was shut down, and hands calls on to the one that came since', async () => {
    const { launcher, heard, panelFetched } = await loadPage()
    const kept = window.Deskbell!
    kept('shutdown')
    await waitUntil(() => !document.deskbell)
    let opened = 0
    const count = (): void => void opened++
    addEventListener('deskbell:open', count)
    kept('open')
    kept('update', { label: 'Gone' })
    await quiet()
    removeEventListener('deskbell:open', count)
    expect([opened, panelFetched(), launcher.isConnected]).to.deep.equal([0, false, false])

    const calls: unknown[] = []
    document.deskbell = ((...call: unknown[]) => calls.push(call)) as never
    kept('show', 'chat')
    kept('update', { label: 'Help' })
    await waitUntil(() => calls.length === 2)
    delete document.deskbell
    expect(calls).to.deep.equal([
      ['show', 'chat'],
      ['update', { label: 'Help' }],
    ])
    expect((await heard()).mounts).to.deep.equal([])
  })

  it('says what is wrong with a call in an event, and carries out the others', async () => {
    const { launcher, label, heard } = await loadPage()
    const errors: string[] = []
    window.Deskbell!('on', 'error', ({ message }: Error) => errors.push(message))
    launcher.click()
    await waitUntil(async () => (await heard()).calls.length === 1)
    window.Deskbell!('update', null)
    window.Deskbell!('identify')
    window.Deskbell!('setAttributes', 42)
    window.Deskbell!('track')
    window.Deskbell!('consent', true)
    window.Deskbell!('registerTool', { name: 'get_cart' })
    window.Deskbell!('setAttributes', '{"plan":"pro"}')
    window.Deskbell!('update', { label: 'Help' })
    await waitUntil(() => label.textContent === 'Help' && errors.length === 5)
    expect((await heard()).told).to.deep.equal([['setAttributes', { plan: 'pro' }]])
    expect(errors.sort()).to.deep.equal([
      `Deskbell("consent") takes 'granted' or 'denied'.`,
      'Deskbell("identify") takes a token, or a function that gets one.',
      'Deskbell("registerTool") takes a tool: { name, description, handler }.',
      'Deskbell("setAttributes") takes an object.',
      'Deskbell("track") takes a name.',
    ])
  })
})
