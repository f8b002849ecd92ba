// Reads the four contexts in one step, and redraws its host when one of them changes.

import { ContextConsumer } from '@lit/context'
import type { ReactiveElement } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { Messages } from '../../locales/messages.ts'
import { createTranslator, type Translator } from '../../locales/translator.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import {
  clientContext,
  configContext,
  type Navigation,
  navigationContext,
  translateContext,
} from './widget-context.ts'

export interface WidgetConsumer {
  /** Undefined while the element stands outside a provider. */
  readonly client: VisitorClient | undefined
  readonly config: WidgetConfig | null
  /** Without texts where nobody provides a language: an element stands inside a provider. */
  readonly tr: Translator
  readonly navigation: Navigation | undefined
}

export function consumeWidget(host: ReactiveElement): WidgetConsumer {
  const subscribe = true
  const client = new ContextConsumer(host, { context: clientContext, subscribe })
  const config = new ContextConsumer(host, { context: configContext, subscribe })
  const translate = new ContextConsumer(host, { context: translateContext, subscribe })
  const navigation = new ContextConsumer(host, { context: navigationContext, subscribe })
  let speechless: Translator | undefined
  return {
    get client() {
      return client.value
    },
    get config() {
      return config.value ?? null
    },
    get tr() {
      if (translate.value) return translate.value
      speechless ??= createTranslator({} as Messages, 'en')
      return speechless
    },
    get navigation() {
      return navigation.value
    },
  }
}
