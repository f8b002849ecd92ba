// Before any schema is made: zod else tries whether it may make code of strings, which the page's policy refuses and
// reports. Imported first, for its effect alone.

import { config } from 'zod'

config({ jitless: true })
