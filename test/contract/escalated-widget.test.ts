// Escalated's published widget, first generation: every call it makes, in its own words, against our server.

import assert from 'node:assert/strict'
import test from 'node:test'
import { eventually } from '../helpers/bounded-wait.ts'
import { command } from '../helpers/desk.ts'
import { startEscalatedDesk } from '../helpers/escalated-desk.ts'
import type { EscalatedWidget } from '../helpers/escalated-widget.ts'

const NORA = { name: 'Nora', email: 'nora@example.com', department_id: null }

/** What the widget reads of a chat. */
interface ChatState {
  messages: { body: string; is_agent: boolean; author: { name: string } }[]
  agent: { name: string } | null
  typing: string | null
  ended: boolean
}

/** Asks as the widget does every three seconds, until something is so. */
const poll = (widget: EscalatedWidget, id: string, isSo: (state: ChatState) => unknown): Promise<ChatState> =>
  eventually(
    async () => {
      const state: ChatState = await widget.api('GET', `/chat/${id}/messages`)
      return isSo(state) ? state : null
    },
    { what: String(isSo) },
  )
const said = ({ messages }: Pick<ChatState, 'messages'>): string[] => messages.map(({ body }) => body)

test('escalated: config and availability are what the widget reads, and nothing of ours is among them', async (t) => {
  const { desk, widget, site } = await startEscalatedDesk(t)
  const config = await widget.api('GET', '/config')
  assert.deepEqual(Object.keys(config), [
    'enabled',
    'color',
    'position',
    'greeting',
    'departments',
    'kb_enabled',
    'guest_tickets_enabled',
  ])
  assert.deepEqual(
    [config.enabled, config.color, config.position, config.kb_enabled],
    [true, site.appearance.light.solid, 'bottom-right', true],
  )
  assert.deepEqual(Object.keys(config.departments[0]), ['id', 'name'])
  const availability = await widget.api('GET', '/chat/availability?department_id=3')
  assert.deepEqual(Object.keys(availability), ['available', 'message', 'estimated_wait'])
  assert.equal(availability.available, true)
  const own = await desk.call('GET', `/support/widget/config?site=${site.key}`)
  assert.equal(own.body.guest_tickets_enabled, undefined)
  assert.ok(own.body.availability)
})

test('escalated: articles are found in both spellings and read as safe HTML', async (t) => {
  const { widget } = await startEscalatedDesk(t)
  for (const path of ['/articles', '/articles/search']) {
    const { articles } = await widget.api('GET', `${path}?q=${encodeURIComponent('return parts')}`)
    assert.deepEqual(Object.keys(articles[0]), ['slug', 'title', 'excerpt'])
    assert.equal(articles[0].slug, 'returns')
  }
  const { articles } = await widget.api('GET', '/articles?q=returns')
  assert.ok(articles.length <= 10)
  assert.deepEqual(await widget.api('GET', '/articles/returns'), {
    slug: 'returns',
    title: 'Returning parts',
    category: 'Orders',
    body:
      '<h2>How long</h2><p>Parts can be returned within <strong>60 days</strong> of delivery, ' +
      '&lt;b&gt;unused&lt;/b&gt;. See <a href="https://shop.example/terms" rel="noopener noreferrer nofollow" target="_blank">terms</a>.</p>',
  })
  assert.equal((await widget.refusal('GET', '/articles/none')).status, 404)
  for (const q of ['x', 'x'.repeat(201)]) {
    const { status, data } = await widget.refusal('GET', `/articles?q=${q}`)
    assert.deepEqual([status, Object.keys(data.errors)], [422, ['q']])
  }
})

