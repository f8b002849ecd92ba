// The AI agent's pages: settings tried in the playground before they are saved, topics, budget, tools, runs, cases.

import { expect } from '@open-wc/testing'
import { ApiError } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import {
  emptyAssistant,
  fakeAssistant,
  sampleAssistant,
  sampleFloor,
  sampleTool,
} from '../demo/fake-assistant.ts'
import { exists, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { englishTexts } from '../locales/console-locale.ts'
import { settingsDemo } from '../settings/settings.demo.ts'
import '../settings/settings.define.ts'
import { floorSentence, pointAt } from './floor-plot.ts'
import { patchOf } from './settings-patch.ts'

const site = `/sites/${sampleAssistant.site_id}/assistant`

async function open(
  path: string,
  {
    answers = {},
    width = 1440,
    theme = 'light',
  }: { answers?: Record<string, unknown>; width?: number; theme?: 'light' | 'dark' } = {},
) {
  const calls: [name: string, input: unknown][] = []
  const answer = (name: string, input: unknown): unknown => {
    calls.push([name, input])
    const given = answers[name]
    if (given instanceof Error) throw given
    return given
  }
  const element = await standUp(settingsDemo(path, { answer }, theme), { width, height: 900 })
  await waitUntil(() => exists(element, 'form, .rows, .records, .empty'), 'the page is drawn')
  await settled(element)
  const of = (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input)
  return { element, of, answers }
}
async function type(element: DeskbellConsole, id: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(element, `#${id}`)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled(element)
}
const button = (element: DeskbellConsole, text: string) =>
  findAll<HTMLButtonElement>(element, 'button').find(
    (each) => textOf(each).startsWith(text) && !each.disabled,
  )!
async function press(element: DeskbellConsole, text: string): Promise<void> {
  button(element, text).click()
  await settled(element)
}
const foot = (element: DeskbellConsole) => textOf(find(element, 'form footer p'))
async function ask(element: DeskbellConsole, question: string): Promise<HTMLTextAreaElement> {
  const field = find<HTMLTextAreaElement>(element, '.ask textarea')!
  field.value = question
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }))
  await settled(element)
  return field
}

describe('the AI agent’s settings as a request', () => {
  it('ask for what differs and no more, and null what is gone', () => {
    const { settings } = sampleAssistant
    const draft = { ...settings, floor: 0.8, redact: { ...settings.redact, emails: false } }
    expect(patchOf(settings, draft)).to.deep.equal({ floor: 0.8, redact: { emails: false } })
    expect(patchOf({ a: { x: 1, y: 2 } }, { a: { x: 1 } })).to.deep.equal({ a: { y: null } })
  })
})

describe('what the floor does', () => {
  it('is read between the floors that were measured, and said', async () => {
    expect(pointAt(sampleFloor.shipped, 0.05)!.answered).to.be.closeTo(0.99775, 1e-9)
    expect(pointAt(sampleFloor.shipped, 0.025)!.right).to.be.closeTo(0.629, 1e-9)
    expect(pointAt({ points: [], questions: 0, answerable: 0 }, 0.5)).to.equal(null)
    const texts = englishTexts()
    await texts.load('assistant')
    expect(floorSentence(sampleFloor.shipped, 0.6, { t: texts.t, locale: 'en' })).to.equal(
      'At 60% it answers 68% of what the articles answer. 84% of its answers are right.',
    )
  })
})

for (const part of [
  'assistant',
  'assistant-topics',
  'assistant-limits',
  'assistant-tools',
  'assistant-playground',
  'assistant-runs',
  'assistant-cases',
])
  it(`the page ${part} passes axe, and the rail says where one is`, async () => {
    const { element } = await open(part)
    expect(exists(element, '.shell .row[aria-current]')).to.equal(true)
    find(element, 'button.item')?.click()
    await settled(element)
    await expect(find(element, 'deskbell-settings')).to.be.accessible()
  })

it('the AI agent’s page passes axe, dark, on a phone', async () => {
  const { element } = await open('assistant', { width: 390, theme: 'dark' })
  await expect(find(element, 'deskbell-settings')).to.be.accessible()
})

