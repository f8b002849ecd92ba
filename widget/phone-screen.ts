// What a phone adds: the panel follows the part of the screen the keyboard leaves, and the browser's back button
// goes one view back instead of leaving the page.

import { tabStops } from './tab-stops.ts'

const PHONE = matchMedia('(max-width: 479.98px)')

export interface PhoneScreen {
  shown(open: boolean): void
  close(): void
}

export function createPhoneScreen({
  frame,
  onBack,
}: {
  frame: HTMLElement
  /** One view back; returns whether the panel is still open. */
  onBack(): boolean
}): PhoneScreen {
  const life = new AbortController()
  const { signal } = life
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
    const dialog = frame.querySelector('deskbell-widget')
    if (!dialog) return
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
      if (onBack()) hold()
    },
    { signal },
  )

  return {
    shown(open) {
      if (open) fit()
      cover()
      if (open && PHONE.matches && !held) hold()
      if (!open && held) {
        held = false
        history.back()
      }
    },
    close: () => life.abort(),
  }
}
