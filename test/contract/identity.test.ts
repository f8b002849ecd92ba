// Who a signed token lets in, and what becomes of the visitor they were: sessions, sockets, conversations, other devices.

import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { SignJWT } from 'jose'
import { IdentifiedSession } from '../../sdk/protocol/identity.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from '../helpers/desk.ts'
import { connectSocket } from '../helpers/socket-client.ts'

async function startShop(t: TestContext, options = {}) {
  const desk = await startDesk(t, options)
  const { key, secret } = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  return { desk, kid: key.id, secret: secret!, sign: signer(secret!, desk.site.key, key.id) }
}

const signer =
  (secret: string, audience: string, kid: string) =>
  (sub: string, claims: Record<string, unknown> = {}): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid })
      .setSubject(sub)
      .setAudience(audience)
      .setExpirationTime('10m')
      .sign(Buffer.from(secret))

const identify = (desk: Desk, token: string, session?: string) =>
  desk.call('POST', '/support/widget/identify', {
    body: { site: desk.site.key, token },
    ...(session && { token: session }),
  })

const list = async (desk: Desk, token: string): Promise<string[]> => {
  const { status, body } = await desk.call('GET', '/support/widget/chat', { token })
  assert.equal(status, 200)
  return body.conversations.map(({ id }: { id: string }) => id)
}

async function startChat(desk: Desk, token: string, more: object = {}) {
  const id = uuidv7()
  const body = { conversation_id: id, message: 'private words', want: 'person', cid: uuidv7(), ...more }
  const started = await desk.call('POST', '/support/widget/chat/start', { body, token })
  assert.equal(started.status, 201)
  return { id, body }
}

/** A new customer's session. */
async function signIn(desk: Desk, token: string, session?: string) {
  const { status, body } = await identify(desk, token, session)
  assert.equal(status, 200, JSON.stringify(body))
  return IdentifiedSession.parse(body) as { token: string; contact: { id: string; name: string } }
}

const closedWithin = async (socket: { closed: Promise<{ code: number }> }, ms: number) => {
  const began = performance.now()
  const { code } = await socket.closed
  assert.ok(performance.now() - began < ms, 'in time')
  return code
}

test('identity: a customer sees the same conversations on every device, live', async (t) => {
  const { desk, sign } = await startShop(t)
  const phone = await signIn(desk, await sign('nora', { name: 'Nora' }))
  const laptop = await signIn(desk, await sign('nora'))
  assert.notEqual(phone.token, laptop.token)
  assert.equal(phone.contact.id, laptop.contact.id)
  const [atPhone, atLaptop] = [await desk.join(phone, 'visitor'), await desk.join(laptop, 'visitor')]
  const { id } = await startChat(desk, phone.token)
  const heard = await atLaptop.next('conversation.changed')
  assert.equal(heard.data.conversation.id, id)
  assert.deepEqual(await list(desk, laptop.token), [id])
  assert.ok((await command(atLaptop, 'conversation.subscribe', { conversation_id: id })).ok)
  assert.ok((await command(atPhone, 'conversation.subscribe', { conversation_id: id })).ok)
  const sent = await command(atLaptop, 'message.send', { conversation_id: id, body: 'From my laptop' })
  assert.ok(sent.ok)
  const seen = await atPhone.nextOf(
    ({ type, data }) => type === 'events' && data.events.at(-1).seq === sent.data.seq,
  )
  assert.equal(seen.data.events.at(-1).data.body, 'From my laptop')
  // What was read on one device is read on the other.
  assert.ok((await command(atPhone, 'read.mark', { conversation_id: id, seq: sent.data.seq })).ok)
  const marked = await atLaptop.nextOf(({ type }) => type === 'read.marked')
  assert.equal(marked.data.seq, sent.data.seq)
})

