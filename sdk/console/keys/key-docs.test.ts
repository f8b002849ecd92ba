// What docs/console-keys.md says of keys and operators is what there is: nothing is left out, nothing is long gone.

import { expect } from '@open-wc/testing'
import '../app/console-app.define.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import { find, standUp } from '../demo/stand-up.ts'
import type { Desk } from '../desk.context.ts'
import { FIXED_VALUES, OPERATORS } from '../search/search-completion.ts'
import { COMMAND_SECTIONS, shortcutsOf } from './desk-commands.ts'

/** A key may stand for another thing in another state: what is accepted cannot be accepted. */
const STATES = ['inbox', 'waiting', 'resolved'] as const

const docs = async (): Promise<string> => (await fetch('/docs/console-keys.md')).text()
const between = (text: string, from: string, to = '\0'): string =>
  text.slice(text.indexOf(from), text.includes(to) ? text.indexOf(to) : undefined)

describe('docs/console-keys.md', () => {
  it('has every shortcut under the heading and the names it has on the sheet, and no other', async () => {
    const found = new Map<string, Set<string>>()
    for (const state of STATES) {
      const element = await standUp(consoleDemos[state]!())
      const { desk } = find(element, 'deskbell-desk-overlay') as unknown as { desk: Desk }
      const open = element.conversationId
      const name = desk.client.inbox.state.get().conversations.find(({ id }) => id === open)?.contact.name
      for (const section of COMMAND_SECTIONS)
        for (const each of desk.commands.all().filter((command) => command.section === section))
          for (const keys of shortcutsOf(each)) {
            const key = `${desk.t(`palette.section.${section}`)}: ${keys}`
            const label = name ? each.label.replace(name, '…') : each.label
            found.set(key, (found.get(key) ?? new Set()).add(label))
          }
      element.remove()
    }
    const written = new Map<string, Set<string>>()
    let heading = ''
    for (const line of between(await docs(), '## Keys', '## Operators').split('\n')) {
      heading = /^### (.*)/.exec(line)?.[1] ?? heading
      const [, keys, names] = /^\| `(.+)` \| (.+) \|$/.exec(line) ?? []
      if (keys && names) written.set(`${heading}: ${keys}`, new Set(names.split(' / ')))
    }
    const lacks = [...found].flatMap(([key, names]) =>
      [...names].filter((name) => !written.get(key)?.has(name)).map((name) => `${key}: ${name}`),
    )
    expect(lacks.join('; '), 'left out').to.equal('')
    const gone = [...written.keys()].filter((key) => !found.has(key))
    expect(gone.join('; '), 'long gone').to.equal('')
  })

  it('has every operator of the search, with its values', async () => {
    const rows = between(await docs(), '## Operators').split('\n')
    for (const operator of OPERATORS) {
      const row = rows.find((line) => line.startsWith(`| \`${operator}:\``))
      expect(row, operator).to.be.a('string')
      for (const value of FIXED_VALUES[operator] ?? []) expect(row).to.contain(`\`${value}\``)
    }
  })
})
