// Stands in for the panel's module in the loader's tests: it remembers what the loader told it.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import { loadFirst } from '../sdk/locales/load-locale.ts'
import type { Call, Page, Panel } from './panel-contract.ts'

export interface Heard {
  mounts: Page[]
  calls: Call[]
  /** What was said to the client. */
  told: Call[]
  locales: string[]
  destroyed: number
}

export const heard: Heard = { mounts: [], calls: [], told: [], locales: [], destroyed: 0 }

const tell =
  (name: string) =>
  (...args: unknown[]) => {
    heard.told.push([name, ...args])
    return Promise.resolve()
  }
const client = Object.fromEntries(
  ['identify', 'logout', 'setAttributes', 'track', 'setConsent'].map((name) => [name, tell(name)]),
)

export async function mount(page: Page): Promise<Panel> {
  heard.mounts.push(page)
  const inside = document.createElement('button')
  page.root.querySelector('div')!.replaceChildren(inside)
  return {
    run(call) {
      heard.calls.push(call)
      inside.focus()
    },
    client: async () =>
      ({
        ...client,
        tools: { register: tell('registerTool') },
        conversations: { resume: tell('resume') },
      }) as unknown as VisitorClient,
    load: (locale) => loadFirst(locale),
    speak: (_loaded, locale) => void heard.locales.push(locale),
    destroy() {
      heard.destroyed++
      inside.remove()
    },
  }
}
