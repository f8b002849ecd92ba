// The server, started: `node server/main.ts`, or `npm start` where the machine's own Node is too old for that.

import { createApp } from './app.ts'
import { runProcess } from './process.ts'

await runProcess({ createApp })