test('identity: the shared browser: after logout, or as somebody else, nothing of the one before is there', async (t) => {
  const { desk, sign } = await startShop(t)
  const nora = await signIn(desk, await sign('nora'))
  const { id } = await startChat(desk, nora.token)
  const socket = await desk.join(nora, 'visitor')
  const out = await desk.call('POST', '/support/widget/logout', { body: {}, token: nora.token })
  assert.deepEqual([out.status, out.body], [200, { ok: true }])
  assert.equal(await closedWithin(socket, 4500), 4401)
  assert.equal((await desk.call('GET', '/support/widget/chat', { token: nora.token })).status, 401)
  // Who signs in with the dead token in the header is still let in, as who the token says.
  const otto = await signIn(desk, await sign('otto'), nora.token)
  assert.deepEqual(await list(desk, otto.token), [])
  const peek = await desk.call('GET', `/support/widget/chat/${id}/events`, { token: otto.token })
  assert.deepEqual([peek.status, peek.body.code], [404, 'conversation-not-found'])
  const { id: his } = await startChat(desk, otto.token)
  // Without a logout between them: the session of the one before ends all the same, and what was theirs stays theirs.
  const ada = await signIn(desk, await sign('ada'), otto.token)
  assert.equal((await desk.call('GET', '/support/widget/chat', { token: otto.token })).status, 401)
  assert.deepEqual(await list(desk, ada.token), [])
  assert.equal(
    (await desk.call('GET', `/support/widget/chat/${id}/events`, { token: ada.token })).status,
    404,
  )
  assert.deepEqual(await list(desk, (await signIn(desk, await sign('otto'))).token), [his])
  assert.deepEqual(await list(desk, (await signIn(desk, await sign('nora'))).token), [id])
})

for (const returning of [false, true])
  test(`identity: a chat begun unknown goes on when its visitor signs in ${returning ? 'as a customer we know' : 'for the first time'}`, async (t) => {
    const { desk, sign } = await startShop(t)
    const earlier = returning ? await startChat(desk, (await signIn(desk, await sign('nora'))).token) : null
    const anonymous = await desk.visitor()
    const { id, body: start } = await startChat(desk, anonymous.token)
    const cid = uuidv7()
    const send = (token: string, text: string, key = uuidv7()) =>
      desk.call('POST', `/support/widget/chat/${id}/messages`, { token, body: { body: text, cid: key } })
    const first = await send(anonymous.token, 'Still unknown', cid)
    const mika = await desk.person('Mika')
    const reply = await desk.call('POST', `/api/v1/conversations/${id}/messages`, {
      token: mika.token,
      body: { body: 'Hello', cid: uuidv7() },
    })
    assert.equal(reply.status, 200)
    await desk.call('POST', `/support/widget/chat/${id}/read`, { token: anonymous.token, body: { seq: 3 } })
    const [before] = await desk.db.query<{ last_seq: string }>(
      'select last_seq, last_pub_seq from conversations where id = $1',
      [id],
    )
    const logOf = () =>
      desk.db.query(
        'select seq, pub_seq, id, type, cid, data from conversation_events where conversation_id = $1 order by seq',
        [id],
      )
    const log = await logOf()
    const desks = await desk.join(mika, 'agent')
    const socket = await desk.join(anonymous, 'visitor', { [id]: 3 })

    const nora = await signIn(desk, await sign('nora', { name: 'Nora' }), anonymous.token)
    assert.equal(await closedWithin(socket, 4500), 4401)
    assert.equal((await send(anonymous.token, 'By a dead token')).status, 401)
    assert.deepEqual((await list(desk, nora.token)).sort(), [...(earlier ? [earlier.id] : []), id].sort())
    // Told to the team without being asked.
    const told = await desks.nextOf(
      ({ type, data }) => type === 'conversation.changed' && data.conversation.contact.verified,
    )
    assert.deepEqual(told.data.conversation.contact.name, 'Nora')

    // The log is as it was: numbers, texts, cids. What its client held is a cursor still.
    assert.deepEqual(await logOf(), log)
    assert.deepEqual(
      (await desk.db.query('select last_seq, last_pub_seq from conversations where id = $1', [id]))[0],
      before,
    )
    const again = await desk.join(nora, 'visitor', { [id]: 3 })
    const { body: events } = await desk.call('GET', `/support/widget/chat/${id}/events`, {
      token: nora.token,
    })
    assert.equal(events.conversation.read_seq, 3, 'read marks came along')
    const authors = new Set(
      events.events
        .filter(({ actor }: { actor: { kind: string } }) => actor.kind === 'contact')
        .map(({ actor }: { actor: { id: string } }) => actor.id),
    )
    assert.deepEqual([...authors], [nora.contact.id], 'one author')

    // What was sent before and is sent again, as its answer got lost: once in the log, by either way.
    assert.deepEqual((await send(nora.token, 'Still unknown', cid)).body, first.body)
    const restarted = await desk.call('POST', '/support/widget/chat/start', {
      body: start,
      token: nora.token,
    })
    assert.equal(restarted.status, 201)
    const repeated = await command(again, 'message.send', { conversation_id: id, body: 'Still unknown' }, cid)
    assert.equal(repeated.data.id, first.body.id)
    assert.deepEqual(await logOf(), log)

    // Their own words are theirs to change, and the line is live.
    const edited = await command(again, 'message.edit', {
      conversation_id: id,
      message_id: first.body.id,
      body: 'Known now',
    })
    assert.ok(edited.ok, JSON.stringify(edited))
    const answer = await desk.call('POST', `/api/v1/conversations/${id}/messages`, {
      token: mika.token,
      body: { body: 'Hello Nora', cid: uuidv7() },
    })
    const heard = await again.nextOf(
      ({ type, data }) => type === 'events' && data.events.at(-1).id === answer.body.id,
    )
    assert.equal(heard.data.events.at(-1).data.body, 'Hello Nora')
    if (returning)
      assert.deepEqual(
        await desk.db.query('select id from contacts where id = $1', [anonymous.contact.id]),
        [],
        'nobody is left behind',
      )
  })

