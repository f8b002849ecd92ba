// Sites over REST: what an administrator reads and changes, what everybody else is refused, and what a page gets.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { AdminSite, SitePreview, WidgetText } from '../../sdk/protocol/site-admin.ts'
import { startDesk } from '../helpers/desk.ts'

async function deskWithAdmin(t: TestContext) {
  const desk = await startDesk(t)
  const agent = async (name: string, role: 'owner' | 'admin' | 'agent') => {
    const { workspaceId } = desk
    const { id } = await desk.rooms.agents.create({ workspaceId, kind: 'human', name, role })
    return (await desk.rooms.sessions.create({ workspaceId, agentId: id })).token
  }
  const admin = await agent('Ada', 'admin')
  const path = `/api/v1/sites/${desk.site.id}`
  return {
    ...desk,
    admin,
    agent,
    path,
    patch: (body: unknown, headers = {}) => desk.call('PATCH', path, { body, token: admin, headers }),
    config: async (locale = 'en') =>
      (await desk.call('GET', `/support/widget/config?site=${desk.site.key}&locale=${locale}`)).body,
  }
}

test('sites: an administrator reads, changes and reads again; the widget follows at once', async (t) => {
  const { call, admin, path, patch, config, site, db, workspaceId } = await deskWithAdmin(t)
  const { body: list } = await call('GET', '/api/v1/sites', { token: admin })
  assert.deepEqual(
    list.sites.map(({ id }: AdminSite) => id),
    [site.id],
  )
  const { body: first, headers } = await call('GET', path, { token: admin })
  assert.deepEqual(AdminSite.parse(first.site), list.sites[0])
  assert.equal(headers.get('etag'), '"1"')
  const before = await config()
  assert.deepEqual([before.settings, before.style], [undefined, undefined])

  const hours = { time_zone: 'Europe/Oslo', days: { mon: [['08:00', '18:00']] } }
  const changed = await patch({
    name: 'Fjordline',
    greeting: 'Hello there',
    locale: 'nb',
    origins: ['HTTPS://Shop.Example/'],
    colour: '#FFE600',
    position: 'bottom-left',
    label: 'Help',
    logo_path: 'M0 0h24',
    hours,
    assistant_enabled: false,
    settings: {
      look: { radius: 4, icon: 'chat', font: 'inherit', theme: 'dark', offset_x: 40 },
      home: { status: false },
      texts: { de: { 'home.chat': 'Schreib uns', 'home.greeting': 'Moin' } },
    },
  })
  assert.equal(changed.status, 200)
  assert.equal(changed.headers.get('etag'), '"2"')
  const after = AdminSite.parse(changed.body.site)
  assert.deepEqual((await call('GET', path, { token: admin })).body.site, after)
  assert.deepEqual(
    [after.name, after.origins, after.colour, after.hours, after.version, after.settings.look.radius],
    ['Fjordline', ['https://shop.example'], '#ffe600', hours, 2, 4],
  )

  const now = await config('de-AT')
  assert.deepEqual(now.settings, {
    look: { theme: 'dark', radius: 4, offset_x: 40, font: 'inherit', icon: 'chat' },
    home: { status: false },
    texts: { 'home.chat': 'Schreib uns', 'home.greeting': 'Moin' },
  })
  assert.equal(now.greeting, 'Moin')
  assert.equal((await config()).greeting, 'Hello there')
  assert.match(now.style, /--site-solid:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)/)
  for (const part of [
    '--deskbell-theme:dark',
    '--deskbell-radius:4px',
    '--deskbell-x:40px',
    '--deskbell-font:inherit',
    '--deskbell-icon:path(evenodd,"M5 3',
    '--site-accent:',
    '--site-soft:',
  ])
    assert.ok(now.style.includes(part), part)

  const [entry] = await db.query<{ data: { site_id: string; changed: string[] } }>(
    "select data from audit_entries where workspace_id = $1 and action = 'site.changed'",
    [workspaceId],
  )
  assert.equal(entry!.data.site_id, site.id)
  for (const name of ['colour', 'settings.look.radius', 'settings.texts.de.home.chat', 'hours.days.mon'])
    assert.ok(entry!.data.changed.includes(name), name)
  assert.doesNotMatch(JSON.stringify(entry), /Schreib/)
})

