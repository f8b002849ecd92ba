// The session of an agent whom a page signs in: one question at a time, a new token when the old one is dead.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { ApiError } from './api-error.ts'
import { createHostSession } from './host-session.ts'

function setUp({ token = async (): Promise<string> => 'host-token' } = {}) {
  const seen: { url: string; init: RequestInit }[] = []
  const server = { live: '', opened: 0, refuses: false }
  let asked = 0
  const session = createHostSession({
    base: 'https://desk.test/api/v1',
    token: () => {
      asked++
      return token()
    },
    env: {
      ...manualEnvironment().env,
      async fetch(url, init) {
        seen.push({ url, init })
        if (url.endsWith('/console/sessions')) {
          const code = 'host-token-rejected'
          if (server.refuses) return Response.json({ code, title: code, status: 401 }, { status: 401 })
          server.live = `session-${++server.opened}`
          return Response.json({ token: server.live, expires_at: '' })
        }
        const { authorization } = init.headers as Record<string, string>
        return new Response(null, { status: authorization === `Bearer ${server.live}` ? 200 : 401 })
      },
    },
  })
  return { session, server, seen, asked: () => asked }
}

test('host session: many requests ask the page once, carry its bearer token, and never a cookie', async () => {
  const { session, seen, asked } = setUp()
  const answers = await Promise.all(['/a', '/b'].map((path) => session.fetch(`https://desk.test${path}`, {})))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  assert.equal(asked(), 1)
  assert.ok(seen.every(({ init }) => init.credentials === 'omit'))
})

test('host session: a dead session is replaced by a new one, and the request goes again', async () => {
  const { session, server, asked } = setUp()
  await session.bearer()
  server.live = 'none'
  assert.equal((await session.fetch('https://desk.test/a', {})).status, 200)
  assert.deepEqual([asked(), server.opened], [2, 2])
  assert.equal(
    await session.renew('session-1'),
    'session-2',
    'what another has renewed meanwhile is not renewed again',
  )
  assert.equal(asked(), 2)
})

test('host session: a page or a server that refuses leaves nobody signed in', async () => {
  const unauthenticated = (error: unknown) => error instanceof ApiError && error.code === 'unauthenticated'
  const page = setUp({ token: () => Promise.reject(new Error('not here')) })
  await assert.rejects(page.session.bearer(), unauthenticated)
  const { session, server } = setUp()
  server.refuses = true
  await assert.rejects(session.fetch('https://desk.test/a', {}), unauthenticated)
})