test('identity: only the visitor’s own chats move, whatever e-mail anybody typed', async (t) => {
  const { desk, sign } = await startShop(t)
  const [nora, eve] = [await desk.visitor(), await desk.visitor()]
  const mine = await startChat(desk, nora.token, { email: 'nora@shop.example' })
  const hers = await startChat(desk, eve.token, { email: 'nora@shop.example' })
  const known = await signIn(desk, await sign('nora', { email: 'nora@shop.example' }), nora.token)
  assert.deepEqual(await list(desk, known.token), [mine.id])
  assert.deepEqual(await list(desk, eve.token), [hers.id])
  // Typed, it is a label and vouches for nothing.
  const mika = await desk.person('Mika')
  const shown = await desk.call('GET', `/api/v1/conversations/${hers.id}/contact`, { token: mika.token })
  assert.deepEqual(
    [shown.body.email, shown.body.verified, shown.body.email_verified, shown.body.customer_id],
    ['nora@shop.example', false, false, null],
  )
  // A token with an e-mail only says the e-mail; without email_verified it is not.
  const own = await desk.call('GET', `/api/v1/conversations/${mine.id}/contact`, { token: mika.token })
  assert.deepEqual([own.body.verified, own.body.email_verified, own.body.customer_id], [true, false, 'nora'])
  // And identify takes no e-mail at all in a token's place.
  const victim = await desk.call('POST', '/support/widget/identify', {
    body: { site: desk.site.key, email: 'nora@shop.example' },
    token: eve.token,
  })
  assert.equal(victim.status, 422)
  assert.deepEqual(await list(desk, eve.token), [hers.id])
})

test('identity: what is signed is not typed over', async (t) => {
  const { desk, sign } = await startShop(t)
  const claims = {
    name: 'Nora',
    email: 'nora@shop.example',
    email_verified: true,
    attributes: { plan: 'gold' },
  }
  const nora = await signIn(desk, await sign('nora', claims))
  const { id } = await startChat(desk, nora.token, { name: 'The owner', email: 'ceo@shop.example' })
  await desk.call('POST', `/support/widget/chat/${id}/contact`, {
    token: nora.token,
    body: { name: 'The owner', email: 'ceo@shop.example', cid: uuidv7() },
  })
  const set = await desk.call('POST', '/support/widget/contact/attributes', {
    token: nora.token,
    body: { attributes: { plan: 'free', seats: 3 } },
  })
  assert.equal(set.status, 200)
  const mika = await desk.person('Mika')
  const { body } = await desk.call('GET', `/api/v1/conversations/${id}/contact`, { token: mika.token })
  assert.deepEqual(
    [body.name, body.email, body.email_verified, body.attributes, body.page_attributes],
    ['Nora', 'nora@shop.example', true, { plan: 'gold' }, { plan: 'free', seats: 3 }],
  )
})

