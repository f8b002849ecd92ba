// `npm run screens`: every view and state of the panel on four sheets in docs/screenshots: light, dark, phone and
// Arabic. The walk is the one the accessibility tests take; what a site must be set up for comes after it.

import path from 'node:path'
import type { Page } from 'playwright-core'
import { asAgent } from '../helpers/agent-api.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type Look, walkingDesk } from '../helpers/walking-desk.ts'
import { contactSheet, type Picture } from './contact-sheet.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../docs/screenshots')
const PHONE = { width: 390, height: 700 }

const SHEETS: Record<string, Look> = {
  light: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: PHONE },
  arabic: { lang: 'ar' },
}

/** Asked before a chat, and begun by the site itself. */
const SETTINGS = {
  chat: {
    pre_chat: [
      { key: 'name', label: 'Your name', type: 'text', required: true },
      {
        key: 'bike',
        label: 'Which bike is it for?',
        type: 'select',
        options: ['Road', 'Gravel', 'Mountain'],
      },
    ],
  },
  proactive: [
    {
      id: 'fit_check',
      text: 'Not sure it fits? Tell us your bike and we look it up.',
      choices: [{ label: 'Does it fit mine?' }],
      after_seconds: 0,
    },
  ],
}

async function photograph(page: Page): Promise<Buffer> {
  const panel = page.locator('deskbell-widget')
  const target = (await panel.isVisible()) ? panel : null
  const box = await target?.boundingBox()
  const { width, height } = page.viewportSize()!
  // Without a panel, the corner it stands in.
  const clip = box ?? { x: Math.max(0, width - 400), y: Math.max(0, height - 640), width: 400, height: 640 }
  return page.screenshot({ clip })
}

/** What the walk does not come by. */
async function walkExtras(page: Page, shop: string, visit: (state: string) => Promise<void>): Promise<void> {
  await page.goto(`${shop}/product.html?p=skarv-rotor`)
  const launcher = page.locator('deskbell-launcher')
  await launcher.getByText('Not sure it fits?').first().waitFor()
  await visit('a message of the site')
  await launcher.getByRole('button', { name: 'Does it fit mine?' }).click()
  const form = page.locator('deskbell-pre-chat')
  await form.locator('form').waitFor()
  await visit('asked before a chat')
  await form.getByRole('textbox').first().fill('Nora')
  await form.locator('[type=submit]').click()
  await page.getByRole('log').getByText('Does it fit mine?').first().waitFor()
  await page.locator('deskbell-composer button[aria-expanded]').first().click()
  await page.locator('deskbell-emoji-picker [role=gridcell], deskbell-emoji-picker button').first().waitFor()
  await visit('emoji')
  await page.keyboard.press('Escape')
  await page
    .locator('deskbell-composer input[type=file]')
    .first()
    .setInputFiles([
      { name: 'rotor.txt', mimeType: 'text/plain', buffer: Buffer.from('It rubs at every turn.\n') },
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    ])
  await page.locator('deskbell-attachment-tray').getByText('rotor.txt').waitFor()
  await visit('files, one of them refused')
}

const wanted = process.argv.slice(2)
const desk = await walkingDesk()
const browser = await launchBrowser()
const sheets = Object.entries(SHEETS).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const taken = new Map<string, Picture[]>()
try {
  for (const [name, look] of sheets) {
    const pictures: Picture[] = []
    taken.set(name, pictures)
    await desk.walk(look, async (state, page) => {
      pictures.push({ name: state, png: await photograph(page) })
    })
  }
  const { sites } = await asAgent(desk.console, 'GET', '/sites')
  await asAgent(desk.console, 'PATCH', `/sites/${sites[0].id}`, { settings: SETTINGS })
  for (const [name, look] of sheets) {
    const page = await desk.open(look)
    const pictures = taken.get(name)!
    await walkExtras(page, desk.shop, async (state) => {
      pictures.push({ name: state, png: await photograph(page) })
    })
    await page.context().close()
    await contactSheet(browser, pictures, path.join(FOLDER, `screens-${name}.png`))
    process.stdout.write(`screens-${name}.png: ${pictures.length} states\n`)
  }
} finally {
  await browser.close()
  await desk.close()
}
