// All of English, for who needs no parts. The other languages have exactly these keys; a test finds a missing one.

import { enFirst } from './en-first.ts'
import { texts as enMore } from './en-more.ts'

export const en = { ...enFirst, ...enMore } as const