test('identity: the same customer again keeps the session and its socket', async (t) => {
  const { desk, sign } = await startShop(t)
  const nora = await signIn(desk, await sign('nora'))
  const socket = await desk.join(nora, 'visitor')
  const { body } = await identify(desk, await sign('nora', { name: 'Nora Lie' }), nora.token)
  assert.deepEqual([body.token, body.contact.name], [null, 'Nora Lie'])
  assert.ok((await command(socket, 'conversation.list', {})).ok)
})

test('identity: a revoked key lets nobody in, and whom it let in is out; the other key’s stay', async (t) => {
  const { desk, kid, sign } = await startShop(t)
  const other = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  const signOther = signer(other.secret!, desk.site.key, other.key.id)
  const [nora, otto, ada] = [
    await signIn(desk, await sign('nora')),
    await signIn(desk, await signOther('otto')),
    await signIn(desk, await sign('ada')),
  ]
  // Signed again by the new key, a session lives with that one.
  assert.equal((await identify(desk, await signOther('ada'), ada.token)).status, 200)
  const socket = await desk.join(nora, 'visitor')
  const mika = await desk.person('Mika')
  const path = `/api/v1/sites/${desk.site.key}/identity-keys`
  assert.equal(
    (await desk.call('POST', `${path}/${kid}/revoke`, { token: mika.token, body: {} })).status,
    403,
  )
  await desk.db.query("update agents set role = 'admin' where id = $1 returning id", [mika.id])
  assert.equal(
    (await desk.call('POST', `${path}/${kid}/revoke`, { token: mika.token, body: {} })).status,
    200,
  )
  assert.equal(await closedWithin(socket, 4500), 4401)
  const { status, body } = await identify(desk, await sign('nora'))
  assert.deepEqual([status, body.code, body.context.reason], [401, 'identity-rejected', 'revoked-key'])
  assert.equal((await desk.call('GET', '/support/widget/chat', { token: nora.token })).status, 401)
  for (const { token } of [otto, ada]) assert.deepEqual(await list(desk, token), [])
})

test('identity: another site’s key and another site’s audience let nobody in', async (t) => {
  const { desk } = await startShop(t)
  const other = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Other', key: 'other' })
  const { key, secret } = await desk.rooms.identityKeys.create(other, { algorithm: 'HS256' }, null)
  for (const audience of [desk.site.key, other.key]) {
    const { status, body } = await identify(desk, await signer(secret!, audience, key.id)('nora'))
    assert.deepEqual([status, body.context.reason], [401, 'unknown-key'])
  }
})

test('identity: two devices that come for the first time at one moment are one customer', async (t) => {
  const { desk, sign } = await startShop(t)
  const visitors = await Promise.all([1, 2, 3, 4].map(() => desk.visitor()))
  const chats = await Promise.all(visitors.map(({ token }) => startChat(desk, token)))
  const sessions = await Promise.all(
    visitors.map(async ({ token }) => signIn(desk, await sign('nora'), token)),
  )
  assert.equal(new Set(sessions.map(({ contact }) => contact.id)).size, 1)
  assert.deepEqual((await list(desk, sessions[0]!.token)).sort(), chats.map(({ id }) => id).sort())
})

