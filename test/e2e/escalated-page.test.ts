// Escalated's calls out of a real browser, from a page on an origin of its own: the browser's own preflights, and its own
// judgement of what a page may read.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import test from 'node:test'
import { launchBrowser } from '../helpers/browser.ts'
import { startDesk } from '../helpers/desk.ts'

/** Runs in the page: one call as the published widget makes it, cookies and all left to the browser. */
async function callAsWidget([base, method, path, body]: [string, string, string, object | null]) {
  const response = await fetch(`${base}/support/widget${path}`, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  // Before the status is looked at, as the widget does: an answer without a body would throw here.
  return { status: response.status, data: await response.json() }
}

test('escalated in a browser: every call of a chat is let through and read, errors and refusals too', async (t) => {
  const site = http.createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Shop</title>')
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  t.after(() => site.close())
  const origin = `http://localhost:${(site.address() as AddressInfo).port}`
  const desk = await startDesk(t, { unlimited: false })
  await desk.rooms.sites.update(desk.site, { allowedOrigins: [origin] })
  const browser = await launchBrowser()
  t.after(() => browser.close())
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  const methods = new Set<string>()
  desk.app.server.on('request', (request) => methods.add(request.method!))
  await page.goto(`${origin}/product.html?p=7`)
  const call = (method: string, path: string, body: object | null = null) =>
    page.evaluate(callAsWidget, [desk.base, method, path, body] as [string, string, string, object | null])

  assert.equal((await call('GET', '/config')).data.enabled, true)
  assert.equal((await call('GET', '/chat/availability')).data.available, true)
  assert.deepEqual((await call('GET', '/articles?q=returns')).data, { articles: [] })
  const wrong = await call('POST', '/tickets', { name: '', email: 'x', subject: '', description: '' })
  assert.deepEqual([wrong.status, typeof wrong.data.errors.email[0]], [422, 'string'])
  const person = { name: 'Nora', email: 'nora@example.com', department_id: null }
  const { data: chat } = await call('POST', '/chat/start', { ...person, message: '' })
  // The browser's language, as the widget tells none.
  assert.match(chat.messages[0].body, /^Hallo\./)
  const path = `/chat/${chat.id}`
  for (const [step, body] of [
    ['messages', { body: 'Guten Tag' }],
    ['typing', null],
    ['end', null],
    ['rate', { rating: 4, comment: '' }],
  ] as const)
    assert.equal((await call('POST', `${path}/${step}`, body)).status, 200, step)
  const { data: state } = await call('GET', `${path}/messages`)
  assert.equal(state.ended, true)
  assert.equal((await call('POST', `${path}/messages`, { body: 'x' })).status, 422)
  assert.equal((await call('GET', '/articles/none')).status, 404)
  for (let n = 0; n < 4; n++) await call('POST', '/tickets', {})
  assert.equal((await call('POST', '/tickets', {})).status, 429)
  assert.ok(methods.has('OPTIONS'), 'the browser asked first')

  const stranger = await context.newPage()
  await stranger.goto(`${origin.replace('localhost', '127.0.0.1')}/`)
  const refused = stranger.evaluate(callAsWidget, [desk.base, 'GET', '/config', null] as [
    string,
    string,
    string,
    null,
  ])
  await assert.rejects(refused, /Failed to fetch/)
})