test('escalated: a ticket gives its reference, which with the e-mail shows status and replies as HTML', async (t) => {
  const { desk, widget } = await startEscalatedDesk(t)
  const mika = await desk.person('Mika')
  const form = { ...NORA, subject: 'Rotor <b>bent</b>', description: 'It rubs.' }
  const { reference } = await widget.api('POST', '/tickets', form)
  assert.match(reference, /^DB-\w{8}$/)
  const inbox = await desk.call('GET', '/api/v1/conversations?view=waiting', { token: mika.token })
  const [ticket] = inbox.body.conversations
  const path = `/api/v1/conversations/${ticket.id}`
  await desk.call('POST', `${path}/notes`, { body: { body: 'SECRET' }, token: mika.token })
  await desk.call('POST', `${path}/messages`, {
    body: { body: 'Is it **bent**? <img src=x onerror=alert(1)> [x](javascript:alert(1))' },
    token: mika.token,
  })
  const status = await widget.api(
    'GET',
    `/tickets/${encodeURIComponent(reference)}?email=${encodeURIComponent('Nora@Example.com')}`,
  )
  assert.deepEqual(Object.keys(status), [
    'reference',
    'subject',
    'status',
    'status_label',
    'status_color',
    'created_at',
    'department',
    'replies',
  ])
  assert.deepEqual([status.subject, status.status_label], ['Rotor <b>bent</b>', 'Waiting for you'])
  const reply = status.replies.at(-1)
  assert.deepEqual(Object.keys(reply), ['body', 'author', 'is_agent', 'created_at'])
  assert.deepEqual([reply.author, reply.is_agent], ['Mika', true])
  assert.equal(reply.body, '<p>Is it <strong>bent</strong>? &lt;img src=x onerror=alert(1)&gt; x</p>')
  assert.doesNotMatch(JSON.stringify(status), /SECRET/)
  const other = await widget.api('GET', `/tickets/status?reference=${reference}&email=nora@example.com`)
  assert.deepEqual(other, status)
  const misses = [
    await widget.refusal('GET', `/tickets/${reference}?email=eve@example.com`),
    await widget.refusal('GET', '/tickets/DB-00000000?email=nora@example.com'),
  ]
  for (const miss of misses) assert.deepEqual([miss.status, miss.data], [404, misses[0]!.data])
  assert.deepEqual((await widget.refusal('GET', `/tickets/${reference}`)).data.errors.email.length, 1)
})

test('escalated: of a long ticket the newest twenty replies are told', async (t) => {
  const { desk, widget } = await startEscalatedDesk(t)
  const mika = await desk.person('Mika')
  const { reference } = await widget.api('POST', '/tickets', {
    ...NORA,
    subject: 'Many',
    description: 'first',
  })
  const [row] = await desk.db.query<{ id: string }>('select id from conversations')
  for (let n = 1; n <= 22; n++)
    await desk.call('POST', `/api/v1/conversations/${row!.id}/messages`, {
      body: { body: `reply ${n}` },
      token: mika.token,
    })
  const { replies } = await widget.api('GET', `/tickets/${reference}?email=nora@example.com`)
  assert.deepEqual(
    [replies.length, replies.at(0).body, replies.at(-1).body],
    [20, '<p>reply 3</p>', '<p>reply 22</p>'],
  )
})

test('escalated: what is wrong with a form is told field by field, in words the widget joins', async (t) => {
  const { widget } = await startEscalatedDesk(t)
  const long = 'x'.repeat(256)
  const wrong = await widget.refusal('POST', '/tickets', {
    name: long,
    email: 'nora',
    subject: long,
    description: 'x'.repeat(5001),
    department_id: 'nowhere',
  })
  assert.equal(wrong.status, 422)
  assert.deepEqual(Object.keys(wrong.data.errors).sort(), [
    'department_id',
    'description',
    'email',
    'name',
    'subject',
  ])
  for (const faults of Object.values(wrong.data.errors)) assert.ok(Array.isArray(faults))
  const empty = await widget.refusal('POST', '/tickets', {})
  assert.deepEqual(Object.keys(empty.data.errors).sort(), ['description', 'email', 'name', 'subject'])
  const limit = {
    name: 'x'.repeat(255),
    subject: 'x'.repeat(255),
    description: 'x'.repeat(5000),
    department_id: '',
  }
  assert.ok((await widget.api('POST', '/tickets', { ...NORA, ...limit })).reference)
  const chat = await widget.refusal('POST', '/chat/start', { name: '', email: '', message: 'x'.repeat(5001) })
  assert.deepEqual(Object.keys(chat.data.errors).sort(), ['email', 'message', 'name'])
  const gone = { ...NORA, message: '', department_id: '01980000-0000-7000-8000-000000000000' }
  assert.equal((await widget.refusal('POST', '/chat/start', gone)).status, 422)
})