describe('deskbell-settings-assistant', () => {
  const save = `PATCH ${site}`
  const saved = {
    assistant: { ...sampleAssistant, settings: { ...sampleAssistant.settings, max_turns: 7 }, version: 5 },
  }

  it('checks by the protocol’s schema, names the change, saves it with its version, and brings back what was before', async () => {
    const { element, of } = await open('assistant', { answers: { [save]: saved } })
    await type(element, 'f-settings-max_turns', '0')
    expect(textOf(find(element, 'form .fault'))).to.equal('At least 1')
    await type(element, 'f-settings-max_turns', '7')
    expect(foot(element)).to.equal('1 change Replies')
    await press(element, 'Review')
    expect(textOf(find(element, '.review dd'))).to.equal('12 7')
    await press(element, 'Save')
    await waitUntil(() => foot(element) === 'Saved')
    expect(of(save)).to.deep.equal([{ settings: { max_turns: 7 }, version: 4 }])
    await press(element, 'Undo')
    await waitUntil(() => of(save).length === 2)
    expect(of(save)[1]).to.deep.equal({ settings: { max_turns: 12 }, version: 5 })
  })

  it('moves the plot with the slider, and takes the suggested floor', async () => {
    const { element } = await open('assistant')
    await waitUntil(() => exists(element, '.effect'))
    await type(element, 'floor', '80')
    expect(textOf(find(element, '.effect [role=status]'))).to.contain('At 80% it answers 42%')
    await press(element, 'Take 55%')
    expect(foot(element)).to.equal('1 change Floor')
    expect(textOf(find(element, 'output'))).to.equal('55%')
  })

  it('puts mine on top of what somebody else has saved', async () => {
    const answers: Record<string, unknown> = { [save]: new ApiError('site-changed') }
    const { element, of } = await open('assistant', { answers })
    await type(element, 'f-settings-max_turns', '7')
    await press(element, 'Save')
    await waitUntil(() => foot(element).startsWith('Somebody else'))
    answers[`GET ${site}`] = { assistant: { ...sampleAssistant, version: 9 } }
    answers[save] = saved
    await press(element, 'Put mine on top')
    await waitUntil(() => foot(element) === '1 change Replies')
    await press(element, 'Save')
    await waitUntil(() => of(save).length === 2)
    expect(of(save)[1]).to.deep.equal({ settings: { max_turns: 7 }, version: 9 })
  })

  it('rehearses with what is not saved yet, shows passages with scores, and keeps what came of it as a case', async () => {
    const { element, of } = await open('assistant')
    await type(element, 'f-settings-max_turns', '7')
    await ask(element, 'Can I return brake pads I fitted once?')
    await waitUntil(() => exists(element, '.decision'))
    expect(textOf(find(element, '.decision'))).to.equal('Answers 91% sure')
    expect(textOf(find(element, '.passages'))).to.contain('Score 0.97')
    expect(of(`POST ${site}/rehearse`)[0]).to.deep.include({ settings: { max_turns: 7 }, locale: 'en' })
    await press(element, 'Keep as a case')
    await waitUntil(() => findAll(element, 'button').some((each) => textOf(each) === 'Kept as a case'))
    expect(of('POST /assistant/cases')[0]).to.deep.include({
      expected: { outcome: ['answer'], cites: ['returning-fitted-parts'] },
    })
  })

  it('gives a question back when no answer came', async () => {
    const { element } = await open('assistant-playground', {
      answers: { [`POST ${site}/rehearse`]: new ApiError('network') },
    })
    const field = await ask(element, 'Hello?')
    await waitUntil(() => exists(element, '.fault.pad'))
    expect(field.value).to.equal('Hello?')
  })

  it('says what a new topic lacks, and sends topics without empty examples', async () => {
    const { element, of } = await open('assistant-topics', { answers: { [save]: saved } })
    await press(element, 'Add a topic')
    expect(textOf(find(element, 'form .fault'))).to.equal('This is missing')
    const name = findAll<HTMLInputElement>(element, '.item input[type=text]').at(-1)!
    name.value = 'Press'
    name.dispatchEvent(new Event('input'))
    await settled(element)
    await press(element, 'Save')
    await waitUntil(() => of(save).length === 1)
    const { settings } = of(save)[0] as { settings: { topics: { name: string; key: string }[] } }
    expect(settings.topics.map(({ name, key }) => `${key} ${name}`)).to.deep.equal([
      'sponsoring Sponsoring',
      'topic_2 Press',
    ])
  })

  it('says what is spent today beside what may be', async () => {
    const { element } = await open('assistant-limits')
    await waitUntil(() => textOf(find(element, '.usage')).includes('412 of 5,000 replies'))
  })

  it('makes a tool whose secret is told once, and tries one', async () => {
    const tools = `/sites/${sampleAssistant.site_id}/tools`
    const made = { tool: { ...sampleTool, id: '0192f0c0-0000-7000-8000-000000000099' }, secret: 'whsec_once' }
    const { element, of } = await open('assistant-tools/new', { answers: { [`POST ${tools}`]: made } })
    for (const [name, text] of [
      ['title', 'Look up an order'],
      ['name', 'order_status'],
      ['description', 'Says where it is'],
      ['endpoint', 'https://shop.example/x'],
      ['parameters', 'nothing'],
    ] as const)
      await type(element, `f-${name}`, text)
    expect(textOf(find(element, 'form .fault'))).to.contain('JSON object')
    await type(element, 'f-parameters', '{"type":"object","properties":{}}')
    await press(element, 'Create')
    await waitUntil(() => textOf(find(element, '.once')).includes('whsec_once'))
    expect(of(`POST ${tools}`)[0]).to.deep.include({
      name: 'order_status',
      parameters: { type: 'object', properties: {} },
    })
    element.go(`/settings/assistant-tools/${sampleTool.id}`)
    await waitUntil(() => exists(element, 'textarea[name=input]'))
    await press(element, 'Try it')
    await waitUntil(() => findAll(element, 'pre').some((each) => textOf(each) === '{"state":"packed"}'))
  })

  it('replays the cases, follows how far it is, and says what no longer passes', async () => {
    const answers: Record<string, unknown> = {}
    const { element } = await open('assistant-cases', { answers })
    await waitUntil(() => button(element, 'Replay all'))
    await press(element, 'Replay all')
    await waitUntil(() => find<HTMLProgressElement>(element, 'progress')?.value === 1)
    const { run } = fakeAssistant['POST /assistant/cases/run'] as { run: object }
    answers['GET /assistant/cases/run'] = {
      run: {
        ...run,
        done: 4,
        passed: 3,
        failed: 1,
        lost: ['Brake pads'],
        state: 'done',
        ended_at: '2026-11-20T09:15:00.000Z',
      },
    }
    await waitUntil(() => textOf(find(element, '.usage')).includes('No longer passing: Brake pads'))
  })

  for (const [part, words] of [
    ['assistant-runs', 'No runs yet'],
    ['assistant-cases', 'No cases yet'],
    ['assistant-tools', 'There are none yet.'],
  ])
    it(`explains itself where there is nothing: ${part}`, async () => {
      const { element } = await open(part!, { answers: emptyAssistant })
      await waitUntil(() => textOf(find(element, '.empty')).startsWith(words!))
    })

  it('opens a run with what it saw and why it decided so, once and in words', async () => {
    const { runs } = fakeAssistant['GET /assistant/runs'] as { runs: object[] }
    const over = { kind: 'hand_over', reason: 'low_confidence', failure: 'low_confidence' }
    const { element } = await open('assistant-runs', {
      answers: {
        'GET /assistant/runs': { runs: runs.map((run) => ({ ...run, ...over })), next_cursor: null },
      },
    })
    await waitUntil(() => exists(element, 'button.item'))
    expect(textOf(find(element, 'button.item'))).to.contain('Hands over: below the floor')
    expect(textOf(find(element, 'button.item'))).not.to.contain('low_confidence')
    find(element, 'button.item')!.click()
    await waitUntil(() => exists(element, '.open'))
    expect(textOf(find(element, '.open'))).to.contain('6 passages, 0.94')
  })
})
