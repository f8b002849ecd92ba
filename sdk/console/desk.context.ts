// What every element of the console reaches for: the client, the texts, the reader's language, the clock.

import { ContextConsumer, createContext } from '@lit/context'
import { LitElement } from 'lit'
import type { AgentClient } from '../client/agent-client.api.ts'
import type { OwnPreferences } from '../client/preferences.ts'
import type { Store } from '../client/store.ts'
import type { SeenCustomers } from './customer/seen-customers.ts'
import type { DeskLists } from './desk-lists.ts'
import type { DeskCommands } from './keys/desk-commands.ts'
import type { ConsoleTexts, ConsoleTranslate } from './locales/console-locale.ts'
import type { DeskUndo } from './undo/desk-undo.ts'
import { Watch } from './watch.controller.ts'

export type { ConsoleTranslate }

export interface Desk {
  client: AgentClient
  t: ConsoleTranslate
  /** BCP 47, for dates, digits and names of languages. */
  locale: string
  /** The texts of elements shared with the widget, such as rich text. */
  shared: ConsoleTexts['shared']
  /** Fetches the texts of a part that does not come with the inbox; to be awaited before it is drawn. */
  loadTexts: ConsoleTexts['load']
  /** The parts fetched so far. */
  textParts: ConsoleTexts['parts']
  /** What can be done now: the palette, the shortcuts and the menus share it. */
  commands: DeskCommands
  /** What was done and can be taken back, and the line at the bottom that says it. */
  undo: DeskUndo
  /** The agent's own settings, the same on every device. */
  preferences: OwnPreferences
  /** The server's present time, ms. */
  now: () => number
  /** Whether somebody is looking: what is drawn counts as read only then. */
  attentive: () => boolean
  /** The team's tags, topics, fields, macros: loaded when first asked for. */
  lists: DeskLists
  /** Whether the customers of opened conversations look. */
  seen: SeenCustomers
  /** To another place of the console, as the address names it: `/mine/<conversation>`, `/board`, `/settings/team`. */
  go: (path: string) => void
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
