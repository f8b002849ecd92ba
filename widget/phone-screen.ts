// What a phone adds: the panel follows the part of the screen the keyboard leaves, and the browser's back button
// goes one view back instead of leaving the page.

import type { Page } from './panel-contract.ts'
import { tabStops } from './tab-stops.ts'
import type { DeskbellWidget } from './widget.ts'

const PHONE = matchMedia('(max-width: 479.98px)')

/** Until `signal` says that the panel is gone. */
export function watchPhone(page: Page, dialog: DeskbellWidget, signal: AbortSignal): void {
  const frame = page.root.querySelector('div')!
  const viewport = window.visualViewport
  /** Whether the top of the browser's history is our own entry. */
  let held = false

  const fit = (): void => {
    if (!viewport || !PHONE.matches) return
    frame.style.setProperty('--vh', `${viewport.height}px`)
    frame.style.setProperty('--vt', `${viewport.offsetTop}px`)
  }
  viewport?.addEventListener('resize', fit, { signal })
  viewport?.addEventListener('scroll', fit, { signal })

  /** It covers the page then: whoever hears the page instead of seeing it shall not wander off behind it. */
  const cover = (): void => {
    dialog.ariaModal = String(PHONE.matches)
    // Not fetched at the first Tab that reaches an end: the next one might lead out of the panel meanwhile.
    dialog.tabStops = tabStops
  }
  PHONE.addEventListener('change', cover, { signal })

  // Same address and same state as the page's own entry, so that its router sees nothing new.
  const hold = (): void => {
    history.pushState(history.state, '')
    held = true
  }
  window.addEventListener(
    'popstate',
    () => {
      if (!held) return
      held = false
      if (dialog.canGoBack) {
        dialog.back()
        hold()
      } else page.show(false)
    },
    { signal },
  )

  const follow = (): void => {
    const { open } = page
    if (open) fit()
    cover()
    if (open && PHONE.matches && !held) hold()
    if (!open && held) {
      held = false
      history.back()
    }
  }
  addEventListener('deskbell:open', follow, { signal })
  addEventListener('deskbell:close', follow, { signal })
  follow()
}
