// The AI agent's page: what is changed is checked, named, saved and undone; the playground tries it before; runs,
// cases and tools explain themselves, also where there are none.

import { expect, fixture, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { LANGUAGES } from '../../locales/choose-locale.ts'
import { find, findAll, textOf } from '../demo/stand-up.ts'
import './assistant-page.define.ts'
import { createFakeAssistantApi, sampleAssistant, sampleFloor } from '../demo/fake-assistant-api.ts'
import type { AssistantPage } from './assistant-page.ts'
import { floorSentence, pointAt } from './floor-plot.ts'
import { changedSettings, describeChanges, patchOf } from './settings-draft.ts'

type Api = ReturnType<typeof createFakeAssistantApi>

async function open(
  part = 'settings',
  api: Api = createFakeAssistantApi(),
  { width = 1280, theme = 'light' } = {},
) {
  location.hash = part
  const parent = document.createElement('div')
  parent.style.setProperty('inline-size', `${width}px`)
  document.body.append(parent)
  const page = await fixture<AssistantPage>(
    html`<deskbell-assistant .api=${api} theme=${theme}></deskbell-assistant>`,
    { parentNode: parent },
  )
  page.style.setProperty('block-size', '900px')
  const root = page.shadowRoot!
  await waitUntil(() => root.querySelector('nav, .alone h1'))
  const button = (text: string) =>
    findAll<HTMLButtonElement>(page, 'button').find((each) => textOf(each) === text)!
  const type = (id: string, value: string): void => {
    const field = root.getElementById(id) as HTMLInputElement
    field.value = value
    field.dispatchEvent(new Event('input'))
    field.dispatchEvent(new Event('change'))
  }
  const foot = () => textOf(root.querySelector('footer p'))
  return { page, root, api, button, type, foot }
}

afterEach(() => {
  location.hash = ''
})

describe('the AI agent’s settings as a draft', () => {
  const { settings } = sampleAssistant
  const draft = { ...settings, floor: 0.8, redact: { ...settings.redact, emails: false } }

  it('names what differs, from what to what, and asks for no more', () => {
    expect(changedSettings(settings, draft)).to.deep.equal(['floor', 'redact'])
    expect(describeChanges(settings, draft)).to.deep.equal([
      { name: 'floor', from: '0.6', to: '0.8' },
      { name: 'what a model never sees', from: 'emails yes', to: 'emails no' },
    ])
    expect(patchOf(settings, draft)).to.deep.equal({ floor: 0.8, redact: { emails: false } })
    expect(patchOf({ a: { x: 1, y: 2 } }, { a: { x: 1 } })).to.deep.equal({ a: { y: null } })
  })
})

describe('what the floor does', () => {
  it('is read between the floors that were measured', () => {
    expect(pointAt(sampleFloor.shipped, 0.05)!.answered).to.be.closeTo(0.99775, 1e-9)
    expect(pointAt(sampleFloor.shipped, 0.025)!.right).to.be.closeTo(0.629, 1e-9)
    expect(pointAt({ points: [], questions: 0, answerable: 0 }, 0.5)).to.equal(null)
    expect(floorSentence(sampleFloor.shipped, 0.6)).to.equal(
      'At 60 % it answers 68 % of what the articles answer. 84 % of its answers are right.',
    )
  })
})

for (const part of ['settings', 'runs', 'cases', 'tools'])
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const)
    it(`the AI agent’s page passes axe: ${part}, ${theme}, ${width} px`, async () => {
      const { page } = await open(part, undefined, { theme, width })
      await waitUntil(() => find(page, '.rows, .effect'))
      find(page, 'button.item')?.click()
      if (part !== 'settings') await waitUntil(() => find(page, '.open'))
      await expect(page).to.be.accessible()
    })

