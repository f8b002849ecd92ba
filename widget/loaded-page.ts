// Runs the loader in a test as a page with its tag would, each time anew.

import type { InlinedSettings, PageSettings } from './panel-contract.ts'

let loads = 0

/** Below the script's `assets/`, where the loader looks for its modules. */
const HERE = '../../../widget'

export async function loadPage(
  data: Record<string, string> = {},
  inlined: Partial<InlinedSettings> = {},
  settings?: PageSettings,
) {
  // Each page has a panel module of its own.
  const panel = `${HERE}/loader-panel.double.ts?${++loads}`
  const words = ['en', 'Fjordline Support', 'Close', 'Support cannot be reached']
  Object.assign(globalThis, {
    __DESKBELL_SETTINGS__: {
      panel,
      api: `${HERE}/page-api.ts?${loads}`,
      words,
      name: 'Fjordline',
      ...inlined,
    },
  })
  if (settings) window.deskbellSettings = settings
  const tag = document.createElement('script')
  tag.type = 'text/plain'
  tag.src = `${location.origin}/support/widget/embed.js`
  Object.assign(tag.dataset, { site: 'fjordline', ...data })
  document.head.append(tag)
  await import(`/widget/loader.ts?${loads}`)
  const host = document.querySelector<HTMLElement>('deskbell-launcher')!
  const root = host.shadowRoot!
  const fetched = (part: string) =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`${part}?${loads}`))
  return {
    host,
    root,
    launcher: root.querySelector<HTMLButtonElement>('button')!,
    label: root.querySelector('span')!,
    frame: root.querySelector<HTMLElement>('div')!,
    closer: root.querySelector<HTMLButtonElement>('div button')!,
    heard: async () =>
      (
        (await import(
          `/widget/loader-panel.double.ts?${panel.split('?')[1]}`
        )) as typeof import('./loader-panel.double.ts')
      ).heard,
    panelFetched: () => fetched('loader-panel.double.ts'),
    apiFetched: () => fetched('page-api.ts'),
  }
}

/** Between tests: nothing of the page before is left. */
export async function leavePage(): Promise<void> {
  document.deskbell?.('shutdown')
  const { promise, resolve } = Promise.withResolvers<void>()
  const look = (): void => void (document.deskbell ? setTimeout(look) : resolve())
  look()
  await promise
  for (const tag of document.querySelectorAll('script[src*="widget/embed"]')) tag.remove()
  delete window.deskbellSettings
}
