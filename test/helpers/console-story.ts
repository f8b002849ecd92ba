// What the console's stories share: agents with a browser of their own, where the focus is, what axe finds.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { AgentConversation } from '../../sdk/protocol/conversation.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { eventually } from './bounded-wait.ts'
import type { Desk } from './desk.ts'

/** Far more than any step takes on a busy machine. */
const PATIENCE = 15_000
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Console and axe in one window: axe has to be put into the page, which its policy would not allow. */
export async function openConsole(
  t: TestContext,
  {
    desk,
    browser,
    token,
    path,
    before,
  }: {
    desk: Desk
    browser: Browser
    token: string
    path: string
    /** What the page has to be told before it loads. */
    before?: (page: Page) => Promise<void>
  },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    bypassCSP: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  t.after(() => context.close())
  await context.addCookies([{ name: 'deskbell_session', value: token, url: desk.base }])
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await before?.(page)
  await page.goto(`${desk.base}/console#${path}`)
  await page.locator('deskbell-console-rail').waitFor()
  return page
}

/** A person of the team with a password, so that the console asks for none. */
export async function colleague(desk: Desk, name: string, role: 'owner' | 'agent') {
  const person = await desk.person(name)
  await desk.call('POST', '/api/v1/password', {
    token: person.token,
    body: { password: 'a sentence to keep' },
  })
  await desk.db.query('update agents set role = $2 where id = $1 returning id', [person.id, role])
  return person
}

/** A visitor who has asked for a person, unless `begin` says otherwise, and may write on. */
export async function writer(
  desk: Desk,
  name: string,
  message = `Hello from ${name}`,
  { locale, ...begin }: { locale?: string; want?: 'assistant' | 'person' } = {},
) {
  const visitor = await desk.visitor({ ...(locale && { locale }) })
  const id = uuidv7()
  const begun = await desk.call('POST', '/support/widget/chat/start', {
    token: visitor.token,
    body: { cid: uuidv7(), conversation_id: id, message, name, want: 'person', ...begin },
  })
  assert.equal(begun.status, 201)
  return {
    ...visitor,
    id,
    say: (body: string, more: object = {}) =>
      desk.call('POST', `/support/widget/chat/${id}/messages`, {
        token: visitor.token,
        body: { body, cid: uuidv7(), ...more },
      }),
  }
}

export const thread = (page: Page) => page.locator('deskbell-conversation-thread')
export const inbox = (page: Page) => page.locator('deskbell-inbox-list')
export const row = (page: Page, text: string) => inbox(page).locator('.row', { hasText: text })
export const undoLine = (page: Page) => page.locator('deskbell-undo-line')

/** How an action is asked for. */
export type Way = 'key' | 'menu' | 'palette'

export const palette = (page: Page) => page.locator('deskbell-command-palette')

/** By keys, wherever the focus is: the row of the open conversation has it then. */
export async function outOfText(page: Page): Promise<void> {
  await thread(page).locator('deskbell-reply-composer textarea').focus()
  await page.keyboard.press('Escape')
}

/** Asks for an action in one of the ways there are. */
export async function ask(
  page: Page,
  way: Way,
  { key, words }: { key?: string; words: string },
): Promise<void> {
  if (way === 'key') {
    await outOfText(page)
    await page.keyboard.press(key!)
  } else if (way === 'menu') {
    await thread(page).locator('deskbell-console-menu.more').click()
    await page.getByRole('menuitem', { name: words }).click()
  } else {
    await page.keyboard.press('ControlOrMeta+k')
    await palette(page).getByRole('combobox').fill(words)
    await palette(page).getByRole('option', { name: words }).first().waitFor()
    await page.keyboard.press('Enter')
  }
}

/** From the list that has come up in the thread. */
export async function pick(page: Page, name: string): Promise<void> {
  const field = thread(page).locator('deskbell-desk-picker input').first()
  await field.waitFor()
  await field.fill(name)
  await page.keyboard.press('Enter')
}

/** By ⌘Z, where nothing is typed. */
export async function takesBack(page: Page, what: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
  await undoLine(page).locator('.line.undone', { hasText: what }).waitFor()
}

/** As an agent's own program would; what is refused fails. */
export async function agentCall(
  desk: Desk,
  { token }: { token: string },
  method: string,
  path: string,
  body?: object,
) {
  const answer = await desk.call(method, `/api/v1${path}`, { token, ...(body && { body }) })
  assert.ok(answer.status < 300, `${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Until the open conversation is as it should be. */
export async function becomes(
  page: Page,
  what: string,
  holds: (conversation: AgentConversation) => boolean,
): Promise<void> {
  await eventually(
    async () => {
      const conversation = await thread(page).evaluate(
        (element) =>
          (
            element as unknown as { view: { state: { get(): { conversation: AgentConversation } } } }
          ).view.state.get().conversation,
      )
      return conversation && holds(conversation)
    },
    { what },
  )
}

/** What has the focus, through the shadow roots; empty where it is lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active: Element | null = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    if (!active || active === document.body || active.localName === 'deskbell-console') return ''
    return `${active.localName}.${active.getAttribute('class') ?? ''}`
  })

/** The focus stands on something one can go on from. */
export async function keepsFocus(page: Page, after: string): Promise<void> {
  const what = `the focus is not lost after ${after}`
  await eventually(async () => (await focused(page)) !== '', { what, within: 3000 })
}

let axe: string | undefined

/** Nothing for axe to find in what is on screen now, light and dark. */
export async function isClean(page: Page, state: string): Promise<void> {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  for (const colorScheme of ['dark', 'light'] as const) {
    // A colour on its way to another is none to be measured.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const faults = await page.evaluate(async (tags) => {
      interface Results {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }
      const { axe } = window as unknown as { axe: { run(...args: unknown[]): Promise<Results> } }
      for (const motion of document.getAnimations()) motion.finish()
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values: tags },
        // Where it is embedded, the page's own heading is the first.
        rules: { 'page-has-heading-one': { enabled: false } },
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      )
    }, TAGS)
    assert.deepEqual(faults, [], `${state}, ${colorScheme}`)
  }
}
