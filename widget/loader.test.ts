// Before the visitor acts the loader draws a launcher and nothing else; afterwards it does what page and visitor say.

import { expect, waitUntil } from '@open-wc/testing'
import type { LoaderSettings } from './panel-contract.ts'

const DOUBLE = '/widget/loader-panel.double.ts'
let loads = 0
let panels = 0

/** Runs the loader anew, as a page with this tag would. */
async function load(data: Record<string, string> = {}, settings: LoaderSettings = {}, lang = 'en') {
  // Each page has a panel module of its own.
  const panel = `${DOUBLE}?${++panels}`
  Object.assign(globalThis, { __DESKBELL_SETTINGS__: { panel, name: 'Fjordline', ...settings } })
  document.documentElement.lang = lang
  document.querySelector('script[data-site]')?.remove()
  const tag = document.createElement('script')
  tag.type = 'text/plain'
  tag.src = `${location.origin}/support/widget/embed.js`
  Object.assign(tag.dataset, { site: 'fjordline', ...data })
  document.head.append(tag)
  await import(`/widget/loader.ts?${++loads}`)
  const host = document.querySelector<HTMLElement>('deskbell-launcher')!
  const root = host.shadowRoot!
  return {
    host,
    root,
    launcher: root.querySelector<HTMLButtonElement>('button')!,
    frame: root.querySelector<HTMLElement>('div')!,
    badge: root.querySelector('b')!,
    closer: root.querySelector<HTMLButtonElement>('p button')!,
    heard: async () => ((await import(panel)) as typeof import('./loader-panel.double.ts')).heard,
    fetched: () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(panel)),
  }
}

