// What every customer element gets from around it, as one scope: the client, the site, the language, where to go
// next. An element asks by an event that the nearest provider answers.

import { createStore, type Store, type WritableStore } from '../../client/store.ts'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { Translator } from '../../locales/translator.ts'
import type { WidgetConfig } from '../../protocol/site.ts'

export interface ViewParams {
  home: Record<string, never>
  /** A text to look for, or a topic to show. */
  help: { query?: string; category?: { id: string; name: string } }
  /** `query` is what had been searched for. */
  article: { slug: string; passage?: string | null; query?: string }
  /**
   * `conversationId` null or absent: a new chat. `prefill` is sent at once; `want` says to whom; `proactive` is the
   * site's message that the visitor answers.
   */
  chat: {
    conversationId?: string | null
    prefill?: string
    want?: 'assistant' | 'person'
    proactive?: { id: string; text: string }
  }
  /** All of the customer's. */
  conversations: Record<string, never>
  ticket: { subject?: string; description?: string }
  status: { reference?: string; email?: string }
}
export type ViewName = keyof ViewParams

export interface Navigation {
  open<Name extends ViewName>(view: Name, params?: ViewParams[Name]): void
  /** To the view before; at the first one this closes. */
  back(): void
  close(): void
  /** False on the first view and for elements used alone: show no back button. */
  readonly canGoBack: boolean
  /** False for elements used alone: show no close button. */
  readonly canClose: boolean
}

export interface WidgetScope {
  client: VisitorClient | undefined
  /** Null until the site's settings have arrived. */
  config: WidgetConfig | null
  tr: Translator
  navigation: Navigation | undefined
}

const ASK = 'deskbell-scope'

class ScopeRequest extends Event {
  scope: Store<WidgetScope> | undefined

  constructor() {
    super(ASK, { bubbles: true, composed: true })
  }
}

/** Answers all elements inside `host`; the returned store is what they see. */
export function provideScope(host: HTMLElement, initial: WidgetScope): WritableStore<WidgetScope> {
  const scope = createStore(initial)
  host.addEventListener(ASK, (event) => {
    event.stopPropagation()
    ;(event as ScopeRequest).scope = scope
  })
  return scope
}

/** The scope `element` stands in; undefined outside every provider. */
export function findScope(element: HTMLElement): Store<WidgetScope> | undefined {
  const request = new ScopeRequest()
  element.dispatchEvent(request)
  return request.scope
}
