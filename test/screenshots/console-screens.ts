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
  canned: { path: '/settings/canned', wait: 'deskbell-settings h1' },
  hours: { path: '/settings/hours', wait: 'deskbell-settings h1' },
  list: { path: '/open', wait: 'deskbell-inbox-list [data-id]' },
})

const LOOKS: Record<string, BrowserContextOptions> = {
  light: { viewport: { width: 1440, height: 900 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  arabic: { viewport: { width: 1440, height: 900 }, locale: 'ar' },
}

async function take(
  browser: Browser,
  server: string,
  ids: Record<string, string>,
  state: object,
): Promise<void> {
  for (const [look, options] of Object.entries(LOOKS)) {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      storageState: state as never,
      ...options,
    })
    for (const [name, screen] of Object.entries(screens(ids))) {
      const file = `console-${name}-${look}`
      if (only.length > 0 && !only.some((each) => file.includes(each))) continue
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
