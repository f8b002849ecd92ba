// An owner's tools over REST: who may register them, what is refused, what is told of a secret, and what is written down.

import assert from 'node:assert/strict'
import test from 'node:test'
import { Tool, ToolTest, ToolWithSecret } from '../../sdk/protocol/tool.ts'
import { actionDesk, REFUND } from '../helpers/action-desk.ts'
import { json, verify } from '../helpers/tool-endpoint.ts'

test('tools: an administrator registers one; its secret is told once and by nothing else', async (t) => {
  const { desk, owner, path, endpoint, register } = await actionDesk(t)
  const made = ToolWithSecret.parse(await register())
  assert.match(made.secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  assert.deepEqual([made.tool.approval, made.tool.effect], ['customer', 'write'])
  const as = { token: owner.token }
  const listed = await desk.call('GET', path, as)
  assert.deepEqual(
    listed.body.tools.map((tool: unknown) => Tool.parse(tool)),
    [made.tool],
  )
  const changed = await desk.call('PATCH', `${path}/${made.tool.id}`, {
    ...as,
    body: { title: 'Give it back' },
  })
  assert.equal(changed.body.tool.title, 'Give it back')
  const rotated = ToolWithSecret.parse(
    (await desk.call('POST', `${path}/${made.tool.id}/secret`, { ...as, body: {} })).body,
  )
  assert.notEqual(rotated.secret, made.secret)
  assert.ok(Date.parse(rotated.tool.previous_secret_until!) > Date.now() + 86_000_000)
  assert.equal((await desk.call('DELETE', `${path}/${made.tool.id}`, { ...as, body: {} })).status, 200)
  assert.equal((await desk.call('GET', `${path}/${made.tool.id}`, as)).status, 404)
  const told = JSON.stringify([listed.body, changed.body, desk.lines])
  assert.equal(told.includes(made.secret) || told.includes(rotated.secret), false)
  const entries = await desk.db.query<{ action: string; data: Record<string, unknown> }>(
    `select action, data from audit_entries where action like 'tool.%' order by id`,
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['tool.created', 'tool.changed', 'tool.secret_rotated', 'tool.deleted'],
  )
  assert.equal(JSON.stringify(entries).includes('whsec_'), false)
  assert.equal(endpoint.seen.length, 0)
})

const REFUSED: [what: string, change: Record<string, unknown>, pointer: string][] = [
  ['an endpoint without TLS', { endpoint: 'http://shop.example/tools' }, '/endpoint'],
  ['another scheme', { endpoint: 'ftp://shop.example/tools' }, '/endpoint'],
  ['a password in the endpoint', { endpoint: 'https://a:b@shop.example/' }, '/endpoint'],
  ['a write nobody approves', { approval: 'none' }, '/approval'],
  ['a name no model takes', { name: 'Refund!' }, '/name'],
  [
    'a reference in the schema',
    { parameters: { type: 'object', $ref: 'https://evil.example/x' } },
    '/parameters',
  ],
  [
    'a pattern in the schema',
    { parameters: { type: 'object', properties: { a: { pattern: '(a+)+$' } } } },
    '/parameters',
  ],
  ['a schema of no object', { parameters: { type: 'string' } }, '/parameters'],
  ['a bound field there is not', { bound: { nobody: 'contact.id' } }, '/bound/nobody'],
]
for (const [what, change, pointer] of REFUSED)
  test(`tools: ${what} is refused, and the fault named`, async (t) => {
    const { desk, owner, path, endpoint } = await actionDesk(t)
    const body = {
      ...REFUND,
      endpoint: endpoint.url,
      ...('parameters' in change && { bound: {} }),
      ...change,
    }
    const { status, body: problem } = await desk.call('POST', path, { token: owner.token, body })
    assert.deepEqual([status, problem.code, problem.errors[0].pointer], [422, 'invalid-request', pointer])
  })

test('tools: a write without approval is taken when it is wanted in so many words, and that is written down', async (t) => {
  const { register, desk, owner, path } = await actionDesk(t)
  const { tool } = await register({ approval: 'none', allow_unapproved_writes: true })
  const [entry] = await desk.db.query<{ data: { unapproved_write?: true } }>(
    `select data from audit_entries where action = 'tool.created'`,
  )
  assert.equal(entry!.data.unapproved_write, true)
  const as = { token: owner.token }
  // What was wanted once is not asked again with each change; but what was safe does not become unsafe quietly.
  assert.equal((await desk.call('PATCH', `${path}/${tool.id}`, { ...as, body: { title: 'T' } })).status, 200)
  await desk.call('PATCH', `${path}/${tool.id}`, { ...as, body: { approval: 'agent' } })
  assert.equal(
    (await desk.call('PATCH', `${path}/${tool.id}`, { ...as, body: { approval: 'none' } })).status,
    422,
  )
})

test('tools: they are for administrators of their own workspace, one of a name, twenty of a site', async (t) => {
  const { register, desk, owner, path, endpoint } = await actionDesk(t)
  const { tool } = await register()
  const agent = await desk.person('ana')
  for (const [method, address] of [
    ['GET', path],
    ['POST', path],
    ['GET', `${path}/${tool.id}`],
    ['PATCH', `${path}/${tool.id}`],
    ['DELETE', `${path}/${tool.id}`],
    ['POST', `${path}/${tool.id}/secret`],
    ['POST', `${path}/${tool.id}/test`],
  ] as const) {
    const body = method === 'GET' ? {} : { body: {} }
    assert.equal((await desk.call(method, address, { token: agent.token, ...body })).status, 403)
    assert.equal((await desk.call(method, address, body)).status, 401)
    const visitor = await desk.visitor()
    assert.equal((await desk.call(method, address, { token: visitor.token, ...body })).status, 401)
  }
  const as = { token: owner.token }
  const twice = await desk.call('POST', path, { ...as, body: { ...REFUND, endpoint: endpoint.url } })
  assert.equal(twice.body.code, 'tool-exists')
  for (let number = 1; number < 20; number++) await register({ name: `refund_${number}` })
  const full = await desk.call('POST', path, {
    ...as,
    body: { ...REFUND, name: 'one_more', endpoint: endpoint.url },
  })
  assert.equal(full.body.code, 'tools-full')
  const elsewhere = path.replace(desk.site.id, '00000000-0000-4000-8000-000000000000')
  assert.equal((await desk.call('GET', elsewhere, as)).body.code, 'site-not-found')
})

test('tools: a try is signed and marked as one, names no customer, and says what came back', async (t) => {
  const { register, desk, owner, path, endpoint } = await actionDesk(t)
  const { tool, secret } = await register()
  endpoint.answer(json({ would: 'refund' }))
  const post = (input: unknown) =>
    desk.call('POST', `${path}/${tool.id}/test`, { token: owner.token, body: { input } })
  const { body } = await post({ order: 'A-1', customer: 'c' })
  assert.deepEqual(
    { ...ToolTest.parse(body), milliseconds: 0 },
    { ok: true, status: 200, result: '{"would":"refund"}', milliseconds: 0 },
  )
  const [seen] = endpoint.seen
  verify(seen!, secret)
  assert.equal(seen!.body.test, true)
  // Whatever stood in a bound field is overwritten.
  assert.deepEqual(seen!.body.input, { order: 'A-1', customer: null })
  assert.deepEqual(seen!.body.contact, { id: null, external_id: null, verified: false })
  assert.equal((await post({ order: 7 })).status, 422)
  endpoint.answer(json({ error: 'no' }, 500))
  assert.deepEqual([(await post({ order: 'A-1', customer: 'c' })).body.ok, endpoint.seen.length], [false, 2])
})
