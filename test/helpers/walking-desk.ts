// A running desk with everything the walk through the panel needs: a person who is in, and a model whose answer stops
// half-way until the walker has looked at it. For end-to-end tests and the accessibility tree.

import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { walkPanel } from './panel-journey.ts'
import { runDesk } from './running-desk.ts'
import { type ModelTurn, type SeenRequest, scriptedModel } from './scripted-model.ts'

export interface Look extends BrowserContextOptions {
  /** Language of the shop's page, which the panel follows. */
  lang?: string
}

const CITED = 'clean and not worn through'
const PATIENCE = 15_000

export async function walkingDesk() {
  let go = Promise.withResolvers<void>()
  const answer = ({ messages }: SeenRequest): ModelTurn => {
    const passage = messages[0]!.content.split('<passage ').find((text) => text.includes(CITED))
    const n = passage && /number="(\d+)"/.exec(passage)?.[1]
    // A follow-up: what the helper articles say is enough.
    if (!n) return { do: 'status', status: 500 }
    go = Promise.withResolvers<void>()
    const pieces = [
      `Fitted parts can come back if they are clean. [${n}] `,
      'And ',
      `not worn through. [${n}]`,
    ]
    return { do: 'stream', pieces, until: go.promise }
  }
  const model = await scriptedModel(answer)
  const [desk, browser] = await Promise.all([
    runDesk({ OPENAI_BASE_URL: model.baseUrl, TRUST_PROXY: '1' }),
    launchBrowser(),
  ])

  let visitors = 0
  async function open({ lang, ...options }: Look = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1120, height: 760 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      // axe is put into the page.
      bypassCSP: true,
      ...options,
    })
    // Each from an address of its own: one sends only so many tickets an hour.
    const address = `203.0.113.${++visitors}`
    await context.route(`${desk.server}/support/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), 'x-forwarded-for': address } }),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    if (lang)
      await page.route(`${desk.shop}/**/*.html*`, async (route) => {
        const response = await route.fetch()
        const body = (await response.text()).replace('lang="en"', `lang="${lang}"`)
        await route.fulfill({ response, body })
      })
    return page
  }

  // Somebody is in: whoever asks for a person waits in line.
  const console = await open({ viewport: { width: 1440, height: 900 } })
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()

  return {
    ...desk,
    console,
    open,
    endAnswer: () => go.resolve(),
    /** Walks through all states; `visit` is called in each. */
    async walk(look: Look, visit: (state: string, page: Page) => Promise<void>): Promise<void> {
      const page = await open(look)
      const endAnswer = (): void => go.resolve()
      await walkPanel({ page, shop: desk.shop, endAnswer, visit: (state) => visit(state, page) })
      await page.context().close()
    },
    async close(): Promise<void> {
      await browser.close()
      await desk.close()
      await model.close()
    },
  }
}

export type WalkingDesk = Awaited<ReturnType<typeof walkingDesk>>