describe('deskbell-assistant', () => {
  it('checks what is typed by the protocol’s schema, names the change, and saves it with its version', async () => {
    const { root, api, type, button, foot } = await open()
    expect(foot()).to.equal('Nothing changed')
    type('max-turns', '0')
    await waitUntil(() => textOf(root.getElementById('max-turns-fault')) === 'Whole numbers from 1 to 100.')
    expect(button('Save').disabled).to.equal(true)
    type('max-turns', '7')
    await waitUntil(() => foot() === '1 change replies before a person')
    button('Review').click()
    await waitUntil(() => textOf(root.querySelector('.review')) === 'replies before a person12 →becomes 7')
    button('Save').click()
    await waitUntil(() => foot().startsWith('Saved.'))
    expect(api.of('save')).to.deep.equal([
      [sampleAssistant.site_id, { settings: { max_turns: 7 }, version: 4 }],
    ])
  })

  it('brings back what was in force before the save', async () => {
    const { api, type, button } = await open()
    type('max-turns', '7')
    await waitUntil(() => !button('Save').disabled)
    button('Save').click()
    await waitUntil(() => button('Undo'))
    button('Undo').click()
    await waitUntil(() => api.of('save').length === 2)
    expect(api.of('save')[1]![1]).to.deep.equal({ settings: { max_turns: 12 }, version: 5 })
  })

  it('moves the plot with the slider, and takes the suggested floor', async () => {
    const { page, root, type, button, foot } = await open()
    await waitUntil(() => root.querySelector('.effect'))
    type('floor', '80')
    await waitUntil(() =>
      textOf(root.querySelector('.effect [role=status]')).startsWith('At 80 % it answers 42 %'),
    )
    expect(root.querySelector('.here')!.getAttribute('x1')).to.equal(String(40 + 0.8 * 472))
    button('Take 55 %').click()
    await waitUntil(() => foot() === '1 change floor')
    expect(textOf(find(page, 'output'))).to.equal('55 %')
  })

  it('keeps the draft when somebody else was quicker, and puts it on top', async () => {
    const { root, api, type, button, foot } = await open()
    type('max-turns', '7')
    await waitUntil(() => !button('Save').disabled)
    api.refuse('site-changed')
    button('Save').click()
    await waitUntil(() => button('Put mine on top'))
    api.refuse(undefined)
    button('Put mine on top').click()
    await waitUntil(() => foot() === '1 change replies before a person')
    expect((root.getElementById('max-turns') as HTMLInputElement).value).to.equal('7')
  })

  it('rehearses with what is not saved yet, says why, and keeps what came of it as a case', async () => {
    const { page, api, type, button } = await open()
    type('max-turns', '7')
    await waitUntil(() => !button('Save').disabled)
    const field = find<HTMLTextAreaElement>(page, '.ask textarea')!
    field.value = 'Can I return brake pads I fitted once?'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }))
    await waitUntil(() => find(page, '.decision'))
    expect(textOf(find(page, '.decision'))).to.equal('Answers 91 % sure')
    expect(api.of('rehearse')[0]![1]).to.deep.include({ settings: { max_turns: 7 }, locale: 'en' })
    button('Keep as a case').click()
    await waitUntil(() => button('Kept as a case'))
    expect(api.of('addCase')[0]![0]).to.deep.include({
      expected: { outcome: ['answer'], cites: ['returning-fitted-parts'] },
    })
  })

  it('says in its own words what a new topic lacks, and rehearses in each of the widget’s languages', async () => {
    const { page, button } = await open()
    button('Add a topic').click()
    await waitUntil(() => findAll(page, '.fault').some((each) => textOf(each).startsWith('Give it a name')))
    expect(findAll(page, '[aria-invalid=true]').length).to.equal(1)
    expect(findAll(page, '.fault').map(textOf).join()).not.to.contain('Too small')
    const pages = [...find<HTMLSelectElement>(page, '[aria-label^="Language of"]')!.options]
    expect(pages.map(({ value }) => value)).to.include.members(LANGUAGES)
  })

  it('gives a question back when no answer came', async () => {
    const { page, api } = await open()
    api.refuse('network')
    const field = find<HTMLTextAreaElement>(page, '.ask textarea')!
    field.value = 'Hello?'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }))
    await waitUntil(() => find(page, '.fault.pad'))
    expect(field.value).to.equal('Hello?')
  })

  it('replays the cases, follows how far it is, and says what no longer passes', async () => {
    const { page, api, button } = await open('cases')
    await waitUntil(() => button('Replay all') && !button('Replay all').disabled)
    button('Replay all').click()
    await waitUntil(() => find<HTMLProgressElement>(page, 'progress')?.value === 1)
    api.endRun({ done: 4, passed: 3, failed: 1, lost: ['Brake pads'] })
    await waitUntil(() => textOf(find(page, '.usage')).includes('No longer passing: Brake pads'))
  })

  it('shows a new tool’s secret, and what a try brought', async () => {
    const { page, api, button } = await open('tools')
    await waitUntil(() => find(page, 'button.item'))
    find(page, 'button.item')!.click()
    await waitUntil(() => button('Try'))
    button('Try').click()
    await waitUntil(() => textOf(find(page, 'pre')) === '{"state":"packed"}')
    expect(api.of('testTool')[0]!.slice(2)).to.deep.equal([{}])
    button('New secret').click()
    await waitUntil(() => textOf(find(page, '.secret')).includes('whsec_another'))
  })

  for (const [part, title] of [
    ['runs', 'No runs yet'],
    ['cases', 'No cases yet'],
    ['tools', 'No tools'],
  ])
    it(`explains itself where there is nothing: ${part}`, async () => {
      const { page } = await open(part, createFakeAssistantApi({ empty: true }))
      await waitUntil(() => textOf(find(page, '.empty h2')) === title)
    })

  it('names why a run handed over once, in words', async () => {
    const api = createFakeAssistantApi()
    const { runs, next_cursor } = await api.runs({ site: sampleAssistant.site_id })
    const over = { kind: 'hand_over', reason: 'low_confidence', failure: 'low_confidence' } as const
    api.runs = async () => ({ runs: runs.map((run) => ({ ...run, ...over })), next_cursor })
    const { page, root } = await open('runs', api)
    await waitUntil(() => find(page, 'button.item'))
    expect(textOf(find(page, 'button.item'))).to.contain('Hands over: below the floor')
    expect(textOf(find(page, 'button.item'))).not.to.contain('low_confidence')
    expect(root.querySelector('.bad')).to.equal(null)
  })

  it('opens a run with what it saw and why it decided so', async () => {
    const { page } = await open('runs')
    await waitUntil(() => find(page, 'button.item'))
    find(page, 'button.item')!.click()
    await waitUntil(() => find(page, '.open'))
    expect(textOf(find(page, '.open'))).to.contain('6 passages, 0.94')
  })

  for (const [code, title] of [
    ['unauthenticated', 'Sign in first'],
    ['forbidden', 'Administrators only'],
    ['network', 'The settings did not load'],
  ] as const)
    it(`explains itself to who may not or cannot: ${code}`, async () => {
      const { page, root } = await open('settings', createFakeAssistantApi({ refuse: code }))
      expect(textOf(root.querySelector('h1'))).to.equal(title)
      await expect(page).to.be.accessible()
    })
})
