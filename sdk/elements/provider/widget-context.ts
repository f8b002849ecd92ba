// What every customer element gets from around it: the client, the site, the language, and where to go next.

import { createContext } from '@lit/context'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { Translator } from '../../locales/translator.ts'
import type { WidgetConfig } from '../../protocol/site.ts'

export interface ViewParams {
  home: Record<string, never>
  help: { query?: string }
  article: { slug: string; passage?: string | null }
  /** `conversationId` null or absent: a new chat. `prefill` is sent at once; `want` says to whom. */
  chat: { conversationId?: string | null; prefill?: string; want?: 'assistant' | 'person' }
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

export const clientContext = createContext<VisitorClient>(Symbol('deskbell-client'))
/** Null until the site's settings have arrived. */
export const configContext = createContext<WidgetConfig | null>(Symbol('deskbell-config'))
export const translateContext = createContext<Translator>(Symbol('deskbell-translate'))
export const navigationContext = createContext<Navigation>(Symbol('deskbell-navigation'))
