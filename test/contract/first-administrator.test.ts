// A production start on an empty database: no default password, one link, and a way back in.

import assert from 'node:assert/strict'
import test from 'node:test'
import { startDesk } from '../helpers/desk.ts'

test('first administrator: one link, used once; an e-mail and a password are chosen; they open the door again', async (t) => {
  const desk = await startDesk(t)
  const link = new URL(desk.app.adminLink!)
  const token = link.hash.replace('#login=', '')
  const own = { 'sec-fetch-site': 'same-origin' }
  const redeem = () => desk.call('POST', '/api/v1/login-links/redeem', { body: { token }, headers: own })
  const first = await redeem()
  assert.deepEqual([first.status, first.body.needs_password, first.body.agent.role], [200, true, 'owner'])
  assert.deepEqual(
    [(await redeem()).status, first.headers.get('set-cookie')!.includes('HttpOnly')],
    [410, true],
  )
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!
  const choose = (body: object) =>
    desk.call('POST', '/api/v1/password', { body, headers: { ...own, cookie } })
  const without = await choose({ password: 'a short sentence' })
  assert.deepEqual([without.status, without.body.errors[0].pointer], [422, '/email'])
  assert.equal((await choose({ password: 'short', email: 'kim@desk.example' })).status, 422)
  assert.equal((await choose({ password: 'a short sentence', email: 'kim@desk.example' })).status, 200)
  const login = (password: string) =>
    desk.call('POST', '/api/v1/login', { body: { email: 'Kim@desk.example', password }, headers: own })
  assert.deepEqual(
    [(await login('a short sentence')).status, (await login('a wrong sentence')).status],
    [200, 401],
  )
})