test('sites: null in settings brings a default back, an untouched part stays', async (t) => {
  const { patch, config } = await deskWithAdmin(t)
  await patch({ settings: { look: { radius: 4 }, texts: { de: { 'home.chat': 'A', 'home.ticket': 'B' } } } })
  await patch({ settings: { look: null, texts: { de: { 'home.chat': null } } } })
  assert.deepEqual((await config('de')).settings, { texts: { 'home.ticket': 'B' } })
})

test('sites: who has not seen the last change is refused, and nothing of theirs is written', async (t) => {
  const { patch, call, path, admin } = await deskWithAdmin(t)
  assert.equal((await patch({ label: 'One' }, { 'if-match': '"1"' })).status, 200)
  for (const [body, headers] of [
    [{ label: 'Two' }, { 'if-match': '"1"' }],
    [{ label: 'Two', version: 1 }, {}],
    [{ label: 'Two' }, { 'if-match': 'W/"x"' }],
  ] as const) {
    const { status, body: problem } = await patch(body, headers)
    assert.deepEqual([status, problem.code], [412, 'site-changed'])
  }
  assert.equal((await call('GET', path, { token: admin })).body.site.label, 'One')
  assert.equal((await patch({ label: 'Three' }, { 'if-match': '*' })).status, 200)
})

test('sites: two who change different things at the same time both have their way', async (t) => {
  const { patch, config } = await deskWithAdmin(t)
  const parts = [
    { look: { radius: 4 } },
    { home: { chat: false } },
    { chat: { emoji: false } },
    { consent: 'ask' },
  ]
  const answers = await Promise.all(parts.map((settings) => patch({ settings })))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.deepEqual((await config()).settings, Object.assign({}, ...parts))
})

test('sites: what makes no sense is refused by name, and nothing changes', async (t) => {
  const { patch, call, path, admin } = await deskWithAdmin(t)
  for (const [body, pointer, words] of [
    [{ colour: 'green' }, '/colour', /./],
    [{ origins: ['https://*.shop.example'] }, '/origins', /wildcards/],
    [{ hours: { time_zone: 'Mars/Olympus', days: {} } }, '/hours/time_zone', /time zone/],
    [{ hours: { time_zone: 'UTC', days: { mon: [['18:00', '08:00']] } } }, '/hours/days/mon/0', /later/],
    [{ logo_path: 'url(evil)' }, '/logo_path', /./],
    [{ label: 'x'.repeat(41) }, '/label', /./],
    [{ colours: '#fff' }, '', /./],
    [{ settings: { look: { radius: 29 } } }, '/settings/look/radius', /28/],
    [{ settings: { look: { font: 'x}body{display:none' } } }, '/settings/look/font', /./],
    [{ settings: { hologram: 1 } }, '/settings', /hologram/],
    [
      { settings: { texts: { de: { 'home.chatt': 'x' } } } },
      '/settings/texts/de/home.chatt',
      /Near it: home\.chat,/,
    ],
    [
      { settings: { texts: { de: { 'home.wait': '{minutes} min' } } } },
      '/settings/texts/de/home.wait',
      /\{n\}/,
    ],
    [
      { settings: { texts: { de: { 'home.chat': 'Hi {name}' } } } },
      '/settings/texts/de/home.chat',
      /no blanks/,
    ],
  ] as const) {
    const { status, body: problem } = await patch(body)
    assert.deepEqual([status, problem.code], [422, 'invalid-request'], JSON.stringify(body))
    assert.equal(problem.errors[0].pointer, pointer)
    assert.match(problem.errors[0].detail, words, pointer)
  }
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`home.chat${n}`, 'x']))
  const { body: problem } = await patch({ settings: { texts: { en: many } } })
  const hints = problem.errors.filter(({ detail }: { detail: string }) => detail.includes('Near it'))
  assert.deepEqual([problem.errors.length, hints.length], [2000, 20])
  assert.equal((await call('GET', path, { token: admin })).body.site.version, 1)
})

test('sites: a preview answers as a change would, and changes nothing', async (t) => {
  const { call, path, admin } = await deskWithAdmin(t)
  const preview = (body: unknown) => call('POST', `${path}/preview`, { body, token: admin })
  const { status, body } = await preview({ colour: '#ffe600', settings: { look: { radius: 4 } } })
  assert.equal(status, 200)
  const { site, contrast, style } = SitePreview.parse(body)
  assert.deepEqual([site.colour, site.settings.look.radius, site.version], ['#ffe600', 4, 1])
  assert.match(style, /--deskbell-radius:4px/)
  for (const theme of ['light', 'dark'] as const)
    for (const value of Object.values(contrast[theme])) assert.ok(value >= 4.5)
  assert.equal((await preview({ colour: '#12' })).body.errors[0].pointer, '/colour')
  const { body: now } = await call('GET', path, { token: admin })
  assert.deepEqual([now.site.colour, now.site.version], ['#2b50c7', 1])
})

