// What every element of the console reaches for: the client, the texts, the reader's language, the clock.

import { ContextConsumer, createContext } from '@lit/context'
import { LitElement } from 'lit'
import type { AgentClient } from '../client/agent-client.api.ts'
import type { Store } from '../client/store.ts'
import type { Translator } from '../locales/translator.ts'
import type { en } from './locales/console-en.ts'
import { Watch } from './watch.controller.ts'

export type ConsoleTranslate = (key: keyof typeof en, params?: Record<string, string | number>) => string

export interface Desk {
  client: AgentClient
  t: ConsoleTranslate
  /** BCP 47, for dates, digits and names of languages. */
  locale: string
  /** The texts of elements shared with the widget, such as rich text. */
  shared: Pick<Translator, 't' | 'number'>
  /** The server's present time, ms. */
  now: () => number
  /** Whether somebody is looking: what is drawn counts as read only then. */
  attentive: () => boolean
}

export const deskContext = createContext<Desk>(Symbol('deskbell-desk'))

/** An element of the console. It draws nothing until it stands inside `<deskbell-console>`. */
export abstract class DeskElement extends LitElement {
  readonly #consumer = new ContextConsumer(this, { context: deskContext, subscribe: true })

  protected get desk(): Desk | undefined {
    return this.#consumer.value
  }

  /** Reads a store of the client and redraws when it changes. */
  protected watch<T>(pick: (desk: Desk) => Store<T> | undefined): Watch<T> {
    return new Watch(this, () => this.desk && pick(this.desk))
  }
}
