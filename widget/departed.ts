// Who sat here has left, or wants nothing kept: of what they had open and half filled in, nothing stays on the screen or
// in the tab.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { Page } from './panel-contract.ts'

/** Where the forms keep what was typed into them. */
const DRAFTS = ['deskbell-ticket', 'deskbell-pre-chat']

function forgetDrafts(): void {
  try {
    for (const key of DRAFTS) sessionStorage.removeItem(key)
  } catch {
    // Storage is blocked, so there is nothing in it.
  }
}

/** Returns how to stop it. */
export function watchDepartures(
  page: Pick<Page, 'root'>,
  { consent, departures }: Pick<VisitorClient, 'consent' | 'departures'>,
): () => void {
  const life = new AbortController()
  const { signal } = life
  departures.subscribe(
    () => {
      forgetDrafts()
      const before = document.activeElement as HTMLElement | null
      const widget = page.root.querySelector('deskbell-widget')
      void widget?.open('home', {}, { fresh: true }).then(() => {
        // Who is at work on the page is left there.
        if (before !== page.root.host) before?.focus({ preventScroll: true })
      })
    },
    { signal },
  )
  consent.subscribe((answer) => answer === 'denied' && forgetDrafts(), { signal })
  return () => life.abort()
}
