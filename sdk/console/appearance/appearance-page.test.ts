// The appearance page: what is typed is tried at once, marked, published or thrown away; what the server refuses is said.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { fakeSite } from '../demo/fake-settings.ts'
import { exists, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { Desk } from '../desk.context.ts'
import { settingsDemo } from '../settings/settings.demo.ts'
import '../settings/settings.define.ts'
import { changeOf, withText } from './site-draft.ts'

type Call = [name: string, input: unknown]

async function open({ width = 1440, theme = 'light' as 'light' | 'dark' } = {}) {
  const calls: Call[] = []
  const answer = (name: string, input: unknown): unknown => {
    calls.push([name, input])
    if (name === `PATCH /sites/${fakeSite.id}`) return { site: { ...fakeSite, label: 'Help', version: 4 } }
    return undefined
  }
  const element = await standUp(settingsDemo('appearance', { answer }, theme), { width, height: 900 })
  await waitUntil(() => exists(element, '#words'), 'the form is drawn')
  const of = (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input)
  const previews = () => of(`POST /sites/${fakeSite.id}/preview`) as ReturnType<typeof changeOf>[]
  await waitUntil(() => previews().length === 1 && exists(element, '.contrast'))
  const type = async (id: string, value: string): Promise<void> => {
    const field = find<HTMLInputElement>(element, `#${id}`)!
    field.value = value
    field.dispatchEvent(new Event('input'))
    await settled(element)
  }
  return { element, of, previews, type }
}
const foot = (element: DeskbellConsole) => textOf(find(element, 'form footer p'))

describe('a site’s draft', () => {
  it('sends the words that differ, and null for those that are gone', () => {
    const texts = withText({}, 'de', 'home.chat', 'Schreib uns')
    const draft = { ...fakeSite, settings: { ...fakeSite.settings, texts } }
    const change = changeOf(draft, fakeSite)
    expect(change.settings.texts).to.deep.equal({ de: { 'home.chat': 'Schreib uns' } })
    expect(change.version).to.equal(3)
    expect(withText(texts, 'de', 'home.chat', '')).to.deep.equal({})
    expect(changeOf(fakeSite, draft).settings.texts).to.deep.equal({ de: { 'home.chat': null } })
  })
})

describe('deskbell-settings-appearance', () => {
  it('tries what is typed after a pause, marks it, counts it, and says how the colour reads', async () => {
    const { element, previews, type } = await open()
    expect(findAll(element, '.contrast').map(textOf)).to.deep.equal([
      '7.7 to 1 on white. Passes AA, passes AAA.',
      'In the dark it becomes #77cab1, 9.1 to 1. Passes AA, passes AAA.',
    ])
    await type('colour', '#1234')
    expect(textOf(find(element, '.fault'))).to.equal('Six digits after a #, such as #0a5e4b')
    await type('colour', '#123456')
    await type('f-greeting', 'Moin')
    await waitUntil(() => previews().length === 2)
    expect(previews()[1]).to.deep.include({ colour: '#123456', greeting: 'Moin' })
    expect(foot(element)).to.equal('2 changes Accent colour, Greeting')
    expect(findAll(element, '.row.changed .name').map(textOf)).to.deep.equal(['Accent colour', 'Greeting'])
    await expect(find(element, 'deskbell-settings')).to.be.accessible()
  })

  it('writes how the colour reads in the agent’s own digits, and the colour so that its # stays before it', async () => {
    const { element } = await open()
    element.locale = 'ar'
    const dark = 'في الداكن يصير \u2066#77cab1\u2069، بنسبة ٩٫١ إلى ١. يستوفي AA ويستوفي AAA.'
    await waitUntil(() => textOf(findAll(element, '.contrast')[1]!) === dark, 'Arabic')
    expect(textOf(find(element, '.contrast'))).to.contain('٧٫٧ إلى ١')
  })

  it('says at once what only the server knows to be wrong, and sends nothing of it', async () => {
    const { element, of, type } = await open()
    await type('words', 'person')
    expect(findAll(element, '.word')).to.have.length(1)
    await type('text-home-wait', 'Ask {who}')
    await waitUntil(() => textOf(find(element, '.fault')) === 'There is no {who} here.')
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await settled(element)
    expect(of(`PATCH /sites/${fakeSite.id}`)).to.deep.equal([])
    await type('words', '')
    expect(findAll(element, '.word'), 'a changed text stays in sight').to.have.length(1)
  })

  it('publishes with the version that was seen, and says when visitors see it', async () => {
    const { element, of, type } = await open()
    await type('f-label', 'Help')
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await waitUntil(() => foot(element).startsWith('Published.'))
    expect(of(`PATCH /sites/${fakeSite.id}`)[0]).to.deep.include({ label: 'Help', version: 3 })
  })

  it('tells the frame’s page nothing before that page says it is ready, and nobody else', async () => {
    const { element } = await open()
    const frame = find<HTMLIFrameElement>(element, 'iframe')!.contentWindow!
    const heard: unknown[] = []
    frame.postMessage = ((message: unknown, origin: string) => heard.push([message, origin])) as never
    const ready = (source: Window, origin: string) =>
      dispatchEvent(new MessageEvent('message', { data: { deskbell: 'ready' }, origin, source }))
    const { desk } = find(element, 'deskbell-appearance-preview') as unknown as { desk: Desk }
    const server = desk.client.server || location.origin
    ready(window, server)
    ready(frame, 'https://elsewhere.example')
    await settled(element)
    expect(heard).to.deep.equal([])
    await waitUntil(() => {
      ready(frame, server)
      return heard.length > 0
    })
    expect((heard[0] as unknown[])[1]).to.equal(server)
  })

  it('says so where the page around it lets no frame be shown', async () => {
    const { element } = await open()
    const server = new URL(find<HTMLIFrameElement>(element, 'iframe')!.src).origin
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'frame-src',
        blockedURI: server,
        documentURI: '',
        violatedDirective: 'frame-src',
        originalPolicy: '',
        disposition: 'enforce',
        statusCode: 200,
      }),
    )
    await waitUntil(() => textOf(find(element, '.blocked')).includes(`frame-src ${server}`))
  })

  it('is a page of its own on a phone, dark, that axe has nothing against', async () => {
    const { element } = await open({ width: 390, theme: 'dark' })
    await expect(find(element, 'deskbell-settings')).to.be.accessible()
  })
})
