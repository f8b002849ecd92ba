// An agent's own settings: hold at once, go back where the server refuses, and change how the console looks and acts.

import { expect } from '@open-wc/testing'
import { ApiError } from '../../client/api-error.ts'
import type { WritableStore } from '../../client/store.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { AgentPreferences } from '../../protocol/notification.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { fakePreferences } from '../demo/fake-answers.ts'
import { callsOf, fakeOf, find, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskOverlay } from '../overlay/desk-overlay.ts'
import type { PreferencesSheet } from './preferences-sheet.ts'

async function standing(): Promise<DeskbellConsole> {
  const element = await standUp(consoleDemos.inbox!())
  await waitUntil(() => callsOf(element, 'GET /me/preferences').length > 0)
  await settled(element)
  void find<DeskOverlay>(element, 'deskbell-desk-overlay')!.show('preferences')
  await waitUntil(
    () => find(element, 'deskbell-preferences-sheet')?.shadowRoot?.querySelector('dialog')?.open,
  )
  await settled(element)
  return element
}

const sheetOf = (element: DeskbellConsole): ShadowRoot =>
  find(element, 'deskbell-preferences-sheet')!.shadowRoot!

describe('deskbell-preferences-sheet', () => {
  it('holds at once: theme, density and what is sent', async () => {
    const element = await standing()
    const radios = [...sheetOf(element).querySelectorAll<HTMLInputElement>('[type=radio]')]
    radios[2]!.click()
    radios[4]!.click()
    await settled(element)
    expect(element.getAttribute('theme')).to.equal('dark')
    expect(element.getAttribute('density')).to.equal('dense')
    await waitUntil(() => callsOf(element, 'PUT /me/preferences').length === 2)
    expect(callsOf(element, 'PUT /me/preferences')[1]).to.deep.equal([
      { ...fakePreferences, theme: 'dark', density: 'dense' },
    ])
  })

  it('stands in another language at once, itself too', async () => {
    const element = await standing()
    const title = (): string => textOf(sheetOf(element).querySelector('h2'))
    expect(title()).to.equal('Your own settings')
    const { desk } = find(element, 'deskbell-desk-overlay') as unknown as { desk: Desk }
    // Not saved: that would tell the pages of other tests.
    const state = desk.preferences.state as WritableStore<AgentPreferences | null>
    state.update((now) => ({ ...now!, locale: 'es' }))
    await waitUntil(() => element.lang === 'es')
    await settled(element)
    expect(title()).to.not.match(/Your own settings|preferences\./)
  })

  it('goes back and says why where the server refuses', async () => {
    const element = await standing()
    const { rest } = fakeOf(element)
    Object.assign(fakeOf(element), { rest })
    const overlay = find(element, 'deskbell-desk-overlay') as unknown as {
      desk: import('../desk.context.ts').Desk
    }
    const { preferences } = overlay.desk
    const save = preferences.save
    preferences.save = () => Promise.reject(new ApiError('forbidden', 'not for guests'))
    sheetOf(element).querySelector<HTMLInputElement>('#shortcuts')!.click()
    await waitUntil(() => textOf(sheetOf(element).querySelector('[role=alert]')).includes('not for guests'))
    await settled(element)
    expect(sheetOf(element).querySelector<HTMLInputElement>('#shortcuts')!.checked).to.equal(true)
    preferences.save = save
  })

  it('does not come back where something is drawn between its closing and its end', async () => {
    const element = await standing()
    const sheet = find<PreferencesSheet>(element, 'deskbell-preferences-sheet')!
    const dialog = sheetOf(element).querySelector('dialog')!
    dialog.close()
    sheet.requestUpdate()
    await sheet.updateComplete
    expect(dialog.open).to.equal(false)
    await waitUntil(() => !sheet.isConnected)
  })

  it('lets a sound be heard before it is chosen', async () => {
    const element = await standing()
    const heard: string[] = []
    element.shadowRoot!.addEventListener('deskbell-try-sound', (event) =>
      heard.push((event as Event & { sound: string }).sound),
    )
    sheetOf(element).querySelector<HTMLElement>('.sound button')!.click()
    expect(heard).to.deep.equal(['bell'])
    await expect(find(element, 'deskbell-preferences-sheet')!).to.be.accessible()
  })
})
