// A real browser for end-to-end tests and screenshots: an installed Chrome or Chromium, else the one in the npm packages.

import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && existsSync(path))
  return chromium.launch({
    executablePath: installed ?? (await sparticuz.executablePath()),
    args: [
      ...(installed
        ? []
        : sparticuz.args.filter((arg) => arg !== '--single-process' && !arg.startsWith('--headless'))),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
    ],
  })
}
