// All of English, for who needs no parts. The other languages have exactly these keys; a test finds a missing one.

import { enFirst } from './en-first.ts'
import { enTalk } from './en-talk.ts'

export const en = { ...enFirst, ...enTalk } as const
