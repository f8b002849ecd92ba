// Which language the panel speaks on a page, that only this one is fetched, and that it changes while it is open.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { LANGUAGES } from '../../sdk/locales/choose-locale.ts'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()

interface Visit extends BrowserContextOptions {
  /** Of the page; empty for a page that does not say. */
  lang?: string
  /** `data-locale` of the tag. */
  asked?: string
}

/** The shop with its panel open, and the language files it fetched. */
async function visit({ lang = 'en', asked, ...options }: Visit) {
  const context = await browser.newContext({ viewport: { width: 390, height: 760 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const fetched: string[] = []
  page.on('request', (request) => {
    const file = /\/([a-z]{2}-(?:first|more|late))-[\w-]+\.js$/.exec(request.url())?.[1]
    // Asked for twice: the second time the browser's cache answers.
    if (file && !fetched.includes(file)) fetched.push(file)
  })
  await page.route(`${desk.shop}/**/*.html*`, async (route) => {
    const response = await route.fetch()
    let body = (await response.text()).replace('lang="en"', lang && `lang="${lang}"`)
    if (asked) body = body.replace('data-site=', `data-locale="${asked}" data-site=`)
    await route.fulfill({ response, body })
  })
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.locator('deskbell-home .rows:not(.unsettled)').waitFor()
  return { page, fetched, close: () => context.close() }
}

const call = (page: Page, ...args: string[]): Promise<void> =>
  page.evaluate(
    (command) => void (window as unknown as { Deskbell(...a: string[]): void }).Deskbell(...command),
    args,
  )
const spoken = (page: Page): Promise<string | null> => page.locator('deskbell-widget').getAttribute('lang')

test('the tag comes before the page, the page before the browser, and what we do not have is passed by', async () => {
  const cases: [Visit, string][] = [
    [{ lang: 'fr', asked: 'uk' }, 'uk'],
    [{ lang: 'pt-BR' }, 'pt-BR'],
    [{ lang: '', locale: 'fi-FI' }, 'fi-FI'],
    [{ lang: 'tlh', locale: 'sv-SE' }, 'sv-SE'],
    [{ lang: 'zh-Hant-TW' }, 'zh-Hans-TW'],
  ]
  for (const [given, wanted] of cases) {
    const { page, close } = await visit(given)
    assert.equal(await spoken(page), wanted, JSON.stringify(given))
    await close()
  }
})

test('only the language that is spoken is fetched, each part with the first thing that needs it', async () => {
  const { page, fetched, close } = await visit({ lang: 'he' })
  assert.deepEqual(fetched, ['he-first'])
  assert.equal(await page.locator('deskbell-widget').getAttribute('dir'), 'rtl')
  await call(page, 'show', 'chat')
  await page.locator('deskbell-composer').getByRole('textbox').waitFor()
  assert.deepEqual(fetched, ['he-first', 'he-more'])
  await page.locator('deskbell-composer').getByRole('button', { name: 'אמוג׳י' }).click()
  await page.locator('deskbell-emoji-picker').getByLabel('חיפוש אמוג׳י').first().waitFor()
  assert.deepEqual(fetched, ['he-first', 'he-more', 'he-late'])
  await close()
})

test('setLocale changes an open panel, and what was typed stays', async () => {
  const { page, close } = await visit({ lang: 'en' })
  await call(page, 'show', 'chat')
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill('Where is')
  await call(page, 'setLocale', 'de')
  await page.locator('deskbell-composer').getByPlaceholder('Nachricht schreiben').waitFor()
  assert.equal(await box.inputValue(), 'Where is')
  await call(page, 'setLocale', 'ar')
  await page.locator('deskbell-widget[dir=rtl]').waitFor()
  await call(page, 'setLocale', 'en')
  await page.locator('deskbell-widget[dir=ltr]').waitFor()
  assert.equal(await box.inputValue(), 'Where is')
  await close()
})

test('every language fits: no button, row or heading of the first views is cut off on a phone', async () => {
  const cut: Record<string, string[]> = {}
  const { page, close } = await visit({ lang: 'en' })
  for (const language of LANGUAGES) {
    await call(page, 'setLocale', language)
    await page.waitForFunction(
      (wanted) =>
        document
          .querySelector('deskbell-launcher')
          ?.shadowRoot?.querySelector('deskbell-widget')
          ?.lang.startsWith(wanted),
      language,
    )
    const found: string[] = []
    for (const view of ['home', 'ticket', 'status', 'chat']) {
      await call(page, 'show', view)
      await page
        .locator(
          `deskbell-widget .view:not(.under) > :is(deskbell-home, deskbell-ticket-form, deskbell-ticket-status, deskbell-chat)`,
        )
        .waitFor()
      found.push(
        ...(await page.evaluate(() => {
          const cut: string[] = []
          const look = (root: ParentNode): void => {
            for (const element of root.querySelectorAll<HTMLElement>('*')) {
              if (element.shadowRoot) look(element.shadowRoot)
              if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.hidden'))
                continue
              const { overflowX } = getComputedStyle(element)
              if (
                overflowX === 'hidden' &&
                element.scrollWidth > element.clientWidth + 1 &&
                element.clientWidth > 1
              )
                cut.push(element.textContent!.replace(/\s+/g, ' ').trim())
              if (element.getBoundingClientRect().right > innerWidth + 1)
                cut.push(`over the edge: ${element.className}`)
            }
          }
          look(
            document.querySelector('deskbell-launcher')!.shadowRoot!.querySelector('deskbell-widget')!
              .shadowRoot!,
          )
          return cut
        })),
      )
    }
    if (found.length > 0) cut[language] = [...new Set(found)]
  }
  assert.deepEqual(cut, {})
  await close()
})
