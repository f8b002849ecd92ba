// `npm run screens:console`: every screen of the console over a busy demo desk, light, dark, on a phone and in Arabic, in
// docs/screenshots. Names on the command line take only those.

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { fillDesk } from '../helpers/filled-desk.ts'
import { runDesk } from '../helpers/running-desk.ts'

const FOLDER = process.env.SCREENS_FOLDER ?? path.resolve(import.meta.dirname, '../../docs/screenshots')
const only = process.argv.slice(2)

interface Screen {
  path: string
  /** What must be there before the picture is taken. */
  wait: string
  before?: (page: Page) => Promise<void>
}

const screens = (ids: Record<string, string>): Record<string, Screen> => ({
  inbox: { path: `/mine/${ids.Nora}`, wait: 'deskbell-conversation-thread .log' },
  palette: {
    path: `/mine/${ids.Nora}`,
    wait: 'deskbell-conversation-thread .log',
    async before(page) {
      await page.keyboard.press('Control+k')
      await page.locator('deskbell-command-palette').getByRole('combobox').fill('ass')
      await page.locator('deskbell-command-palette [role=option]').first().waitFor()
    },
  },
  keys: {
    path: '/mine',
    wait: 'deskbell-inbox-list [data-id]',
    async before(page) {
      await page.keyboard.press('?')
      await page.locator('deskbell-key-sheet').getByRole('dialog').waitFor()
    },
  },
  board: { path: '/board', wait: 'deskbell-board h1' },
  search: { path: '/search?q=rotor', wait: 'deskbell-search' },
  settings: { path: '/settings/team', wait: 'deskbell-settings h1' },
  appearance: {
    path: '/settings/appearance',
    wait: 'deskbell-settings #words',
    async before(page) {
      await page.locator('deskbell-settings #f-greeting').fill('What can we fix for you?')
      await page.frameLocator('iframe').getByText('What can we fix for you?').waitFor()
    },
  },
  agent: { path: '/settings/assistant', wait: 'deskbell-settings .effect' },
  tools: { path: '/settings/assistant-tools', wait: 'deskbell-settings .records, deskbell-settings .empty' },
  budget: { path: '/settings/assistant-limits', wait: 'deskbell-settings .usage' },
  audit: { path: '/settings/audit', wait: 'deskbell-settings .entry' },
  canned: { path: '/settings/canned', wait: 'deskbell-settings h1' },
  hours: { path: '/settings/hours', wait: 'deskbell-settings h1' },
  list: { path: '/open', wait: 'deskbell-inbox-list [data-id]' },
  empty: { path: '/snoozed', wait: 'deskbell-inbox-list' },
  chosen: {
    path: '/open',
    wait: 'deskbell-inbox-list [data-id]',
    async before(page) {
      await page.keyboard.press('j')
      await page.keyboard.press('ControlOrMeta+a')
      await page.locator('deskbell-bulk-bar').first().waitFor()
    },
  },
  filter: {
    path: '/open',
    wait: 'deskbell-inbox-list [data-id]',
    async before(page) {
      await page.locator('deskbell-filter-button button').first().click()
      await page.locator('deskbell-filter-builder').waitFor({ state: 'attached' })
    },
  },
  bell: {
    path: '/mine',
    wait: 'deskbell-bell button',
    before: (page) => page.locator('deskbell-bell button').first().click(),
  },
  preferences: {
    path: '/mine',
    wait: 'deskbell-inbox-list [data-id]',
    async before(page) {
      await page.keyboard.press('g')
      await page.keyboard.press('p')
      await page.locator('deskbell-preferences-sheet').waitFor({ state: 'attached' })
    },
  },
  picker: {
    path: `/mine/${ids.Nora}`,
    wait: 'deskbell-conversation-thread .log',
    async before(page) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('l')
      await page.locator('deskbell-desk-picker [role=option]').first().waitFor()
    },
  },
  articles: { path: '/articles', wait: 'deskbell-article-list .item' },
  missing: {
    path: '/articles/missing',
    wait: 'deskbell-missing-answers .empty, deskbell-missing-answers .item',
  },
  import: { path: '/articles/import', wait: 'deskbell-article-imports form' },
  article: {
    path: '/articles',
    wait: 'deskbell-article-list .item',
    async before(page) {
      await page.locator('deskbell-article-list .item a').first().click()
      await page.locator('deskbell-article-editor .preview .rich').first().waitFor()
    },
  },
  beside: {
    path: `/mine/${ids.Nora}`,
    wait: 'deskbell-conversation-thread .log',
    async before(page) {
      await page.keyboard.press('ControlOrMeta+k')
      await page.locator('deskbell-command-palette').getByRole('combobox').fill('Returning parts')
      await page.locator('deskbell-command-palette [role=option]', { hasText: 'Returning parts you' }).click()
      await page.locator('deskbell-article-beside #body').waitFor()
    },
  },
})

const LOOKS: Record<string, BrowserContextOptions> = {
  light: { viewport: { width: 1440, height: 900 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  arabic: { viewport: { width: 1440, height: 900 }, locale: 'ar' },
}

/** Taken only where they are named: to look for words that do not fit, and for room that is left or lacking. */
const MORE_LOOKS: Record<string, BrowserContextOptions> = {
  small: { viewport: { width: 1280, height: 800 } },
  wide: { viewport: { width: 1920, height: 1080 } },
  german: { viewport: { width: 1440, height: 900 }, locale: 'de' },
  ukrainian: { viewport: { width: 1440, height: 900 }, locale: 'uk' },
  contrast: { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
}

async function take(
  browser: Browser,
  server: string,
  ids: Record<string, string>,
  state: object,
): Promise<void> {
  for (const [look, options] of Object.entries({ ...LOOKS, ...MORE_LOOKS })) {
    const isMore = look in MORE_LOOKS
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      storageState: state as never,
      ...options,
    })
    for (const [name, screen] of Object.entries(screens(ids))) {
      const file = `console-${name}-${look}`
      if (only.length > 0 ? !only.some((each) => file.includes(each)) : isMore) continue
      const page = await context.newPage()
      page.setDefaultTimeout(8000)
      try {
        await page.goto(`${server}/console#${screen.path}`)
        await page.locator(screen.wait).first().waitFor()
        await screen.before?.(page)
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: path.join(FOLDER, `${file}.png`) })
        process.stdout.write(`${file}.png\n`)
      } catch (error) {
        await page.screenshot({ path: path.join(FOLDER, `${file}-failed.png`) })
        process.stdout.write(`${file}: ${(error as Error).message.split('\n')[0]}\n`)
        process.exitCode = 1
      }
      await page.close()
    }
    await context.close()
  }
}

await mkdir(FOLDER, { recursive: true })
const [desk, browser] = await Promise.all([runDesk(), launchBrowser()])
try {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(desk.loginLink())
  await page.locator('deskbell-console-rail').waitFor()
  const ids = await fillDesk(desk, page)
  await take(browser, desk.server, ids, await context.storageState())
} finally {
  await browser.close()
  await desk.close()
}
