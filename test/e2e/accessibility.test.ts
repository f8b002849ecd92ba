// Every view and state of the real panel through axe, in every look; what must hold beside axe; and the main job done
// by keyboard alone, with the focus checked at every step.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import test, { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { QUESTION } from '../helpers/panel-journey.ts'
import { type Look, type WalkingDesk, walkingDesk } from '../helpers/walking-desk.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Of another colour only what is said by colour can differ, in another shape only what is not: axe takes its time. */
const COLOURS = ['color-contrast', 'link-in-text-block']
const LOOKS: Record<string, Look> = {
  light: {},
  dark: { colorScheme: 'dark' },
  'right to left': { lang: 'he' },
  'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true },
  '320 px wide': { viewport: { width: 320, height: 640 } },
  'zoomed to 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  'forced colours': { forcedColors: 'active', colorScheme: 'dark' },
}

let desk: WalkingDesk
let axe: string
before(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  desk = await walkingDesk()
})
after(() => desk?.close())

function rulesOf({ colorScheme, ...shape }: Look) {
  if (colorScheme) return { runOnly: { type: 'rule', values: COLOURS } }
  const off = Object.keys(shape).length > 0 ? COLOURS : []
  return {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
  }
}

/** What axe finds in what is ours: rule, element, why. */
async function faults(page: Page, look: Look): Promise<string[]> {
  // It is half a megabyte: once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(...args: unknown[]): Promise<AxeResults> } }
    interface AxeResults {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
    }
    const { violations } = await axe.run(
      { include: [['deskbell-launcher']] },
      { resultTypes: ['violations'], ...rules },
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    )
  }, rulesOf(look))
}

/** What reaches over the edge, or is a target smaller than 24 px with all that catches a press around it. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const grown = (element: Element): number => {
      const { inset, content } = getComputedStyle(element, '::after')
      return content === 'none' ? 0 : -2 * Math.min(0, ...inset.split(' ').map(Number.parseFloat))
    }
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot)
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) continue
        const { left, right, width, height } = element.getBoundingClientRect()
        const name = `${element.localName}.${element.getAttribute('class') ?? ''}`
        // A line that is too long for its place is cut there.
        const inline = getComputedStyle(element).display === 'inline'
        if (width > 0 && !inline && (left < -1 || right > innerWidth + 1))
          found.push(`${name} is over the edge`)
        if (width > 1 && element.matches('button, a[href], input:not([type=radio]), select, textarea')) {
          const small = Math.min(width, height) + grown(element)
          if (small < 24) found.push(`${name} is ${Math.round(small)} px small`)
        }
      }
    }
    look(document.querySelector('deskbell-launcher')!.shadowRoot!)
    return [...new Set(found)]
  })

for (const [name, look] of Object.entries(LOOKS))
  test(`axe finds nothing in any state, nothing is cut off and nothing too small to press: ${name}`, async () => {
    const found: Record<string, string[]> = {}
    let states = 0
    await desk.walk(look, async (state, page) => {
      states++
      const wrong = [...(await faults(page, look)), ...(await misplaced(page))]
      if (wrong.length > 0) found[state] = wrong
    })
    assert.deepEqual(found, {})
    assert.ok(states >= 22, `only ${states} states were seen`)
  })

/** Role and name of what has the focus, through the shadow roots. */
async function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active: Element | null = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    if (!active) return ''
    const named = active.ariaLabel ?? active.getAttribute('placeholder') ?? active.textContent ?? ''
    const { localName: tag, role } = active
    return `${role ?? tag} ${named.replace(/\s+/g, ' ').trim()}`.trim()
  })
}

/** Something must show where the focus is: an outline, a shadow or a border around it or the box it is in. */
const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let active: Element | null = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const shows = (element: Element | null): boolean => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    return shows(active) || shows(active!.parentElement) || shows(active!.closest('.box, .scroller'))
  })

async function press(page: Page, key: string, wanted: string | RegExp): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForFunction(() => document.activeElement !== document.body)
  await assertFocus(page, wanted, key)
}

async function assertFocus(page: Page, wanted: string | RegExp, after: string): Promise<void> {
  const matches = (seen: string): boolean =>
    typeof wanted === 'string' ? seen === wanted : wanted.test(seen)
  let seen = ''
  // Views and their texts may still be on their way.
  const until = performance.now() + 5000
  do {
    seen = await focus(page)
    if (matches(seen)) break
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  } while (performance.now() < until)
  assert.ok(matches(seen), `after ${after} the focus is on "${seen}", not on ${wanted}`)
  assert.ok(await focusIsVisible(page), `the focus on "${seen}" cannot be seen`)
}

/** Tabs on until something has the focus, through everything before it; a trap on the way fails. */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press(key)
    const now = await focus(page)
    seen.push(now)
    if (wanted.test(now)) {
      assert.ok(await focusIsVisible(page), `the focus on "${now}" cannot be seen`)
      return
    }
  }
  assert.fail(`${wanted} was not reached: ${seen.join(' › ')}`)
}

