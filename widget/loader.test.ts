// Before the visitor acts the loader draws a launcher and nothing else; afterwards it does what page and visitor say.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import { leavePage, loadPage } from './loaded-page.ts'
import type { Deskbell } from './panel-contract.ts'

const calls = async ({ heard }: Awaited<ReturnType<typeof loadPage>>) => (await heard()).calls

describe('loader', () => {
  afterEach(leavePage)

  it('draws a launcher with a name, and fetches and stores nothing', async () => {
    // Other tests' pages share the origin's storage: what this page writes is what counts.
    const stored: string[] = []
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = (key) => void stored.push(key)
    const { launcher, frame, panelFetched, apiFetched } = await loadPage()
    expect(launcher.ariaLabel).to.equal('Fjordline Support')
    expect(frame.hidden).to.equal(true)
    expect(panelFetched() || apiFetched()).to.equal(false)
    await expect(launcher).to.be.accessible()
    Storage.prototype.setItem = setItem
    expect(stored).to.deep.equal([])
    expect(document.cookie).to.equal('')
  })

  it('fetches the panel when pointer or focus come near, and mounts it only on the click', async () => {
    const { launcher, panelFetched, heard } = await loadPage()
    launcher.dispatchEvent(new PointerEvent('pointerenter'))
    await waitUntil(panelFetched)
    expect((await heard()).mounts).to.have.length(0)
    launcher.click()
    await waitUntil(async () => (await heard()).calls.length === 1)
    const [page] = (await heard()).mounts
    expect(page!.settings.site).to.equal('fjordline')
    expect(new URL(page!.src).origin).to.equal(location.origin)
  })

  it('fetches nothing ahead where the visitor saves data', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    const { launcher, panelFetched } = await loadPage()
    launcher.dispatchEvent(new PointerEvent('pointerenter'))
    launcher.focus()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(panelFetched()).to.equal(false)
    delete (navigator as { connection?: unknown }).connection
  })

  it('paints a shell at once, which the panel replaces', async () => {
    const page = await loadPage()
    const { root, launcher, frame, closer } = page
    launcher.click()
    expect(frame.hidden).to.equal(false)
    expect(launcher.hidden).to.equal(true)
    expect(frame.textContent).to.contain('Fjordline')
    expect(root.activeElement).to.equal(closer)
    await waitUntil(async () => (await calls(page)).length === 1)
    expect(frame.textContent).to.equal('')
  })

  it('closes by the shell’s button, gives the focus back, and opens the same panel again', async () => {
    const page = await loadPage()
    const { root, launcher, frame, closer, heard } = page
    launcher.click()
    closer.click()
    expect(frame.hidden).to.equal(true)
    expect(root.activeElement).to.equal(launcher)
    await waitUntil(async () => (await calls(page)).length === 1)
    launcher.click()
    await waitUntil(async () => (await calls(page)).length === 2)
    expect((await heard()).mounts).to.have.length(1)
  })

  it('carries out what the page asked for before it was there, and afterwards, by name and by method', async () => {
    const early = (...args: unknown[]) => void early.q.push(args)
    early.q = [] as unknown[][]
    window.Deskbell = early as unknown as Deskbell
    early('showArticle', 'returns')
    const page = await loadPage()
    await waitUntil(async () => (await calls(page)).length === 1)
    const deskbell = window.Deskbell!
    deskbell('startChat', 'Where is my parcel?')
    ;(deskbell.search as (query: string) => void)('brakes')
    await waitUntil(async () => (await calls(page)).length === 3)
    expect(await calls(page)).to.deep.equal([
      ['showArticle', 'returns'],
      ['startChat', 'Where is my parcel?'],
      ['search', 'brakes'],
    ])
  })

  it('is ready at once, with itself as the value, and is nothing to wait for itself', async () => {
    await loadPage()
    expect(await window.Deskbell!.ready).to.equal(window.Deskbell)
    expect(await window.Deskbell).to.equal(window.Deskbell)
  })

  it('tells listeners until they have heard enough, and the page by an event of its own', async () => {
    const page = await loadPage()
    const seen: string[] = []
    const stop = window.Deskbell!('on', 'open', () => seen.push('open')) as () => void
    const life = new AbortController()
    addEventListener('deskbell:open', () => seen.push('deskbell:open'), { signal: life.signal })
    page.launcher.click()
    page.closer.click()
    stop()
    life.abort()
    page.launcher.click()
    expect(seen).to.deep.equal(['open', 'deskbell:open'])
    await waitUntil(async () => (await calls(page)).length === 2)
  })

  it('opens from any element of the page that says so, also inside a shadow root', async () => {
    const page = await loadPage()
    const link = document.createElement('a')
    link.href = '#never'
    link.dataset.deskbellOpen = 'ticket'
    link.append(document.createElement('b'))
    const holder = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(link)
    document.body.append(holder)
    link.querySelector('b')!.click()
    await waitUntil(async () => (await calls(page)).length === 1)
    expect(await calls(page)).to.deep.equal([['show', 'ticket']])
    expect(location.hash).to.equal('')
    // With a key held down it is the browser's: another tab, another window.
    link.onclick = (event) => event.preventDefault()
    for (const key of ['metaKey', 'ctrlKey', 'shiftKey'])
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }),
      )
    holder.remove()
    expect(await calls(page)).to.have.length(1)
  })

  it('turns grey and says so when the server is dead, and works once it is back', async () => {
    const { launcher, frame, label, heard } = await loadPage({}, { panel: 'nothing-here.js' })
    const errors: unknown[] = []
    window.Deskbell!('on', 'error', (error: unknown) => errors.push(error))
    launcher.click()
    await waitUntil(() => launcher.className === 'dead')
    expect(frame.hidden).to.equal(true)
    expect(label.textContent).to.equal('Support cannot be reached')
    expect(launcher.ariaLabel).to.equal('Support cannot be reached')
    expect(errors).to.have.length(1)
    await expect(launcher).to.be.accessible()
    // A browser remembers what it could not import: it must not have been asked to.
    const tried = () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/nothing-here.js'))
        .map((entry) => (entry as PerformanceResourceTiming).initiatorType)
    const before = tried().length
    launcher.click()
    expect(launcher.className).to.equal('')
    await waitUntil(() => launcher.className === 'dead')
    expect(tried().length).to.be.greaterThan(before)
    expect([...new Set(tried())]).to.deep.equal(['fetch'])
    await heard()
  })

  it('stands at the end of the page’s own direction, unless it is told a side', async () => {
    const side = async (data: Record<string, string>, dir: string) => {
      document.documentElement.dir = dir
      const { launcher } = await loadPage(data)
      const { left } = launcher.getBoundingClientRect()
      await leavePage()
      document.documentElement.dir = ''
      return left < innerWidth / 2 ? 'left' : 'right'
    }
    expect(await side({}, 'ltr')).to.equal('right')
    expect(await side({}, 'rtl')).to.equal('left')
    expect(await side({ position: 'bottom-left' }, 'ltr')).to.equal('left')
    expect(await side({ position: 'bottom-left' }, 'rtl')).to.equal('left')
  })

  it('takes the look from the settings object before the tag’s, and from the tag before the server’s', async () => {
    const { launcher, label, host } = await loadPage(
      { label: 'Help', color: '#123456', x: '40px' },
      { label: 'Ask', css: '--deskbell-color:#654321' },
      { label: 'Questions?' },
    )
    expect(label.textContent).to.equal('Questions?')
    expect(launcher.ariaLabel).to.equal('Questions?')
    expect(host.style.getPropertyValue('--deskbell-color')).to.equal('#123456')
    expect(innerWidth - launcher.getBoundingClientRect().right).to.be.closeTo(40, 1)
  })

  it('comes back when the page takes its body away, or all that is in it', async () => {
    const { host, launcher } = await loadPage()
    const { body } = document
    const other = document.createElement('body')
    body.replaceWith(other)
    await waitUntil(() => host.isConnected && host.parentNode === other)
    other.replaceChildren()
    await waitUntil(() => host.isConnected)
    other.replaceWith(body)
    await waitUntil(() => host.parentNode === body)
    expect(launcher.getBoundingClientRect().width).to.be.greaterThan(40)
  })

  it('is not moved by a page that says `* { all: unset }` or hides every div', async () => {
    const style = document.createElement('style')
    style.textContent =
      '*{all:unset!important}body>*{display:none!important;position:static!important;z-index:auto!important}' +
      'div,button,span,b{display:none!important}'
    document.head.append(style)
    const { launcher, host } = await loadPage()
    const box = launcher.getBoundingClientRect()
    expect([innerWidth - box.right, innerHeight - box.bottom]).to.deep.equal([20, 20])
    expect(box.width).to.equal(52)
    expect(getComputedStyle(host).zIndex).to.equal('2147483000')
    style.remove()
  })

  it('does nothing when it is loaded twice', async () => {
    await loadPage()
    const again = '/widget/loader.ts?twice'
    await import(again)
    expect(document.querySelectorAll('deskbell-launcher')).to.have.length(1)
  })

  it('leaves another’s `Deskbell` alone, and is to be had from the document then', async () => {
    const theirs = { bell: true }
    Object.assign(window, { Deskbell: theirs })
    const page = await loadPage()
    expect(window.Deskbell as unknown).to.equal(theirs)
    document.deskbell!('open')
    await waitUntil(async () => (await calls(page)).length === 1)
    await leavePage()
    expect(window.Deskbell as unknown).to.equal(theirs)
    delete window.Deskbell
  })
})
