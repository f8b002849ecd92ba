// The copilot beside a conversation, the rewording in the composer and the form that mends an answer, without a server.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { fromProblem } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import './copilot-panel.define.ts'
import './fix-answer.define.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { fakeConversations, fakeNow, nora } from '../demo/fake-desk.ts'
import { callsOf, exists, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const stand = (options: FakeAgentClientOptions = {}): Promise<DeskbellConsole> =>
  standUp(
    html`<deskbell-console .client=${createFakeAgentClient(options)} .conversationId=${nora.id} .clock=${fakeNow}></deskbell-console>`,
  )
const open = async (options?: FakeAgentClientOptions): Promise<DeskbellConsole> => {
  const element = await stand(options)
  find(element, '#tab-copilot')!.click()
  await settled(element)
  return element
}
const panel = (element: DeskbellConsole) => find(element, 'deskbell-copilot-panel')!
const section = (element: DeskbellConsole, label: string) =>
  find(panel(element), `section[aria-label="${label}"]`)!
const press = async (element: DeskbellConsole, label: string): Promise<void> => {
  section(element, label).querySelector<HTMLElement>('.top button')!.click()
  await settled(element)
}
const fill = async (element: DeskbellConsole, label: string, text: string): Promise<void> => {
  const form = section(element, label).querySelector('form')!
  form.querySelector('input')!.value = text
  form.requestSubmit()
  await settled(element)
}
const area = (element: DeskbellConsole) => find<HTMLTextAreaElement>(element, 'textarea')!

afterEach(() => sessionStorage.clear())

describe('deskbell-copilot-panel', () => {
  it('is a tab beside the customer, reached by arrow keys', async () => {
    const element = await stand()
    const tab = find(element, '#tab-customer')!
    tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
    await settled(element)
    expect(exists(element, 'deskbell-copilot-panel')).to.equal(true)
    expect(find(element, '#tab-copilot')!.getAttribute('aria-selected')).to.equal('true')
    await expect(element).to.be.accessible()
  })

  it('suggests a reply that goes into the composer without its marks, and is taken back by one press', async () => {
    const element = await open()
    area(element).value = 'Hi Nora'
    area(element).dispatchEvent(new InputEvent('input'))
    await press(element, 'Suggested reply')
    find(panel(element), '.insert')!.click()
    await settled(element)
    await settled(element)
    expect(area(element).value).to.equal(
      'Hi Nora\n\nFitted pads can come back within 60 days, if they are clean.',
    )
    find(element, '.undo')!.click()
    await settled(element)
    expect(area(element).value).to.equal('Hi Nora')
    expect(callsOf(element, 'send')).to.deep.equal([])
  })

  it('answers with sources from articles and from the conversation, and keeps the questions before', async () => {
    const element = await open()
    await fill(element, 'Ask', 'May she return them?')
    expect(callsOf(element, 'ask')).to.deep.equal([['May she return them?']])
    const text = textOf(section(element, 'Ask'))
    expect(text).to.contain('within 60 days')
    expect(text).to.contain('Can a person look?')
    await fill(element, 'Ask', 'Since when?')
    expect(findAll(panel(element), '.turn').length).to.equal(2)
    await expect(element).to.be.accessible()
  })

  it('sums up, sorts and drafts an article, each with what follows from it', async () => {
    const element = await open()
    await press(element, 'Summary')
    expect(textOf(section(element, 'Summary'))).to.contain('arrived bent')
    await press(element, 'Where it belongs')
    section(element, 'Where it belongs').querySelector<HTMLElement>('dl button')!.click()
    await settled(element)
    expect(callsOf(element, 'move').length).to.equal(1)
    await press(element, 'New article')
    await expect(element).to.be.accessible()
    find(panel(element), 'section[aria-label="New article"] .row button')!.click()
    await waitUntil(() => exists(element, 'deskbell-article-beside'))
    expect(exists(element, 'deskbell-conversation-thread')).to.equal(true)
  })

  it('finds articles and puts one with its address into the reply; says so when there is none', async () => {
    const element = await open()
    await fill(element, 'Articles', 'return')
    find(panel(element), '.article .insert')!.click()
    await settled(element)
    await settled(element)
    expect(area(element).value).to.contain('https://fjordline.example/help/articles/returns')
    await fill(element, 'Articles', 'zzz')
    expect(textOf(section(element, 'Articles'))).to.contain('Nothing was found')
    await fill(element, 'Articles', 'return')
    find(panel(element), '.article button[aria-label^="Edit"]')!.click()
    await waitUntil(() => exists(element, 'deskbell-article-beside'))
    expect(area(element).value).to.contain('returns')
  })

  it('says what failed, and can be asked again', async () => {
    let fails = true
    const element = await open({
      on(name) {
        if (name === 'summary' && fails)
          throw fromProblem({ code: 'unavailable', title: 'The model did not answer.' } as never)
      },
    })
    await press(element, 'Summary')
    expect(textOf(find(section(element, 'Summary'), '.fault') ?? section(element, 'Summary'))).to.contain(
      'The model did not answer',
    )
    fails = false
    await press(element, 'Summary')
    expect(textOf(section(element, 'Summary'))).to.contain('arrived bent')
  })

  it('begins anew with another conversation', async () => {
    const element = await open()
    await press(element, 'Summary')
    element.conversationId = fakeConversations[1]!.id
    await settled(element)
    expect(textOf(section(element, 'Summary'))).to.not.contain('arrived bent')
  })

  it('rewords what stands in the composer, and not where there is no model', async () => {
    const element = await stand()
    area(element).value = 'Your bolts are fine'
    area(element).dispatchEvent(new InputEvent('input'))
    await settled(element)
    find(element, '.improve')!.shadowRoot!.querySelector<HTMLElement>('.opener')!.click()
    await settled(element)
    findAll(find(element, '.improve')!, '[role="menuitem"]')[1]!.click()
    await settled(element)
    expect(callsOf(element, 'rewrite')).to.deep.equal([['Your bolts are fine', 'friendlier']])
    await waitUntil(() => area(element).value === 'Your bolts are fine (friendlier)')
    find(element, '.undo')!.click()
    await settled(element)
    expect(area(element).value).to.equal('Your bolts are fine')
    const without = await stand({ model: false })
    expect(exists(without, '.improve')).to.equal(false)
  })

  it('takes what an answer should have been, and offers the article it went into', async () => {
    const element = await stand()
    const dialog = find<HTMLDialogElement>(element, 'dialog')!
    find(element, '.fix')!.click()
    await waitUntil(() => dialog.open)
    const form = dialog.querySelector('form')!
    form.querySelector('textarea')!.value = 'Fitted pads can come back within 30 days.'
    form.querySelector('input')!.value = '60 days'
    form.requestSubmit()
    await settled(element)
    const [[correction]] = callsOf(element, 'correct') as [[Record<string, unknown>]]
    expect(correction.right_answer).to.equal('Fitted pads can come back within 30 days.')
    expect(correction.article_slug).to.equal('returning-fitted-parts')
    expect(textOf(dialog)).to.contain('Saved: a draft of')
    await expect(element).to.be.accessible()
  })
})