for (const [name, look] of Object.entries({ light: {}, 'forced colours': LOOKS['forced colours']! }))
  test(`the main job is done by keyboard alone, with the focus seen at every step: ${name}`, async () => {
    const page = await desk.open(look)
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
    await page.locator('deskbell-launcher').getByRole('button').first().waitFor()
    // The last thing on the page, where it does not stand in the way.
    await tabTo(page, /Support/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('deskbell-home .rows:not(.unsettled)').waitFor()
    await tabTo(page, /^button Search for answers/)
    await press(page, 'Enter', /^(input|searchbox) Search for answers/)

    await page.keyboard.type('where is my parcel?')
    await page.locator('deskbell-help .hit').first().waitFor()
    await press(page, 'ArrowDown', /^button Where is my parcel\?/)
    await press(page, 'ArrowDown', /^button /)
    await press(page, 'ArrowUp', /^button Where is my parcel\?/)
    await page.keyboard.press('Enter')
    await page.locator('deskbell-article article').waitFor()
    // Back where one came from, on what was pressed.
    // Reading begins with the title, and one goes back to what was pressed.
    await page.waitForFunction(() => document.activeElement?.localName === 'deskbell-launcher')
    assert.match(await focus(page), /^h1 Where is my parcel\?/)
    await tabTo(page, /^button Back/, 'Shift+Tab')
    await press(page, 'Enter', /^button Where is my parcel\?/)
    await tabTo(page, /^button Back/, 'Shift+Tab')
    await press(page, 'Enter', /^button Search for answers/)

    await tabTo(page, /^button Chat with us/)
    await press(page, 'Enter', 'textarea Message')
    await page.keyboard.type(QUESTION)
    await press(page, 'Enter', 'textarea Message')
    await page.getByRole('log').locator('.running .said').waitFor()
    desk.endAnswer()
    await page.getByRole('log').locator('.sources').waitFor()
    await assertFocus(page, 'textarea Message', 'the answer')
    await tabTo(page, /^button Talk to a person/, 'Shift+Tab')
    // The button goes when it has done its work; the focus stays beside it.
    await press(page, 'Enter', 'button Leave')
    await page.locator('deskbell-handoff-slot').getByText('in line').first().waitFor()
    await tabTo(page, /^textarea Message/)

    await tabTo(page, /^button More/, 'Shift+Tab')
    await press(page, 'Enter', /^button New chat|^menuitem New chat/)
    await press(page, 'ArrowUp', /End this chat$/)
    await press(page, 'Escape', 'button More')
    await press(page, 'Escape', /Support/)
    assert.equal(await page.locator('deskbell-widget').isVisible(), false)
    // Opened again it is where it was.
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText(QUESTION).waitFor()
    await page.context().close()
  })

test('on a desktop Tab leaves the panel for the page; on a phone it goes around inside', async () => {
  const desktop = await desk.open()
  await desktop.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await desktop.locator('deskbell-launcher').getByRole('button').first().click()
  await desktop.locator('deskbell-home .rows:not(.unsettled)').waitFor()
  const inside = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.localName === 'deskbell-launcher')
  assert.ok(await inside(desktop))
  let left = false
  for (let step = 0; step < 12 && !left; step++) {
    await desktop.keyboard.press('Shift+Tab')
    left = !(await inside(desktop))
  }
  assert.ok(left, 'no way out of the panel')
  assert.notEqual(await desktop.getByRole('dialog').getAttribute('aria-modal'), 'true')
  await desktop.context().close()

  const phone = await desk.open(LOOKS['a phone'])
  await phone.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await phone.locator('deskbell-launcher').getByRole('button').first().click()
  await phone.locator('deskbell-home .rows:not(.unsettled)').waitFor()
  await phone.locator('deskbell-widget[aria-modal="true"]').waitFor()
  for (let step = 0; step < 14; step++) {
    await phone.keyboard.press('Tab')
    assert.ok(await inside(phone), `Tab ${step + 1} left the panel, which covers the page`)
  }
  await phone.context().close()
})

test('forced colours: the panel takes the reader’s colours, and what was told by colour gets a border', async () => {
  const page = await desk.open(LOOKS['forced colours'])
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.evaluate(() =>
    (window as unknown as { Deskbell(...a: string[]): void }).Deskbell('show', 'chat'),
  )
  await page.locator('deskbell-composer').getByRole('textbox').fill(QUESTION)
  await page.keyboard.press('Enter')
  await page.getByRole('log').locator('.running .said').waitFor()
  desk.endAnswer()
  await page.getByRole('log').locator('.sources').waitFor()
  const system = await page.evaluate(() => {
    const probe = document.createElement('p')
    probe.style.cssText = 'background:Canvas;color:CanvasText'
    document.body.append(probe)
    const { backgroundColor, color } = getComputedStyle(probe)
    probe.remove()
    return { backgroundColor, color }
  })
  const styleOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, color, borderTopWidth, borderTopStyle } = getComputedStyle(element)
        return {
          backgroundColor,
          color,
          border: borderTopStyle === 'none' ? 0 : Number.parseFloat(borderTopWidth),
        }
      })
  const panel = await styleOf('deskbell-widget')
  assert.equal(panel.backgroundColor, system.backgroundColor)
  assert.equal(panel.color, system.color)
  for (const part of ['.own .bubble', '.machine .mark', '.chip', 'deskbell-composer .send', '.bar .tool'])
    assert.ok((await styleOf(part)).border >= 1, `${part} has no border`)
  await page.context().close()
})

test('an answer is read aloud by sentences while it grows, and only once', async () => {
  const page = await desk.open()
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.evaluate(() =>
    (window as unknown as { Deskbell(...a: string[]): void }).Deskbell('show', 'chat'),
  )
  await page.locator('deskbell-composer').getByRole('textbox').fill(QUESTION)
  await page.keyboard.press('Enter')
  const log = page.getByRole('log')
  const said = () => page.locator('deskbell-message-list .spoken p').allTextContents()
  await log.locator('.running .said').waitFor()
  // "And" has come too, but a sentence is read when it is whole.
  assert.deepEqual(await said(), ['Assistant: Fitted parts can come back if they are clean.'])
  assert.equal(await log.getAttribute('aria-live'), 'off')
  desk.endAnswer()
  await log.locator('.sources').waitFor()
  assert.deepEqual(await said(), [
    'Assistant: Fitted parts can come back if they are clean.',
    'And not worn through.',
  ])
  await page.context().close()
})
