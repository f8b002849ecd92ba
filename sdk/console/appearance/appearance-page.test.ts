// The appearance page: what is typed is tried at once, marked, saved or thrown away; nobody's work is lost.

import { expect, fixture, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { find, findAll, textOf } from '../demo/stand-up.ts'
import './appearance-page.define.ts'
import { createFakeSiteApi, sampleSite } from '../demo/fake-site-api.ts'
import type { AppearancePage } from './appearance-page.ts'
import { changedFields, changeOf, withText } from './site-draft.ts'

type Api = ReturnType<typeof createFakeSiteApi>

async function open(api: Api = createFakeSiteApi(), { width = 1280, theme = 'light' } = {}) {
  const parent = document.createElement('div')
  parent.style.setProperty('inline-size', `${width}px`)
  parent.style.setProperty('block-size', '900px')
  document.body.append(parent)
  const page = await fixture<AppearancePage>(
    html`<deskbell-appearance .api=${api} frame="/no-such-page" theme=${theme}></deskbell-appearance>`,
    { parentNode: parent },
  )
  page.style.setProperty('block-size', '900px')
  const root = page.shadowRoot!
  await waitUntil(() => root.querySelector('form, .alone h1'))
  const type = (id: string, value: string): void => {
    const field = root.getElementById(id) as HTMLInputElement
    field.value = value
    field.dispatchEvent(new Event('input'))
  }
  const button = (text: string) => [...root.querySelectorAll('button')].find((each) => textOf(each) === text)!
  return { page, root, api, type, button, foot: () => textOf(root.querySelector('footer p')) }
}

describe('a site’s draft', () => {
  const draft = withText({ ...sampleSite, colour: '#123456' }, 'de', 'home.chat', 'Schreib uns')

  it('names the fields that differ, in the order of the page', () => {
    expect(changedFields(sampleSite, draft)).to.deep.equal(['accent colour', 'words'])
    expect(changedFields(sampleSite, sampleSite)).to.deep.equal([])
  })

  it('asks for no more than what differs, and takes back what is gone', () => {
    expect(changeOf(sampleSite, draft)).to.deep.equal({
      colour: '#123456',
      settings: { texts: { de: { 'home.chat': 'Schreib uns' } } },
      version: 3,
    })
    const without = withText(draft, 'de', 'home.chat', '')
    expect(without.settings.texts).to.deep.equal({})
    expect(changeOf(draft, without).settings).to.deep.equal({ texts: { de: { 'home.chat': null } } })
  })
})

for (const theme of ['light', 'dark'])
  for (const width of [1280, 390])
    it(`the appearance page passes axe, ${theme}, ${width} px`, async () => {
      const { page, root, type } = await open(undefined, { theme, width })
      await waitUntil(() => root.querySelector('.contrast'))
      type('colour', '#12')
      type('words', 'chat')
      await waitUntil(() => textOf(root.getElementById('colour-fault')) && root.querySelector('.word'))
      await expect(page).to.be.accessible()
    })

describe('deskbell-appearance', () => {
  it('tries what is typed after a pause, marks it, and counts it', async () => {
    const { root, api, type, foot, button } = await open()
    expect(foot()).to.equal('Nothing changed')
    expect(button('Save').disabled).to.equal(true)
    await waitUntil(() => api.of('preview').length === 1)
    type('colour', '#12')
    type('colour', '#1234')
    type('colour', '#123456')
    type('greeting', 'Moin')
    await waitUntil(() => api.of('preview').length === 2)
    expect(api.of('preview')[1]![1]).to.deep.include({ colour: '#123456', greeting: 'Moin' })
    expect(foot()).to.equal('2 changes accent colour, greeting')
    const dots = [...root.querySelectorAll('.row.changed .name')].map(textOf)
    expect(dots).to.deep.equal(['Accent colour, changed', 'Greeting, changed'])
  })

  it('says how the colour reads, in both themes', async () => {
    const { root } = await open()
    await waitUntil(() => root.querySelectorAll('.contrast').length === 2)
    expect([...root.querySelectorAll('.contrast')].map(textOf)).to.deep.equal([
      '7.7 to 1 on white. Passes AA, passes AAA.',
      'In the dark it becomes #77cab1, 9.1 to 1. Passes AA, passes AAA.',
    ])
  })

  it('says at the field what the server does not understand, and does not save it', async () => {
    const { root, type, button } = await open()
    type('colour', 'green')
    await waitUntil(() => textOf(root.getElementById('colour-fault')))
    expect(root.getElementById('colour')!.ariaInvalid).to.equal('true')
    expect(button('Save').disabled).to.equal(true)
    button('Show it').click()
    expect(root.activeElement).to.equal(root.getElementById('colour'))
    type('colour', '#00ff00')
    await waitUntil(() => !textOf(root.getElementById('colour-fault')))
    expect(button('Save').disabled).to.equal(false)
  })

  it('says in plain words what a field takes', async () => {
    const { root, type } = await open()
    type('offset-x', '900')
    await waitUntil(() => textOf(root.getElementById('offset-fault')) === 'Whole numbers from 0 to 400.')
    type('offset-x', '20')
    type('label', 'x'.repeat(41))
    await waitUntil(() => textOf(root.getElementById('label-fault')) === 'At most 40 characters.')
  })

  it('saves by button and by key, and says when visitors see it', async () => {
    const { api, type, button, foot } = await open()
    type('label', 'Help')
    await waitUntil(() => !button('Save').disabled)
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await waitUntil(() => foot().startsWith('Saved.'))
    expect(api.of('save')).to.deep.equal([[sampleSite.id, { label: 'Help', version: 3 }]])
    expect(button('Save').disabled).to.equal(true)
  })

  it('keeps the draft when saving fails, and when somebody else was quicker', async () => {
    const { root, api, type, button, foot } = await open()
    type('label', 'Help')
    await waitUntil(() => !button('Save').disabled)
    api.refuse('network')
    button('Save').click()
    await waitUntil(() => foot() === 'Not saved. Try again')
    api.refuse('site-changed')
    button('Save').click()
    await waitUntil(() => button('Put mine on top'))
    api.refuse(undefined)
    button('Put mine on top').click()
    await waitUntil(() => foot() === '1 change label')
    expect((root.getElementById('label') as HTMLInputElement).value).to.equal('Help')
  })

  it('throws the draft away on request only: leaving asks first', async () => {
    const leave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const { root, type, button } = await open()
    expect(leave()).to.equal(true)
    type('label', 'Help')
    await waitUntil(() => !button('Discard').disabled)
    expect(leave()).to.equal(false)
    button('Discard').click()
    await waitUntil(() => (root.getElementById('label') as HTMLInputElement).value === '')
    expect(leave()).to.equal(true)
  })

  it('finds a text by its words and takes the owner’s instead', async () => {
    const { root, api, type } = await open()
    await waitUntil(() => textOf(root.querySelector('.words .hint')).startsWith('2 texts'))
    type('words', 'person')
    await waitUntil(() => root.getElementById('text-home-wait'))
    expect(findAll(root.host, '.word')).to.have.length(1)
    type('text-home-wait', 'About {n} minutes')
    const wanted = { texts: { en: { 'home.wait': 'About {n} minutes' } } }
    await waitUntil(() =>
      api
        .of('preview')
        .some(
          ([, change]) =>
            JSON.stringify((change as { settings?: unknown }).settings) === JSON.stringify(wanted),
        ),
    )
    type('words', '')
    await waitUntil(() => root.querySelectorAll('.word').length === 1, 'a changed text stays in sight')
  })

  it('gives the tag to paste', async () => {
    const { root } = await open()
    await waitUntil(() => root.querySelector('.tag'))
    expect(root.querySelector('.tag')!.textContent).to.contain('data-site="fjordline" async></script>')
  })

  for (const [code, title] of [
    ['unauthenticated', 'Sign in first'],
    ['forbidden', 'Administrators only'],
    ['network', 'The settings did not load'],
  ] as const)
    it(`explains itself to who may not or cannot: ${code}`, async () => {
      const { page, root } = await open(createFakeSiteApi({ refuse: code }))
      expect(textOf(root.querySelector('h1'))).to.equal(title)
      await expect(page).to.be.accessible()
    })

  it('tells the frame’s page nothing before that page says it is ready, and nobody else', async () => {
    const { page } = await open()
    await waitUntil(() => find(page, 'iframe'))
    const frame = find<HTMLIFrameElement>(page, 'iframe')!.contentWindow!
    const heard: unknown[] = []
    frame.postMessage = ((message: unknown, origin: string) => heard.push([message, origin])) as never
    const ready = { data: { deskbell: 'ready' }, source: frame }
    dispatchEvent(new MessageEvent('message', { ...ready, origin: 'https://evil.example' }))
    dispatchEvent(new MessageEvent('message', { ...ready, origin: location.origin, source: window }))
    expect(heard).to.deep.equal([])
    dispatchEvent(new MessageEvent('message', { ...ready, origin: location.origin }))
    expect(heard).to.have.length(1)
    const [message, origin] = heard[0] as [{ scene: { site: string } }, string]
    expect([message.scene.site, origin]).to.deep.equal(['fjordline', location.origin])
  })
})