test('escalated: a chat is answered by the AI agent first, then by a person from the console, ended and rated', async (t) => {
  const { desk, widget } = await startEscalatedDesk(t)
  const mika = await desk.person('Mika')
  const console = await desk.join(mika, 'agent')
  const chat = await widget.api('POST', '/chat/start', { ...NORA, message: 'Can I return parts?' })
  assert.match(chat.id, /^[\w-]{43}$/)
  assert.equal(chat.session_id, chat.id)
  assert.deepEqual(said(chat), ['Can I return parts?'])
  assert.equal(chat.agent.name, 'Assistant')

  const answered = await poll(widget, chat.id, (state) => state.messages.length === 2)
  const answer = answered.messages[1]!
  assert.deepEqual([answer.is_agent, answer.author], [true, { name: 'Assistant' }])
  assert.match(answer.body, /60 days/)
  assert.doesNotMatch(answer.body, /\*\*|\[\d\]/)

  await widget.api('POST', `/chat/${chat.id}/messages`, { body: 'I want to talk to a person' })
  await poll(widget, chat.id, (state) => state.agent === null)
  const { data } = await command(console, 'inbox.list', { view: 'waiting' })
  const [row] = data.conversations
  assert.deepEqual([row.contact.name, row.contact.email, row.channel], ['Nora', 'nora@example.com', 'chat'])
  assert.equal(row.page.url, 'https://shop.example/')
  await command(console, 'conversation.subscribe', { conversation_id: row.id })
  assert.ok((await command(console, 'conversation.accept', { conversation_id: row.id })).ok)
  await command(console, 'note.add', { conversation_id: row.id, body: 'SECRET' })

  await widget.api('POST', `/chat/${chat.id}/typing`)
  const seen = await console.next('typing.started')
  assert.equal(seen.data.actor.name, 'Nora')
  await command(console, 'typing.start', { conversation_id: row.id })
  assert.equal((await poll(widget, chat.id, (state) => state.typing)).typing, 'Mika')
  await command(console, 'message.send', { conversation_id: row.id, body: 'Here is **Mika**.' })
  const state = await poll(widget, chat.id, (now) => said(now).includes('Here is Mika.'))
  assert.deepEqual([state.agent, state.ended], [{ name: 'Mika' }, false])
  await command(console, 'typing.stop', { conversation_id: row.id })
  await poll(widget, chat.id, (now) => now.typing === null)
  await widget.api('POST', `/chat/${chat.id}/message`, { body: 'Thank you <3' })
  assert.equal(said(await widget.api('GET', `/chat/${chat.id}/messages`)).at(-1), 'Thank you <3')
  assert.doesNotMatch(JSON.stringify(state), /SECRET/)

  const early = await widget.refusal('POST', `/chat/${chat.id}/rate`, { rating: 5, comment: '' })
  assert.equal(early.status, 422)
  await widget.api('POST', `/chat/${chat.id}/end`)
  assert.equal((await widget.api('GET', `/chat/${chat.id}/messages`)).ended, true)
  for (const path of ['messages', 'message', 'typing', 'end']) {
    const late = await widget.refusal('POST', `/chat/${chat.id}/${path}`, { body: 'hello' })
    assert.equal(late.status, 422, path)
  }
  const bad = await widget.refusal('POST', `/chat/${chat.id}/rate`, { rating: 6, comment: 'x'.repeat(1001) })
  assert.deepEqual(Object.keys(bad.data.errors).sort(), ['comment', 'rating'])
  await widget.api('POST', `/chat/${chat.id}/rate`, { rating: 5, comment: 'Quick' })
  const [rated] = await desk.db.query<{ rating: { score: number } }>('select rating from conversations')
  assert.equal(rated!.rating.score, 5)
})

test('escalated: a chat begun without a word is greeted and waits; without an AI agent it waits for a person', async (t) => {
  const { desk, widget, site } = await startEscalatedDesk(t)
  const chat = await widget.api('POST', '/chat/start', { ...NORA, message: '' })
  assert.equal(chat.messages.length, 1)
  assert.match(chat.messages[0].body, /What would you like to know/)
  assert.ok(chat.messages[0].is_agent)
  await widget.api('POST', `/chat/${chat.id}/messages`, { body: 'Can I return parts?' })
  await poll(widget, chat.id, (state) => state.messages.length === 3)
  await desk.rooms.sites.update(site, { assistantEnabled: false })
  assert.equal((await widget.api('GET', '/chat/availability')).available, false)
  const waiting = await widget.api('POST', '/chat/start', { ...NORA, message: null })
  assert.deepEqual([waiting.messages, waiting.agent, waiting.status], [[], null, 'waiting'])
})

