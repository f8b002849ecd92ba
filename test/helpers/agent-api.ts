// The console's REST, asked from its own page: with its cookie, as its own script would.

import type { Page } from 'playwright-core'

/** Whoever is signed in there does it. @throws Error for an answer that is not ok */
// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
export const asAgent = (console: Page, method: string, path: string, body?: object): Promise<any> =>
  console.evaluate(
    async ([method, path, body]) => {
      const answer = await fetch(`/api/v1${path}`, {
        method: method as string,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [method, path, body] as const,
  )
