// The line of the opening hours, fetched where hours are kept and nobody is in: most who look in find somebody.

import type { ReactiveControllerHost } from 'lit'
import type { Translator } from '../../locales/translator.ts'
import type { Staffing } from '../../protocol/site.ts'
import type { openingLine } from './opening-line.ts'

/** Both lines for the host; blank until they can be said. */
export function lateOpeningLine(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
  /** Null when it could not be fetched: nobody is in, and no time is promised. */
  let line: typeof openingLine | null | undefined
  let asked = false
  return (availability: Staffing, tr: Translator): string[] => {
    const { opens_at } = availability
    if (opens_at && line) return line(opens_at, availability, tr)
    if (!opens_at || line === null) return [tr.t('home.away'), tr.t('home.away_more')]
    if (!asked) {
      asked = true
      import('./opening-line.ts')
        .then(({ openingLine }) => openingLine)
        .catch(() => null)
        .then((found) => {
          line = found
          host.requestUpdate()
        })
    }
    return []
  }
}
