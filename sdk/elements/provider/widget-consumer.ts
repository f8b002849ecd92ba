// Reads the scope an element stands in, and redraws the element when the scope changes.

import type { ReactiveElement } from 'lit'
import type { Messages } from '../../locales/messages.ts'
import { createTranslator } from '../../locales/translator.ts'
import { findScope, type WidgetScope } from './widget-context.ts'

/** What a page may style by `::part()` in whichever view it stands; the panel's own element hands them on. */
export const PARTS = 'header,message,composer'

/** Without client and texts outside a provider: an element stands inside one. */
export function consumeWidget(host: ReactiveElement): Readonly<WidgetScope> {
  let scope: WidgetScope = {
    client: undefined,
    config: null,
    tr: createTranslator({} as Messages, 'en'),
    navigation: undefined,
  }
  let life: AbortController
  const take = (found: WidgetScope): void => {
    scope = found
    host.requestUpdate()
  }
  const find = (): void => {
    const store = findScope(host)
    if (!store) return
    take(store.get())
    store.subscribe(take, life)
  }
  host.addController({
    hostConnected() {
      life = new AbortController()
      // Up through every shadow root to the page's own styles.
      host.setAttribute('exportparts', PARTS)
      find()
    },
    hostDisconnected: () => life.abort(),
  })
  return {
    get client() {
      return scope.client
    },
    get config() {
      return scope.config
    },
    get tr() {
      return scope.tr
    },
    get navigation() {
      return scope.navigation
    },
  }
}
