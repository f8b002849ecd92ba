// What two agents do with conversations besides writing, in one desk and two browsers: each action by its key, the menu
// and the palette, taken back and done again, with the focus kept; and axe over every state on the way.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import type { AgentConversation } from '../../sdk/protocol/conversation.ts'
import { launchBrowser } from '../helpers/browser.ts'
import {
  agentCall,
  ask,
  becomes,
  colleague,
  isClean,
  keepsFocus,
  openConsole,
  pick,
  takesBack,
  thread,
  undoLine,
  type Way,
  writer,
} from '../helpers/console-story.ts'
import { startDesk } from '../helpers/desk.ts'

/** What the server says can be kept from a page for a while, as on a slow line. */
function holdable() {
  let held: (() => void)[] | null = null
  return {
    async take(page: Page): Promise<void> {
      await page.routeWebSocket(/\/support\/live/, (socket) => {
        const server = socket.connectToServer()
        server.onMessage((message) => {
          if (held) held.push(() => socket.send(message))
          else socket.send(message)
        })
      })
    },
    hold(): void {
      held = []
    },
    letGo(): void {
      for (const send of held ?? []) send()
      held = null
    },
  }
}

interface Action {
  what: string
  ways: Partial<Record<Way, { key?: string; words: string }>>
  /** What is chosen then. */
  choose?: (page: Page) => Promise<void>
  /** As the line with Undo says it. */
  says: string
  done: (conversation: AgentConversation) => boolean
}

const ACTIONS: readonly Action[] = [
  {
    what: 'priority',
    ways: { key: { key: 'p', words: '' }, menu: { words: 'Set the priority…' } },
    choose: (page) => pick(page, 'Urgent'),
    says: 'Priority: Urgent',
    done: ({ priority }) => priority === 'urgent',
  },
  {
    what: 'topic',
    ways: { key: { key: 't', words: '' }, palette: { words: 'Set the topic…' } },
    choose: (page) => pick(page, 'Brakes'),
    says: 'Topic: Brakes',
    done: ({ topic }) => topic?.name === 'Brakes',
  },
  {
    what: 'department',
    ways: { key: { key: 'd', words: '' }, menu: { words: 'Move to a team…' } },
    choose: (page) => pick(page, 'Workshop'),
    says: 'Moved to Workshop',
    done: ({ department }) => department?.name === 'Workshop',
  },
  {
    what: 'tag',
    ways: { palette: { words: 'Tag…' }, menu: { words: 'Tag…' } },
    async choose(page) {
      await pick(page, 'warranty')
      await page.keyboard.press('Escape')
    },
    says: 'Tagged warranty',
    done: ({ tags }) => tags.some(({ name }) => name === 'warranty'),
  },
  {
    what: 'snooze',
    ways: { key: { key: 'h', words: '' }, palette: { words: 'Snooze…' } },
    choose: (page) => pick(page, 'Tomorrow'),
    says: 'Snoozed until',
    done: ({ snoozed_until: until }) => until !== null,
  },
  {
    what: 'follow',
    ways: { key: { key: 'f', words: '' }, menu: { words: 'Follow' } },
    says: 'You follow this',
    done: ({ follower_ids: ids }) => ids.length === 1,
  },
  {
    what: 'block',
    ways: { menu: { words: 'Block Nora' }, palette: { words: 'Block Nora' } },
    says: 'Nora is blocked',
    done: ({ blocked }) => blocked === true,
  },
  {
    what: 'spam',
    ways: { key: { key: '!', words: '' }, menu: { words: 'Mark as spam' } },
    says: 'Marked as spam',
    done: ({ spam }) => spam,
  },
  {
    what: 'assign',
    ways: { key: { key: 'a', words: '' }, palette: { words: 'Assign to Ana' } },
    choose: (page) => pick(page, 'Ana'),
    says: 'Assigned to Ana',
    done: ({ assignee }) => assignee?.name === 'Ana',
  },
]

test('two agents act on conversations in every way there is, take it back, and never lose their place', async (t) => {
  const [desk, browser] = await Promise.all([startDesk(t), launchBrowser()])
  t.after(() => browser.close())
  const mika = await colleague(desk, 'Mika', 'owner')
  const ana = await colleague(desk, 'Ana', 'agent')
  const api = agentCall.bind(null, desk, mika)
  await api('POST', '/tags', { name: 'warranty' })
  await api('POST', '/topics', { name: 'Brakes' })
  await api('POST', '/admin/departments', { name: 'Workshop' })
  const nora = await writer(desk, 'Nora', 'The wheel came bent')
  await writer(desk, 'Ines')
  const line = holdable()
  const [page, other] = await Promise.all([
    openConsole(t, { desk, browser, token: mika.token, path: `/waiting/${nora.id}` }),
    openConsole(t, { desk, browser, token: ana.token, path: `/waiting/${nora.id}`, before: line.take }),
  ])
  const faults: string[] = []
  for (const each of [page, other]) each.on('pageerror', (error) => faults.push(error.message))

  await t.test('two press Accept at once: one has the chat, the other is told who', async () => {
    const accept = (each: Page) => thread(each).locator('.accept')
    await Promise.all([accept(page).waitFor(), accept(other).waitFor()])
    line.hold()
    await accept(page).click()
    await becomes(page, 'accepted', ({ assignee }) => assignee?.name === 'Mika')
    await keepsFocus(page, 'accepting')
    // Nothing of it has come to him.
    await accept(other).click()
    line.letGo()
    await thread(other).locator('.taken').getByText('Mika has taken this chat').waitFor()
    await keepsFocus(other, 'being told of it')
    await isClean(other, 'taken by somebody else')
  })

  await t.test('each action: done, taken back, done in another way, taken back', async () => {
    for (const { what, ways, choose, says, done } of ACTIONS) {
      for (const [way, how] of Object.entries(ways) as [Way, { key?: string; words: string }][]) {
        const name = `${what} by ${way}`
        await ask(page, way, how)
        if (!(way === 'palette' && how.words === says.replace('Assigned', 'Assign'))) await choose?.(page)
        await becomes(page, name, done)
        await undoLine(page).locator('.line.done', { hasText: says }).waitFor()
        await keepsFocus(page, name)
        await takesBack(page, says)
        await becomes(page, `${name}, taken back`, (conversation) => !done(conversation))
        await keepsFocus(page, `${name}, taken back`)
      }
      await page.keyboard.press('ControlOrMeta+Shift+z')
      await becomes(page, `${what}, done again`, done)
      await undoLine(page).locator('.line.done', { hasText: says }).waitFor()
      await keepsFocus(page, `${what}, done again`)
      await takesBack(page, says)
    }
  })

  assert.deepEqual(faults, [])
})
