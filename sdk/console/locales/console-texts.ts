// The console's English texts by part: what comes with the inbox, and what is fetched with the page that says it.

import type { Message } from '../../locales/messages.ts'
import type { en as appearance } from './appearance-en.ts'
import type { en as articles } from './articles-en.ts'
import type { en as assistant } from './assistant-en.ts'
import type { en as board } from './board-en.ts'
import { en as command } from './command-en.ts'
import { en as main } from './console-en.ts'
import { en as customer } from './customer-en.ts'
import { en as list } from './list-en.ts'
import type { en as preferences } from './preferences-en.ts'
import type { en as search } from './search-en.ts'
import type { en as settings } from './settings-en.ts'
import { en as thread } from './thread-en.ts'

/** What comes at once, by the name of its file: `console-en.ts`, `languages/console-de.ts`. */
export const AT_ONCE = { console: main, list, thread, customer, command } as const

/** What comes later, by the name of its file. */
export interface LaterParts {
  articles: typeof articles
  appearance: typeof appearance
  assistant: typeof assistant
  settings: typeof settings
  board: typeof board
  search: typeof search
  preferences: typeof preferences
}
export type LaterPart = keyof LaterParts

type KeyOf<Parts> = { [Name in keyof Parts]: keyof Parts[Name] }[keyof Parts]

/** A key of any part. */
export type ConsoleKey = KeyOf<typeof AT_ONCE> | KeyOf<LaterParts>

/** A part in another language. What is not there yet stands in English; a test lists it. */
export type Translated<Part> = { readonly [Key in keyof Part]?: Message }

export const ENGLISH: Readonly<Record<string, Message>> = {
  ...main,
  ...list,
  ...thread,
  ...customer,
  ...command,
}
