// What agents see of a visit: time zone, device, the page that is open. Told by the client once there is a session, so
// nobody is followed who has not acted; pages are not told where the browser asks for that, or the site's visitor has
// not agreed yet.

import type { Visit, VisitorClient } from '../sdk/client/visitor-client.api.ts'

/** A page of one script changes its address unannounced. Who stays shorter has not read it. */
const LOOK_EVERY = 2000

interface PrivacySigns {
  readonly globalPrivacyControl?: boolean
  readonly doNotTrack?: string | null
}

export interface VisitDeps {
  client: Pick<VisitorClient, 'visit' | 'consent'>
  /** The browser's own, unless a test says otherwise. */
  signs?: PrivacySigns
  place?: Pick<Location, 'href'>
}

/** Returns how to stop it. */
export function watchVisit({ client, signs = navigator, place = location }: VisitDeps): () => void {
  const life = new AbortController()
  const keepsPages = !signs.globalPrivacyControl && signs.doNotTrack !== '1'
  const about: Visit = {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    touch: navigator.maxTouchPoints > 1,
  }
  let told = ''

  const look = (): void => {
    const consent = client.consent.get()
    if (place.href === told || consent === 'asked' || consent === 'denied') return
    told = place.href
    // Never the fragment: some sites keep what is nobody's business there.
    const url = told.split('#')[0]!.slice(0, 2000)
    client.visit(keepsPages ? { ...about, page: { url, title: document.title.slice(0, 300) } } : about)
  }

  const timer = setInterval(look, LOOK_EVERY)
  client.consent.subscribe(look, { signal: life.signal })
  look()
  return () => {
    clearInterval(timer)
    life.abort()
  }
}