describe('loader', () => {
  afterEach(() => {
    window.Deskbell?.('shutdown')
    document.querySelector('script[data-site]')?.remove()
  })

  it('draws a launcher with a name, and fetches and stores nothing', async () => {
    const { launcher, frame, fetched } = await load()
    expect(launcher.ariaLabel).to.equal('Fjordline Support')
    expect(frame.hidden).to.equal(true)
    expect(fetched()).to.equal(false)
    expect(localStorage.length + sessionStorage.length).to.equal(0)
    await expect(launcher).to.be.accessible()
  })

  it('fetches the panel when pointer or focus come near, and mounts it only on the click', async () => {
    const { launcher, fetched, heard } = await load()
    launcher.dispatchEvent(new PointerEvent('pointerenter'))
    await waitUntil(fetched)
    expect((await heard()).mounts).to.have.length(0)
    launcher.click()
    await waitUntil(async () => (await heard()).commands.length === 1)
    const [options] = (await heard()).mounts
    expect(options!.dataset.site).to.equal('fjordline')
    expect(options!.server).to.equal(location.origin)
  })

  it('paints a shell at once, which the panel replaces', async () => {
    const { root, launcher, frame, heard } = await load()
    launcher.click()
    expect(frame.hidden).to.equal(false)
    expect(launcher.hidden).to.equal(true)
    expect(root.querySelector('p')!.textContent).to.contain('Fjordline')
    expect(root.activeElement).to.equal(root.querySelector('p button'))
    await waitUntil(async () => (await heard()).commands.length === 1)
    expect(root.querySelector('p')).to.equal(null)
  })

  it('closes on Escape, gives the focus back, and opens the same panel again', async () => {
    const { root, launcher, frame, heard } = await load()
    launcher.click()
    await waitUntil(async () => (await heard()).commands.length === 1)
    root.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    )
    expect(frame.hidden).to.equal(true)
    expect(root.activeElement).to.equal(launcher)
    launcher.click()
    await waitUntil(async () => (await heard()).commands.length === 2)
    expect((await heard()).mounts).to.have.length(1)
    expect((await heard()).shown).to.deep.equal([false, true])
  })

  it('carries out what the page asked for before it was there, and afterwards', async () => {
    const early = (...args: unknown[]) => void early.q.push(args)
    early.q = [] as unknown[][]
    window.Deskbell = early as unknown as NonNullable<typeof window.Deskbell>
    early('showArticle', 'returns')
    const { heard } = await load()
    await waitUntil(async () => (await heard()).commands.length === 1)
    window.Deskbell!('startChat', 'Where is my parcel?')
    await waitUntil(async () => (await heard()).commands.length === 2)
    expect((await heard()).commands).to.deep.equal([
      ['showArticle', 'returns'],
      ['startChat', 'Where is my parcel?'],
    ])
  })

  it('tells listeners until they have heard enough', async () => {
    const { heard } = await load()
    const seen: string[] = []
    const stop = window.Deskbell!('on', 'open', () => seen.push('open')) as () => void
    window.Deskbell!('on', 'close', () => seen.push('close'))
    window.Deskbell!('toggle')
    await waitUntil(async () => (await heard()).commands.length === 1)
    window.Deskbell!('toggle')
    stop()
    window.Deskbell!('open')
    expect(seen).to.deep.equal(['open', 'close'])
  })

  it('opens from any element of the page that says so', async () => {
    const { heard } = await load()
    const link = document.createElement('a')
    link.href = '#never'
    link.dataset.deskbellOpen = 'ticket'
    link.append(document.createElement('b'))
    document.body.append(link)
    link.querySelector('b')!.click()
    link.remove()
    await waitUntil(async () => (await heard()).commands.length === 1)
    expect((await heard()).commands).to.deep.equal([['show', 'ticket']])
    expect(location.hash).to.equal('')
  })

  it('turns grey and says so when the server is dead, and works once it is back', async () => {
    const { launcher, frame, badge } = await load({}, { panel: '/nothing-here.js' })
    const errors: unknown[] = []
    window.Deskbell!('on', 'error', (error: unknown) => errors.push(error))
    launcher.click()
    await waitUntil(() => launcher.className === 'dead')
    expect(frame.hidden).to.equal(true)
    expect(badge.textContent).to.equal('!')
    expect(launcher.title).to.equal('Support cannot be reached')
    expect(errors).to.have.length(1)
    // A browser may remember that this address failed: the next try must be for another.
    const tried = () => performance.getEntriesByType('resource').map(({ name }) => name)
    launcher.click()
    await waitUntil(() => tried().some((name) => name.endsWith('/nothing-here.js?')))
    await waitUntil(() => launcher.className === 'dead')
    ;(globalThis as unknown as { __DESKBELL_SETTINGS__: LoaderSettings }).__DESKBELL_SETTINGS__.panel = DOUBLE
    launcher.click()
    await waitUntil(() => launcher.className === '' && !frame.querySelector('p'))
  })

  it('stands on the side asked for, and on the other where the page runs from right to left', async () => {
    const side = async (...args: Parameters<typeof load>) => {
      const { launcher } = await load(...args)
      const { left } = launcher.getBoundingClientRect()
      window.Deskbell!('shutdown')
      return left < innerWidth / 2 ? 'left' : 'right'
    }
    expect(await side()).to.equal('right')
    expect(await side({ position: 'bottom-left' })).to.equal('left')
    expect(await side({ locale: 'ar' })).to.equal('left')
    expect(await side({}, { position: 'bottom-left' }, 'ar')).to.equal('right')
  })

  it('takes label and colour from the tag before the server’s', async () => {
    const { launcher, host } = await load(
      { label: 'Help', color: '#123456' },
      { label: 'Ask', css: '--site-solid:#654321' },
    )
    expect(launcher.textContent).to.equal('Help')
    expect(launcher.ariaLabel).to.equal('Help')
    expect(host.style.getPropertyValue('--deskbell-accent')).to.equal('#123456')
  })

  it('does nothing when it is loaded twice', async () => {
    await load()
    await import(`/widget/loader.ts?${++loads}`)
    expect(document.querySelectorAll('deskbell-launcher')).to.have.length(1)
  })

  it('leaves nothing behind after a shutdown', async () => {
    const { launcher, heard } = await load()
    launcher.click()
    await waitUntil(async () => (await heard()).commands.length === 1)
    window.Deskbell!('shutdown')
    await waitUntil(async () => (await heard()).destroyed === 1)
    expect(document.querySelector('deskbell-launcher')).to.equal(null)
    expect(window.Deskbell).to.equal(undefined)
  })
})
