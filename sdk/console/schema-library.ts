// What `zod` is in the console's bundles (vite.config.ts): the library, told before any schema is made not to try whether
// it may make code of strings. A page's strict policy refuses that and reports it.

import { config } from 'zod/v4'

config({ jitless: true })

export * from 'zod/v4'
