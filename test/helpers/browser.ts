// A real browser for end-to-end tests, screenshots and the bench.

import { type Browser, chromium } from 'playwright-core'
import { chromiumOptions } from './chromium.ts'

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await chromiumOptions())
