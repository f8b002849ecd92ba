// The widget on pages that forbid much: content security policies, integrity, Trusted Types; loaded in every way a tag
// can be; and on lines that are slow or gone.

import assert from 'node:assert/strict'
import test from 'node:test'
import { chatOn, type HostPageOptions, launcherOf, openHostPage } from '../helpers/host-page.ts'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()

/** What a policy must allow at the very least; docs/embedding.md says the same. */
const policy = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `connect-src ${desk.server} ${desk.server.replace('http', 'ws')}`,
    `img-src ${desk.server}`,
    "require-trusted-types-for 'script'",
    'trusted-types deskbell',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

async function works(options: HostPageOptions): Promise<void> {
  const host = await openHostPage(browser, desk, options)
  await chatOn(host.page)
  assert.deepEqual(host.faults, [])
  await host.close()
}

test('works under a policy of one nonce, without inline code, eval or styles, Trusted Types enforced', () =>
  works({
    headers: { 'content-security-policy': policy("'nonce-abc' 'strict-dynamic'") },
    tag: 'nonce="abc" async',
  }))

test('works under a policy that names our server alone', () =>
  works({ headers: { 'content-security-policy': policy(desk.server) } }))

test('works with its bytes pinned by integrity, under a policy that names the digest', async () => {
  const { integrity, file } = await pinned()
  await works({
    file,
    tag: `integrity="${integrity}" crossorigin async`,
    headers: {
      'content-security-policy': policy(`'${integrity}' ${desk.server}`),
    },
  })
})

test('is refused by the browser when its bytes are not the pinned ones, and the page does not mind', async () => {
  const { file } = await pinned()
  const wrong = `sha384-${'A'.repeat(64)}`
  const { page, close } = await openHostPage(browser, desk, {
    file,
    tag: `integrity="${wrong}" crossorigin async`,
  })
  assert.equal(await page.locator('deskbell-launcher').count(), 0)
  assert.equal(await page.locator('h1').innerText(), 'Shop')
  await close()
})

async function pinned(): Promise<{ file: string; integrity: string }> {
  const script = await (await fetch(`${desk.server}/support/widget/embed.js`)).arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', script))
  const hex = Buffer.from(digest).toString('hex').slice(0, 16)
  return { file: `embed-${hex}.js`, integrity: `sha384-${Buffer.from(digest).toString('base64')}` }
}

const WAYS: [name: string, options: HostPageOptions][] = [
  ['a plain script at the end of the body', { tag: '' }],
  [
    'a plain script in the head',
    { tag: '', html: '<!doctype html><head>TAG</head><body><h1>Shop</h1></body>' },
  ],
  ['a deferred script', { tag: 'defer' }],
  ['a module', { tag: 'type="module"' }],
  ['the same tag twice', { html: '<!doctype html><body>TAG<p>Shop</p>TAG</body>' }],
  ['a page in quirks mode', { html: '<body><h1>Shop</h1>TAG</body>' }],
  [
    'a page with another base address',
    { html: '<!doctype html><base href="https://elsewhere.example/a/"><body>TAG</body>' },
  ],
]
for (const [name, options] of WAYS)
  test(`loads as ${name}`, async () => {
    const host = await openHostPage(browser, desk, options)
    await chatOn(host.page)
    assert.deepEqual(host.faults, [])
    assert.equal(await host.page.locator('deskbell-launcher').count(), 1)
    await host.close()
  })

test('loads when a script of the page puts the tag in, and takes it out again', async () => {
  const html = `<!doctype html><body><script>
    const tag = document.createElement('script')
    tag.src = 'SRC'
    tag.dataset.site = 'fjordline'
    document.head.append(tag)
    tag.remove()
  </script></body>`.replace('SRC', `${desk.server}/support/widget/embed.js`)
  await works({ html })
})

test('costs a page nothing before somebody acts: one request, nothing stored, no word, no shift', async () => {
  const { page, context, requests, faults, close } = await openHostPage(browser, desk)
  await launcherOf(page).waitFor()
  // Longer than what the loader waits before it looks for a conversation under way.
  await page.waitForTimeout(2500)
  const left = await page.evaluate(async () => ({
    local: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    shift: await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
        type: 'layout-shift',
        buffered: true,
      })
      setTimeout(() => resolve(0), 100)
    }),
    added: Object.keys(window).filter((name) => /deskbell/i.test(name)),
  }))
  assert.deepEqual(left, { local: 0, databases: 0, caches: 0, workers: 0, shift: 0, added: ['Deskbell'] })
  assert.deepEqual([await context.cookies(), requests, faults], [[], ['/support/widget/embed.js'], []])
  await close()
})

test('says in words that the server cannot be reached, leaves the page as it was, and works once it is back', async () => {
  const { page, context, close } = await openHostPage(browser, desk)
  await launcherOf(page).waitFor()
  await context.setOffline(true)
  await launcherOf(page).click()
  await page.getByRole('button', { name: 'Support cannot be reached' }).waitFor()
  assert.equal(await page.locator('h1').innerText(), 'Shop')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Support cannot be reached' }).click()
  // What comes later leans on what did not come at first.
  await page.locator('deskbell-home').getByText('Chat with us').click()
  await page.locator('deskbell-composer').getByRole('textbox').waitFor()
  await close()
})

test('what did not come while the line was gone is fetched when it is back, without a reload', async () => {
  const { page, context, close } = await openHostPage(browser, desk)
  await launcherOf(page).click()
  await page.locator('deskbell-home').waitFor()
  await context.setOffline(true)
  await page.locator('deskbell-home').getByText('Chat with us').click()
  const failure = page.locator('deskbell-widget').getByRole('alert')
  await failure.getByText('Support did not load.').waitFor()
  await context.setOffline(false)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await page.locator('deskbell-home').getByText('Chat with us').click()
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.waitFor()

  // Neither thread nor live client are here before somebody writes.
  await context.setOffline(true)
  await box.fill('Which wheel size has it?')
  await box.press('Enter')
  await page.locator('deskbell-chat').getByRole('alert').getByText('Not sent.').waitFor()
  await context.setOffline(false)
  assert.equal(await box.inputValue(), 'Which wheel size has it?')
  await box.press('Enter')
  await page.getByRole('log').getByText('Sent', { exact: true }).first().waitFor()
  await close()
})

test('a server that is dead from the start leaves the page untouched', async () => {
  const dead = { server: 'http://localhost:9', shop: desk.shop }
  const { page, close } = await openHostPage(browser, dead)
  assert.equal(await page.locator('h1').innerText(), 'Shop')
  assert.deepEqual(
    await page.evaluate(() => Object.keys(window).filter((name) => /deskbell/i.test(name))),
    [],
  )
  await close()
})

test('on a slow line the frame is there at once, and the panel follows', async () => {
  const { page, close } = await openHostPage(browser, desk)
  await launcherOf(page).waitFor()
  // As slow as can be: nothing arrives before it is let through.
  const { promise: open, resolve: letThrough } = Promise.withResolvers<void>()
  await page.route(`${desk.server}/**`, async (route) => {
    await open
    await route.continue()
  })
  const isShown = await page.evaluate(async () => {
    const root = document.querySelector('deskbell-launcher')!.shadowRoot!
    root.querySelector('button')!.click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return !root.querySelector('div')!.hidden
  })
  assert.ok(isShown)
  letThrough()
  await page.locator('deskbell-home').waitFor()
  await close()
})