test('escalated: the chat’s id is a secret: only its digest is kept, and neither console nor log shows it', async (t) => {
  const { desk, widget } = await startEscalatedDesk(t)
  const mika = await desk.person('Mika')
  const { id } = await widget.api('POST', '/chat/start', { ...NORA, message: 'private words' })
  await desk.rooms.sites.create({
    workspaceId: desk.workspaceId,
    name: 'Other',
    key: 'other',
    allowedOrigins: ['https://other.example'],
  })
  const elsewhere = await fetch(`${desk.base}/support/widget/chat/${id}/messages`, {
    headers: { origin: 'https://other.example' },
  })
  assert.equal(elsewhere.status, 404)
  const [row] = await desk.db.query<{ id: string }>('select id from conversations')
  const guesses = [row!.id, 'x'.repeat(43), id.slice(0, -1)]
  for (const guess of guesses) {
    const { status, data } = await widget.refusal('GET', `/chat/${guess}/messages`)
    assert.ok(status === 404 || status === 401, guess)
    assert.doesNotMatch(JSON.stringify(data), /private words/)
  }
  const views = await Promise.all(
    ['?view=open', '?view=assistant', `/${row!.id}/events`].map((path) =>
      desk.call('GET', `/api/v1/conversations${path}`, { token: mika.token }),
    ),
  )
  // A fault of ours on the way is logged with the path it happened on.
  await desk.db.query('alter table conversation_grants rename to away')
  assert.equal((await widget.refusal('GET', `/chat/${id}/messages`)).status, 500)
  await desk.db.query('alter table away rename to conversation_grants')
  assert.match(desk.lines.join(''), /\/chat\/\[secret\]\/messages/)
  assert.ok(!(JSON.stringify(views) + desk.lines.join('')).includes(id))
  const tables = await desk.db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const [found] = await desk.db.query(
      `select 1 from "${name}" r where r::text like '%' || $1 || '%' limit 1`,
      [id],
    )
    assert.equal(found, undefined, name)
  }
  await desk.db.query('update conversation_grants set expires_at = now() returning id')
  assert.equal((await widget.refusal('GET', `/chat/${id}/messages`)).status, 404)
})

test('escalated: what the owner has switched off is refused with 403', async (t) => {
  const { desk, widget, site } = await startEscalatedDesk(t)
  await desk.rooms.sites.update(site, { settings: { home: { chat: false, ticket: false, search: false } } })
  assert.equal((await widget.refusal('POST', '/chat/start', { ...NORA, message: '' })).status, 403)
  const form = { ...NORA, subject: 'x', description: 'x' }
  assert.equal((await widget.refusal('POST', '/tickets', form)).status, 403)
  assert.equal((await widget.api('GET', '/chat/availability')).available, false)
  const config = await widget.api('GET', '/config')
  assert.deepEqual([config.kb_enabled, config.guest_tickets_enabled], [false, false])
  assert.equal((await widget.refusal('GET', '/articles?q=returns')).status, 404)
})

test('escalated: a page that is not on the site’s list gets no answer it could read', async (t) => {
  const { desk } = await startEscalatedDesk(t)
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await fetch(`${desk.base}/support/widget/config`, {
      headers: { origin, 'content-type': 'application/json' },
    })
    assert.equal(answer.status, 403)
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
    assert.ok((await answer.json()).message)
  }
})

test('escalated: a site that hands the paths on to us is known by its page, as GETs to one’s own origin name no other', async (t) => {
  const { desk } = await startEscalatedDesk(t)
  const answer = await fetch(`${desk.base}/support/widget/config`, {
    headers: { referer: 'https://shop.example/products/7', 'content-type': 'application/json' },
  })
  assert.deepEqual([answer.status, (await answer.json()).guest_tickets_enabled], [200, true])
})