test('sites: every text is listed with ours, the owner’s and its blanks', async (t) => {
  const { call, admin, patch } = await deskWithAdmin(t)
  await patch({ settings: { texts: { de: { 'home.wait': 'Etwa {n} Minuten' } } } })
  const { body } = await call('GET', '/api/v1/texts?locale=de-CH', { token: admin })
  assert.equal(body.locale, 'de-CH')
  const texts = new Map(
    (body.texts as unknown[]).map((text) => [WidgetText.parse(text).key, WidgetText.parse(text)]),
  )
  assert.ok(texts.size > 150)
  const wait = texts.get('home.wait')!
  assert.deepEqual([wait.own, wait.placeholders], ['Etwa {n} Minuten', ['n']])
  assert.match(wait.ours.other!, /\{n\}/)
  assert.notEqual(wait.ours.other, 'Etwa {n} Minuten')
  assert.equal(texts.get('home.chat')!.own, null)
})

test('sites: agents, strangers and other workspaces are refused every route', async (t) => {
  const { call, path, agent, admin, rooms, visitor, site } = await deskWithAdmin(t)
  const ana = await agent('Ana', 'agent')
  const { id: workspaceId } = await rooms.workspaces.create({ name: 'Elsewhere' })
  const eve = await rooms.agents.create({ workspaceId, kind: 'human', name: 'Eve', role: 'owner' })
  const { token: foreign } = await rooms.sessions.create({ workspaceId, agentId: eve.id })
  const { token: customer } = await visitor()
  for (const [method, route] of [
    ['GET', '/api/v1/sites'],
    ['GET', path],
    ['PATCH', path],
    ['POST', `${path}/preview`],
    ['GET', `${path}/tags`],
    ['GET', '/api/v1/texts'],
    ['GET', `/api/v1/texts?site=${site.id}`],
  ] as const) {
    const body = method === 'GET' ? {} : { body: { name: 'Stolen' } }
    const status = async (token?: string) =>
      (await call(method, route, { ...body, ...(token && { token }) })).status
    assert.deepEqual([await status(), await status(customer), await status(ana)], [401, 401, 403], route)
    if (route !== '/api/v1/sites') assert.equal(await status(foreign), 404, route)
  }
  assert.deepEqual((await call('GET', '/api/v1/sites', { token: foreign })).body.sites, [])
  for (const id of ['nobody', '00000000-0000-4000-8000-000000000000'])
    assert.equal((await call('GET', `/api/v1/sites/${id}`, { token: admin })).status, 404)
  assert.equal((await call('PUT', path, { token: admin, body: {} })).status, 405)
  assert.notEqual((await rooms.sites.read(site.workspaceId, site.id))!.name, 'Stolen')
})

test('sites: another node forgets what it remembered of a site when one changes it', async (t) => {
  const desk = await deskWithAdmin(t)
  const other = await startDesk(t, { beside: desk })
  const one = await startDesk(t, { beside: desk })
  const seen = async () =>
    (await other.call('GET', `/support/widget/config?site=${desk.site.key}`)).body.settings
  assert.equal(await seen(), undefined)
  const heard = new Promise<void>((resolve) => {
    other.rooms.bus.on('site.changed', () => resolve())
  })
  await one.call('PATCH', desk.path, { body: { settings: { consent: 'ask' } }, token: desk.admin })
  await heard
  assert.deepEqual(await seen(), { consent: 'ask' })
})

test('sites: a setting that is not understood breaks nothing and is one line in the log', async (t) => {
  const { db, rooms, config, lines, site, workspaceId } = await deskWithAdmin(t)
  const stored = { look: { radius: 4, shimmer: 1 }, hologram: true }
  await db.query('update sites set settings = $2::jsonb where id = $1 returning id', [
    site.id,
    JSON.stringify(stored),
  ])
  for (let n = 0; n < 3; n += 1) {
    rooms.bus.emitHere('site.changed', { workspaceId, siteId: site.id })
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual((await config()).settings, { look: { radius: 4 } })
  }
  const told = lines.filter((line) => line.includes('a stored setting is not understood'))
  assert.deepEqual(told.map((line) => JSON.parse(line).path).sort(), ['hologram', 'look.shimmer'])
})