test('identity: a command that was on its way while its visitor signed in is not lost as unknown', async (t) => {
  const { desk, sign } = await startShop(t)
  await signIn(desk, await sign('nora'))
  const anonymous = await desk.visitor()
  const { id } = await startChat(desk, anonymous.token)
  // As a node knows it that has not heard of the end of the session.
  const principal = (await desk.rooms.visitorSessions.verify(anonymous.token))!
  const nora = await signIn(desk, await sign('nora'), anonymous.token)
  t.mock.method(desk.rooms.visitorSessions, 'verify', async () => principal)
  const sent = await desk.call('POST', `/support/widget/chat/${id}/messages`, {
    token: anonymous.token,
    body: { body: 'On its way', cid: uuidv7() },
  })
  assert.deepEqual([sent.status, sent.body.code], [401, 'unauthenticated'])
  const started = await desk.call('POST', '/support/widget/chat/start', {
    token: anonymous.token,
    body: { conversation_id: uuidv7(), message: 'And a new one', want: 'person', cid: uuidv7() },
  })
  assert.deepEqual([started.status, started.body.code], [401, 'unauthenticated'])
  const form = { name: 'N', email: 'n@example.com', subject: 'S', description: 'D', site: desk.site.key }
  for (const [method, path, body] of [
    ['POST', '/tickets', form],
    ['GET', `/chat/${id}/transcript`],
    ['POST', '/attachments', { conversation_id: id, name: 'a.txt', size: 5 }],
    ['POST', `/chat/${id}/attachments/links`, { ids: [uuidv7()] }],
  ] as const) {
    const late = await desk.call(method, `/support/widget${path}`, { token: anonymous.token, body })
    assert.deepEqual([path, late.status, late.body.code], [path, 401, 'unauthenticated'])
  }
  t.mock.restoreAll()
  assert.deepEqual(await list(desk, nora.token), [id])
})

test('identity: what was read of a chat before it changed its owner is not told again after', async (t) => {
  const { desk, sign } = await startShop(t)
  await signIn(desk, await sign('nora'))
  const anonymous = await desk.visitor()
  const { id } = await startChat(desk, anonymous.token)
  const authors = async (token: string): Promise<string[]> => {
    const { body } = await desk.call('GET', `/support/widget/chat/${id}/events?after=0`, { token })
    const actors = body.events.map(({ actor }: { actor: { kind: string; id: string } }) => actor)
    return actors
      .filter(({ kind }: { kind: string }) => kind === 'contact')
      .map(({ id }: { id: string }) => id)
  }
  assert.deepEqual(new Set(await authors(anonymous.token)), new Set([anonymous.contact.id]))
  const nora = await signIn(desk, await sign('nora'), anonymous.token)
  assert.deepEqual(new Set(await authors(nora.token)), new Set([nora.contact.id]))
})

test('identity: refused tokens are counted by address, good ones by customer', async (t) => {
  const { desk, sign } = await startShop(t, { unlimited: false })
  for (let n = 0; n < 60; n++) assert.equal((await identify(desk, 'x')).status, 401)
  const { status, body } = await identify(desk, 'x')
  assert.deepEqual([status, body.code], [429, 'quota-exceeded'])
  assert.equal((await identify(desk, await sign('nora'))).status, 429)
  const { desk: other, sign: signHere } = await startShop(t, { unlimited: false })
  const [nora, otto] = [await signHere('nora'), await signHere('otto')]
  for (let n = 0; n < 60; n++) assert.equal((await identify(other, nora)).status, 200)
  assert.equal((await identify(other, nora)).status, 429)
  assert.equal((await identify(other, otto)).status, 200, 'others behind the address go on')
})

test('identity: a token in a query, or a wrong method, reaches nothing', async (t) => {
  const { desk, sign } = await startShop(t)
  const token = await sign('nora')
  const get = await desk.call('GET', `/support/widget/identify?site=${desk.site.key}&token=${token}`)
  assert.equal(get.status, 405)
  assert.equal((await desk.call('POST', '/support/widget/logout', { body: {} })).status, 401)
  const socket = await connectSocket(`${desk.base.replace('http', 'ws')}/support/live`)
  socket.send({
    type: 'hello',
    data: { role: 'visitor', protocol: 1, site: desk.site.key, token: 'x', streams: {} },
  })
  assert.equal((await socket.closed).code, 4401)
})
