// Which browser tests run in: an installed Chrome or Chromium, else the one inside the npm packages.

import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Without these it is what visitors have: above all, a browser that asks before it calls another origin. */
const UNLIKE_A_BROWSER =
  /^--(single-process|headless|disable-web-security|allow-running-insecure-content|disable-site-isolation)/

/** For Playwright's and Puppeteer's `launch` alike. */
export async function chromiumOptions(): Promise<{ executablePath: string; args: string[] }> {
  const installed = INSTALLED.find((path) => path && existsSync(path))
  const packaged = sparticuz.args.filter((arg) => !UNLIKE_A_BROWSER.test(arg))
  return {
    executablePath: installed ?? (await sparticuz.executablePath()),
    args: [
      ...(installed ? [] : packaged),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      // A page that a test serves itself counts as one from the internet, which must not call this machine.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  }
}
