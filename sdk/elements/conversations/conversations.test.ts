// All conversations: what each row says, where it leads, and that it stays true.

import { expect } from '@open-wc/testing'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { demoClockOffset } from '../demo/fake-data.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './conversations.define.ts'
import { conversationsDemos, everyKind } from './conversations.demo.ts'

const show = async () => {
  const client = createFakeClient({ clockOffset: demoClockOffset(), conversations: everyKind })
  const element = await showDemo({ ...conversationsDemos['every kind']!, client: () => client })
  const went: [string | null, unknown][] = []
  element.parentElement!.addEventListener('deskbell-navigate', (event) => {
    const { view, params } = event as NavigateEvent
    went.push([view, params])
  })
  const root = element.shadowRoot!
  const rows = () => [...root.querySelectorAll<HTMLElement>('.talk')]
  const words = () => rows().map((row) => row.textContent!.replace(/\s+/g, ' ').trim())
  return { client, element, root, rows, words, went }
}

describe('deskbell-conversations', () => {
  it('says of each who has it or that it waits, its reference, and what was said last', async () => {
    const { words } = await show()
    const [first, second, , last] = words()
    expect(first).to.contain('The new rotor leaves today').and.contain('DB-7K3M92QF')
    expect(second).to.contain('Waits for a person · DB-1HX9Q2TF')
    expect(last).to.contain('Solved · DB-8N3C7YKD')
  })

  it('begins every line at the edge of its own language, and cuts a subject where the subject ends', async () => {
    const subjects = ['هل يمكنني إرجاع تيل فرامل ركّبته مرة واحدة فقط قبل أسبوع؟', 'Rim tape']
    const conversations = subjects.map((subject, i) => ({ ...everyKind[i]!, subject }))
    const client = createFakeClient({ clockOffset: demoClockOffset(), conversations })
    const element = await showDemo({ ...conversationsDemos.Arabic!, client: () => client })
    const titles = [...element.shadowRoot!.querySelectorAll('.row-title bdi')]
    expect(titles.map((title) => getComputedStyle(title).direction)).to.deep.equal(['rtl', 'ltr'])
    for (const title of titles) {
      const text = document.createRange()
      text.selectNodeContents(title)
      const edge = title.closest('.row-text')!.getBoundingClientRect().right
      expect(text.getBoundingClientRect().right, title.textContent!).to.be.closeTo(edge, 1)
    }
  })

  it('marks the unread one alone', async () => {
    const { rows } = await show()
    expect(rows().map((row) => row.querySelector('[aria-label="unread"]') !== null)).to.deep.equal([
      true,
      false,
      false,
      false,
    ])
  })

  it('opens the chosen conversation, or a new one', async () => {
    const { rows, root, went } = await show()
    rows()[2]!.click()
    root.querySelector<HTMLElement>('.foot .button')!.click()
    expect(went).to.deep.equal([
      ['chat', { conversationId: everyKind[2]!.id }],
      ['chat', { conversationId: null }],
    ])
  })

  it('follows the list', async () => {
    const { client, element, rows } = await show()
    ;(client.conversations.list as unknown as { set(list: unknown): void }).set(everyKind.slice(1))
    await settled(element)
    expect(rows()).to.have.length(3)
  })

  checkDemos(conversationsDemos)
})
