// The search page: finds while one types, completes operators, says what failed, and leads to each result.

import { expect } from '@open-wc/testing'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { fakeFound } from '../demo/fake-answers.ts'
import { fakeOf, find, settled, standUp, textOf } from '../demo/stand-up.ts'
import { completions } from './search-completion.ts'

const fieldOf = (element: DeskbellConsole): HTMLInputElement =>
  find(element, 'deskbell-search')!.shadowRoot!.querySelector('input')!

async function standing(): Promise<DeskbellConsole> {
  localStorage.removeItem('deskbell:recent-searches')
  const element = await standUp(consoleDemos.inbox!())
  element.go('/search')
  await waitUntil(
    () => find(element, 'deskbell-search')?.shadowRoot?.querySelector('input'),
    'the page is there',
  )
  await settled(element)
  return element
}

async function type(element: DeskbellConsole, text: string): Promise<void> {
  const field = fieldOf(element)
  field.value = text
  field.setSelectionRange(text.length, text.length)
  field.dispatchEvent(new Event('input'))
  await settled(element)
}

describe('deskbell-search', () => {
  it('shows what was found in tabs, with what was looked for marked', async () => {
    const element = await standing()
    await type(element, 'assembly')
    const page = find(element, 'deskbell-search')!
    await waitUntil(() => page.shadowRoot!.querySelector('#tab-people') !== null, 'it is found')
    expect(textOf(page.shadowRoot!.querySelector('mark'))).to.equal('ass')
    page.shadowRoot!.querySelector<HTMLElement>('#tab-people')!.click()
    await settled(element)
    expect(textOf(page.shadowRoot!.querySelector('.row b'))).to.equal('Ron Assing')
    await expect(page).to.be.accessible()
  })

  it('completes an operator and its value by keys', async () => {
    const element = await standing()
    await type(element, 'fr')
    const press = async (key: string): Promise<void> => {
      fieldOf(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await settled(element)
    }
    await press('ArrowDown')
    await press('Enter')
    expect(fieldOf(element).value).to.equal('from:')
    await press('ArrowDown')
    await press('Enter')
    expect(fieldOf(element).value).to.equal('from:customer ')
  })

  it('says what failed, what is not understood, and what is not in the index yet', async () => {
    const element = await standing()
    const { rest } = fakeOf(element)
    let answer: unknown = { ...fakeFound, unknown: ['colour:red'], behind: 3 }
    Object.assign(fakeOf(element), {
      rest: async (method: string, path: string, request: object) => {
        if (path !== '/search') return rest(method, path, request)
        if (answer instanceof Error) throw answer
        return answer
      },
    })
    await type(element, 'colour:red bike')
    await waitUntil(() => textOf(find(element, '.about')).includes('colour:red'))
    expect(textOf(find(element, '.about'))).to.contain('3 newer messages')
    answer = new Error('down')
    await type(element, 'bikes')
    await waitUntil(() => textOf(find(element, '[role=alert] h2')).includes('does not answer'))
  })

  it('leads back by Esc, first out of what is typed, then to the list, which has the focus then', async () => {
    const element = await standing()
    await type(element, 'bike')
    fieldOf(element).focus()
    const esc = async (): Promise<void> => {
      fieldOf(element).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      )
      await settled(element)
    }
    await esc()
    expect([fieldOf(element).value, element.path]).to.deep.equal(['', '/search'])
    await esc()
    expect(element.page).to.equal(null)
    await waitUntil(() => element.shadowRoot!.activeElement?.localName === 'deskbell-inbox-list')
  })

  it('stands in the address before it leads on, so that Back finds it again', async () => {
    const element = await standing()
    const paths: string[] = []
    element.addEventListener('deskbell-console-moved', () => paths.push(element.path))
    await type(element, 'assembly')
    const row = () => find(element, 'deskbell-search')!.shadowRoot!.querySelector<HTMLElement>('.row:enabled')
    await waitUntil(() => row() !== null)
    row()!.click()
    await waitUntil(() => !element.page)
    expect(paths[0]).to.equal('/search?q=assembly')
  })

  it('quotes values with spaces and leaves the words around alone', () => {
    const [tag] = completions('bent tag:"bent r more', 16, { tag: ['bent rotor'] })
    expect(tag!.text).to.equal('bent tag:"bent rotor" more')
    expect(completions('in the middle', 6, {})).to.deep.equal([])
  })
})
