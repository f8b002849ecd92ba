// A small Express app for tests of middleware: the edges every app has, and what the test mounts between them.

import express, { type Express } from 'express'
import { notFound, problemHandler } from '../../server/platform/http/problem-handler.ts'
import { requestId } from '../../server/platform/http/request-id.ts'

export interface TestApp {
  app: Express
  /** What the problem handler logged. */
  logged: unknown[][]
}

export function testApp(mount: (app: Express) => void): TestApp {
  const logged: unknown[][] = []
  const app = express()
  app.use(requestId())
  mount(app)
  app.use(
    notFound(),
    problemHandler({ log: { error: (...line: unknown[]) => void logged.push(line) } as never }),
  )
  return { app, logged }
}
