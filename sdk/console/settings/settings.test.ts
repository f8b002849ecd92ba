// The settings: forms that check as one types and say what changes, lists whose deletions can be undone, a rail that finds.

import { expect } from '@open-wc/testing'
import { ApiError } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import type { FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { ana, fakeMe } from '../demo/fake-desk.ts'
import { fakeSite, fakeTeam } from '../demo/fake-settings.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { SignOutEvent } from '../rail/self-menu.ts'
import { settingsDemo } from './settings.demo.ts'
import './settings.define.ts'
import type { SettingsForm } from './settings-form.ts'

async function stand(path: string, options: FakeAgentClientOptions = {}): Promise<DeskbellConsole> {
  const element = await standUp(settingsDemo(path, options))
  await waitUntil(() => exists(element, '.shell nav'), 'the settings are drawn')
  await waitUntil(() => exists(element, '.records, form, .outlet > .alone, .entry'), 'the page is drawn')
  await settled(element)
  return element
}

const tagPath = 'tags/00000000-0000-7000-8000-000000000851'
const unusedPath = 'tags/00000000-0000-7000-8000-000000000852'

async function type(element: DeskbellConsole, id: string, text: string): Promise<void> {
  const field = find<HTMLInputElement>(element, `#${id}`)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled(element)
}
async function press(element: DeskbellConsole, word: string): Promise<void> {
  const shown = findAll<HTMLButtonElement>(element, 'button')
  shown.find((each) => textOf(each).replace(/ ?(⌘|Ctrl )S$/, '') === word && !each.disabled)!.click()
  await settled(element)
}
/** Requests of one kind, by what was sent. */
const sent: { name: string; input: unknown }[] = []
const hear = (answers: Record<string, unknown> = {}): FakeAgentClientOptions => {
  sent.length = 0
  return {
    answer(name, input) {
      if (/^(POST|PATCH|DELETE) /.test(name)) sent.push({ name, input })
      const answer = answers[name]
      if (answer instanceof Error) throw answer
      return answer
    },
  }
}
const writes = () => sent.filter(({ name }) => !name.includes('/me/'))

describe('deskbell-settings', () => {
  it('lists a team, and its pages are read by those who cannot see them', async () => {
    const element = await stand('team')
    expect(findAll(element, '.record .name').map(textOf)).to.deep.equal(['Mika', 'Ana', 'Samir'])
    expect(textOf(find(element, '.shell .row[aria-current]'))).to.equal('Team and roles 3')
    await expect(find(element, 'deskbell-settings')).to.be.accessible()
  })

  for (const path of ['hours', 'forms', 'proactive', 'macros/00000000-0000-7000-8000-000000000711', 'audit'])
    it(`has a page ${path.split('/')[0]} that axe has nothing against`, async () => {
      const element = await stand(path)
      await expect(find(element, 'deskbell-settings')).to.be.accessible()
    })

  it('shows in the rail where one is, however far down that is', async () => {
    const element = await stand('audit')
    const bottomOf = (selector: string): number => find(element, selector)!.getBoundingClientRect().bottom
    await waitUntil(() => bottomOf('.row[aria-current]') <= bottomOf('.pages'))
    expect(find(element, '.pages')!.scrollTop).to.be.above(0)
  })

  it('finds a setting by the name of a row', async () => {
    const element = await stand('team')
    const find_ = find<HTMLInputElement>(element, '.shell .find input')!
    find_.value = 'holidays'
    find_.dispatchEvent(new Event('input'))
    await settled(element)
    const rows = findAll(element, '.shell nav .row .what').map(textOf)
    expect(rows).to.deep.equal(['Hours and holidays'])
  })

  it('shows agents only what they may change, and not what others own', async () => {
    const me = { ...fakeMe, agent: ana }
    const element = await stand('team', { me })
    expect(textOf(find(element, '.outlet'))).to.contain('Owners and administrators')
    expect(findAll(element, '.shell nav .row .what').map(textOf)).to.deep.equal([
      'Canned replies',
      'Macros',
      'Tags',
    ])
    const macro = await stand('macros/00000000-0000-7000-8000-000000000711', { me })
    expect(exists(macro, 'form footer')).to.equal(false)
  })

  it('says while one types what cannot be saved, and sends nothing of it', async () => {
    const element = await stand(tagPath, hear())
    expect(find<HTMLButtonElement>(element, 'form .solid')!.disabled).to.equal(true)
    await type(element, 'f-name', '')
    expect(textOf(find(element, '.fault'))).to.equal('This is missing')
    expect(exists(element, '.row.changed')).to.equal(true)
    await press(element, 'Save')
    expect(writes()).to.deep.equal([])
  })

  it('says of a new one what is missing only when somebody tries to save it', async () => {
    const element = await stand('tags/new', hear())
    expect(exists(element, '.fault')).to.equal(false)
    await press(element, 'Create')
    expect(textOf(find(element, '.fault'))).to.equal('This is missing')
    expect(writes()).to.deep.equal([])
  })

  it('tells before and after, discards, and sends what has changed', async () => {
    const after = { id: tagPath.slice(5), name: 'guarantee', conversations: 12, created_at: '' }
    const element = await stand(tagPath, hear({ [`PATCH /${tagPath}`]: after }))
    await type(element, 'f-name', 'guarantee')
    expect(textOf(find(element, 'form footer p'))).to.equal('1 change Name')
    await press(element, 'Review')
    expect(textOf(find(element, '.review dd'))).to.equal('warranty guarantee')
    await press(element, 'Discard')
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('warranty')
    await type(element, 'f-name', 'guarantee')
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await waitUntil(() => textOf(find(element, 'form footer p')) === 'Saved')
    expect(writes()).to.deep.equal([{ name: `PATCH /${tagPath}`, input: { name: 'guarantee' } }])
  })

  it('puts a refusal at its row, and takes it away when that is changed', async () => {
    const refusal = new ApiError('invalid-request', 'refused', {
      errors: [{ pointer: '/name', detail: 'Another one has this name' }],
    } as never)
    const element = await stand(tagPath, hear({ [`PATCH /${tagPath}`]: refusal }))
    await type(element, 'f-name', 'brakes')
    await press(element, 'Save')
    await waitUntil(() => exists(element, 'form .fault'))
    expect(textOf(find(element, 'form .fault'))).to.equal('Another one has this name')
    await type(element, 'f-name', 'brake')
    expect(exists(element, 'form .fault')).to.equal(false)
  })

  it('asks before changes are left behind', async () => {
    const element = await stand(tagPath)
    await type(element, 'f-name', 'guarantee')
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false)
    // What is read anew meanwhile goes under what is typed.
    const form = find<SettingsForm>(element, 'deskbell-settings-form')!
    form.value = { ...form.value, name: 'theirs' }
    await settled(element)
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('guarantee')
    element.go('/settings/team')
    expect(element.path).to.equal(`/settings/${tagPath}`)
    await settled(element)
    expect(textOf(find(element, '.ask'))).to.contain('not saved yet')
    expect(find(element, 'deskbell-settings')!.shadowRoot!.activeElement?.textContent).to.equal('Stay here')
    await press(element, 'Stay here')
    expect(element.path).to.equal(`/settings/${tagPath}`)
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('guarantee')
    element.go(`/settings/${unusedPath}`)
    await settled(element)
    await press(element, 'Leave without saving')
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('unused')
    // Out of the settings it is the same, also from one that does not exist yet.
    element.go('/settings/tags/new')
    await settled(element)
    await type(element, 'f-name', 'one more')
    element.go('/mine')
    await settled(element)
    expect(element.path).to.equal('/settings/tags/new')
    await press(element, 'Leave without saving')
    expect(element.path).to.equal('/mine')
  })

  it('asks before somebody signs out, and signs out whoever leaves', async () => {
    const element = await stand(tagPath)
    const out = async (): Promise<void> => {
      find(element, 'deskbell-settings')!.dispatchEvent(new SignOutEvent())
      await settled(element)
    }
    await type(element, 'f-name', 'guarantee')
    await out()
    await press(element, 'Stay here')
    expect(callsOf(element, 'logout')).to.have.lengthOf(0)
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('guarantee')
    await out()
    await press(element, 'Leave without saving')
    expect(callsOf(element, 'logout')).to.have.lengthOf(1)
  })

  it('offers to make the first of a list where one reads that there is none', async () => {
    const answer = (name: string) => (name === 'GET /tags' ? { tags: [] } : undefined)
    const element = await standUp(settingsDemo('tags', { answer }))
    await waitUntil(() => exists(element, '.empty .add'))
    expect(findAll(element, '.add')).to.have.lengthOf(1)
    find(element, '.add')!.click()
    expect(element.path).to.equal('/settings/tags/new')
  })

  it('says that a list is on its way only once that takes a moment', async () => {
    const { promise, resolve } = Promise.withResolvers<object>()
    const answer = (name: string) => (name === 'GET /tags' ? promise : undefined)
    const element = await standUp(settingsDemo('tags', { answer }))
    const words = () => find(element, 'deskbell-settings-records')?.shadowRoot?.querySelector('.alone p')
    await waitUntil(() => words())
    expect(getComputedStyle(words()!).animationDelay).to.equal('0.2s')
    resolve({ tags: [] })
    await waitUntil(() => exists(element, '.empty'))
  })

  it('has the focus where one is, so that keys go on from there', async () => {
    const element = await stand('team')
    expect(find(element, '.shell .row[aria-current]')!.matches(':focus')).to.equal(true)
  })

  it('takes the place of the inbox’s rail, and Esc leads back to the inbox as it was left', async () => {
    const element = await stand(tagPath)
    expect(exists(element, 'deskbell-console-rail')).to.equal(false)
    expect(exists(element, '.rail .self deskbell-console-menu')).to.equal(true)
    const esc = () => {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      )
      return settled(element)
    }
    await type(element, 'f-name', 'guarantee')
    await esc()
    expect(textOf(find(element, '.ask'))).to.contain('not saved yet')
    await press(element, 'Leave without saving')
    expect(element.path).to.equal('/mine')
    expect(exists(element, 'deskbell-console-rail')).to.equal(true)
  })

  it('tells in the audit log what was and is, by names', async () => {
    const element = await stand('audit')
    const facts = findAll(element, '.entry').map((entry) => textOf(entry.querySelector('.facts')))
    expect(facts[1]).to.equal('Who: Ana Role: Agent → Administrator Departments: – → Workshop')
  })

  it('shows what somebody else has saved, and puts mine on top where that is chosen', async () => {
    const site = `/sites/${fakeSite.id}`
    let reads = 0
    const answers = hear({ [`PATCH ${site}`]: new ApiError('site-changed') })
    const element = await stand('site', {
      answer(name, input) {
        if (name === `GET ${site}`)
          return {
            site: reads++ === 0 ? fakeSite : { ...fakeSite, name: 'theirs', locale: 'de', version: 4 },
          }
        return answers.answer!(name, input)
      },
    })
    await type(element, 'f-name', 'mine')
    await press(element, 'Save')
    await waitUntil(() => textOf(find(element, 'form footer')).includes('Somebody else'))
    await press(element, 'Put mine on top')
    await waitUntil(() => textOf(find(element, 'form footer p')) === '1 change Name')
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('mine')
    expect(find<HTMLInputElement>(element, '#f-locale')!.value).to.equal('de')
    await press(element, 'Review')
    expect(textOf(find(element, '.review dd'))).to.equal('theirs mine')
  })

  it('asks before something is lost, deletes the rest at once, and makes it again', async () => {
    const element = await stand(tagPath, hear())
    await press(element, 'Delete')
    expect(textOf(find(element, '.strip'))).to.contain('12 conversations lose it')
    expect(writes()).to.deep.equal([])
    element.go(`/settings/${unusedPath}`)
    await settled(element)
    await press(element, 'Delete')
    await waitUntil(() => findAll(element, '.record').length === 1)
    findAll(element, 'button')
      .find((each) => textOf(each).startsWith('Undo'))!
      .click()
    await waitUntil(() => writes().length === 2)
    expect(writes()).to.deep.equal([
      { name: `DELETE /${unusedPath}`, input: undefined },
      { name: 'POST /tags', input: { name: 'unused' } },
    ])
  })

  it('says in how many conversations what was deleted still is, until it is in none', async () => {
    let left = 1200
    const element = await stand(tagPath, {
      answer: (name) => (name === 'GET /taken-away/tag' ? { left } : undefined),
    })
    left = 0
    await type(element, 'f-name', 'typed about it, and of no use any more')
    await press(element, 'Delete')
    left = 1200
    await press(element, 'Delete')
    await waitUntil(() => exists(element, '.leaving'))
    expect(textOf(find(element, '.leaving'))).to.equal('Still being taken out of 1,200 conversations.')
    expect(element.path).to.equal('/settings/tags')
    left = 0
    await waitUntil(() => !exists(element, '.leaving'))
  })

  it('says so to a colleague, too, who runs the desk, and asks nothing of it for others', async () => {
    const answer = (name: string) => (name === 'GET /taken-away/tag' ? { left: 3 } : undefined)
    const element = await stand('tags', { answer })
    await waitUntil(() => textOf(find(element, '.leaving')) === 'Still being taken out of 3 conversations.')
    const agents = await stand('tags', { answer, me: { ...fakeMe, agent: ana } })
    expect(callsOf(agents, 'GET /taken-away/tag')).to.deep.equal([])
  })

  it('follows what colleagues change, but for what is being typed, until that is done with', async () => {
    let name = 'warranty'
    const tags = () => [{ id: tagPath.slice(5), name, conversations: 1, created_at: '' }]
    const element = await stand('tags', {
      answer: (asked) => (asked === 'GET /tags' ? { tags: tags() } : undefined),
    })
    const heard = async (next: string): Promise<void> => {
      name = next
      const before = callsOf(element, 'GET /tags').length
      fakeOf(element).tell('desk.changed', { list: 'tags' })
      await waitUntil(() => callsOf(element, 'GET /tags').length > before)
      await settled(element)
    }
    const count = () => textOf(find(element, '.shell .row[aria-current]'))
    expect(count()).to.equal('Tags 1')
    await heard('guarantee')
    await waitUntil(() => textOf(find(element, '.record .name')) === 'guarantee')
    element.go(`/settings/${tagPath}`)
    await settled(element)
    await type(element, 'f-name', 'mine')
    await heard('theirs')
    expect(find<HTMLInputElement>(element, '#f-name')!.value).to.equal('mine')
    await press(element, 'Discard')
    element.go('/settings/tags')
    await waitUntil(() => textOf(find(element, '.record .name')) === 'theirs')
    // Another list is none of its business.
    const before = callsOf(element, 'GET /tags').length
    fakeOf(element).tell('desk.changed', { list: 'agents' })
    await settled(element)
    expect(callsOf(element, 'GET /tags')).to.have.length(before)
  })

  it('shows a site as a colleague has saved it', async () => {
    let hours = fakeSite.hours
    const element = await stand('hours', {
      answer: (name) => (name === `GET /sites/${fakeSite.id}` ? { site: { ...fakeSite, hours } } : undefined),
    })
    const always = () => find<HTMLInputElement>(element, '#f-open')!.checked
    expect(always()).to.equal(false)
    hours = null
    fakeOf(element).tell('desk.changed', { list: 'sites' })
    await waitUntil(always, 'the hours are theirs')
    expect(find(element, '.row.changed')).to.equal(null)
  })

  it('shows the link of an invitation that no mail carries, once', async () => {
    const agent = { ...fakeTeam[2]!, id: '00000000-0000-7000-8000-000000000999', name: 'Ida' }
    const element = await stand(
      'team/new',
      hear({ 'POST /admin/agents': { agent, link: 'https://x/#login=1', mailed: false } }),
    )
    await type(element, 'f-name', 'Ida')
    await type(element, 'f-email', 'ida@example.com')
    await press(element, 'Create')
    await waitUntil(() => exists(element, '.once'))
    expect(textOf(find(element, '.once pre'))).to.equal('https://x/#login=1')
    element.go('/settings/tags')
    await settled(element)
    element.go('/settings/team')
    await settled(element)
    expect(exists(element, '.once')).to.equal(false)
  })
})
