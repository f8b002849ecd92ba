// Starting and stopping, with real processes: what each says, how it ends, and that no PostgreSQL outlives it.

import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { eventually } from '../test/helpers/bounded-wait.ts'
import { freePort } from './platform/database/postgres-cluster.ts'

const FIXTURE = path.resolve(import.meta.dirname, '../test/helpers/process-fixture.ts')

interface Place {
  data: string
  dist: string
  env: Record<string, string>
}

async function makePlace(t: TestContext): Promise<Place> {
  const root = await mkdtemp(path.join(tmpdir(), 'deskbell-process-'))
  // Releases run first-in-first-out: asked again from inside, this one comes after the processes'.
  t.after(() => t.after(() => rm(root, { recursive: true, force: true })))
  // PostgreSQL's own account must get in where the tests run as root.
  await chmod(root, 0o755)
  const dist = path.join(root, 'dist')
  const pages = {
    'widget/embed.js': '',
    'console/console.html': '',
    'demo-site/index.html': 'http://localhost:4600/embed.js',
  }
  for (const [file, text] of Object.entries(pages)) {
    await mkdir(path.dirname(path.join(dist, file)), { recursive: true })
    await writeFile(path.join(dist, file), text)
  }
  const [port, demoPort] = [await freePort(), await freePort()]
  const data = path.join(root, 'data')
  return { data, dist, env: { PORT: String(port), DEMO_PORT: String(demoPort), DATA_DIR: data } }
}

function launch(t: TestContext, { dist, env }: Place, behaviour = 'run') {
  const { PATH } = process.env
  const child = spawn(process.execPath, [FIXTURE, dist, behaviour], { env: { PATH, ...env } })
  t.after(() => child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  const says = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => said.out.includes(words) && resolve(said.out)
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`It ended before it said "${words}": ${said.err}`)))
      look()
    })
  return { child, ended, says }
}

const postgresPid = async ({ data }: Place): Promise<number | undefined> => {
  const file = await readFile(path.join(data, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '')
  return Number(file.split('\n')[0]) || undefined
}

/** Ends whatever PostgreSQL a test that kills its server leaves behind. */
const sweep = (t: TestContext, place: Place) =>
  t.after(async () => {
    const pid = await postgresPid(place)
    if (pid) process.kill(pid, 'SIGQUIT')
  })

const stop = (child: ChildProcess, ended: Promise<unknown>) => {
  child.kill('SIGINT')
  return ended
}

test('a node: it says where to go, serves both sites, stops on Ctrl-C and keeps the data', async (t) => {
  const place = await makePlace(t)
  const first = launch(t, place)
  const welcome = await first.says('Ctrl-C stops it')
  assert.match(welcome, /First login +http:\/\/localhost\/start-1 \(works once\)/)
  assert.ok(welcome.includes(`http://localhost:${place.env.DEMO_PORT}`) && welcome.includes(place.data))
  assert.equal(await (await fetch(`http://127.0.0.1:${place.env.PORT}`)).text(), 'the server')
  const shop = await (await fetch(`http://127.0.0.1:${place.env.DEMO_PORT}`)).text()
  assert.equal(shop, `http://localhost:${place.env.PORT}/embed.js`)

  const { code, err } = (await stop(first.child, first.ended)) as Awaited<typeof first.ended>
  assert.deepEqual({ code, err, pid: await postgresPid(place) }, { code: 0, err: '', pid: undefined })

  const second = launch(t, place)
  assert.match(await second.says('Ctrl-C stops it'), /start-2/)
  second.child.kill('SIGTERM')
  assert.equal((await second.ended).code, 0)
})

test('a node: after kill -9 the next start adopts the PostgreSQL left behind, with all its data', async (t) => {
  const place = await makePlace(t)
  sweep(t, place)
  const first = launch(t, place)
  await first.says('Ctrl-C stops it')
  first.child.kill('SIGKILL')
  await first.ended
  const orphan = await postgresPid(place)

  const second = launch(t, place)
  assert.match(await second.says('Ctrl-C stops it'), /start-2/)
  assert.equal(await postgresPid(place), orphan)
  await stop(second.child, second.ended)
  assert.equal(await postgresPid(place), undefined)
})

test('a node: when both it and PostgreSQL were killed, the stale pid file stops nobody', async (t) => {
  const place = await makePlace(t)
  sweep(t, place)
  const first = launch(t, place)
  await first.says('Ctrl-C stops it')
  const pid = await postgresPid(place)
  first.child.kill('SIGKILL')
  process.kill(pid!, 'SIGKILL')
  await first.ended

  const second = launch(t, place)
  assert.match(await second.says('Ctrl-C stops it'), /start-2/)
  await stop(second.child, second.ended)
})

test('a node: a second one on the same data folder is refused, and the first goes on', async (t) => {
  const place = await makePlace(t)
  const first = launch(t, place)
  await first.says('Ctrl-C stops it')
  const ports = { PORT: String(await freePort()), DEMO_PORT: String(await freePort()) }
  const { code, err } = await launch(t, { ...place, env: { ...place.env, ...ports } }).ended
  assert.equal(code, 1)
  assert.match(err, /^Another Deskbell is running on the data folder [^\n]+\n$/)
  assert.equal((await fetch(`http://127.0.0.1:${place.env.PORT}`)).status, 200)
  await stop(first.child, first.ended)
})

test('a node: an app that fails ends it with exit code 1 and leaves no PostgreSQL', async (t) => {
  const place = await makePlace(t)
  const { code, err } = await launch(t, place, 'fail').ended
  assert.equal(code, 1)
  assert.match(err, /the app is broken/)
  assert.equal(await postgresPid(place), undefined)
})

test('a node: Ctrl-C again and again forces an end where closing is stuck, and PostgreSQL ends too', async (t) => {
  for (const [behaviour, ready] of [
    ['stuck', 'Ctrl-C stops it'],
    ['hang', 'creating the app'],
  ] as const) {
    const place = await makePlace(t)
    sweep(t, place)
    const { child, ended, says } = launch(t, place, behaviour)
    await says(ready)
    const again = setInterval(() => child.kill('SIGINT'), 50)
    const { code } = await ended
    clearInterval(again)
    assert.equal(code, 1)
    await eventually(async () => (await postgresPid(place)) === undefined)
  }
})

const refusals: [
  name: string,
  change: (place: Place, t: TestContext) => Promise<void> | void,
  said: RegExp,
][] = [
  [
    'a busy port',
    (place, t) => occupy(t, Number(place.env.PORT)),
    /^PORT: cannot listen on 127\.0\.0\.1:\d+ /,
  ],
  [
    'a busy port of the shop',
    (place, t) => occupy(t, Number(place.env.DEMO_PORT)),
    /^DEMO_PORT: cannot listen /,
  ],
  ['a data folder that cannot be', (place) => writeFile(place.data, ''), /^DATA_DIR: cannot write to /],
  [
    'a bad variable',
    ({ env }) => {
      env.PORT = 'abc'
    },
    /^PORT must be a number from 1 to 65535, not "abc"\./,
  ],
  [
    'a database that is not there',
    async ({ env }) => {
      env.DATABASE_URL = `postgres://me:hush@127.0.0.1:${await freePort()}/desk`
    },
    /^DATABASE_URL: cannot open database "desk" at 127\.0\.0\.1:\d+ \(connection refused\)\./,
  ],
  [
    'no bundles',
    ({ dist }) => rm(dist, { recursive: true }),
    /^There are no browser bundles in .*: run `npm run build` first\./,
  ],
]

for (const [name, change, said] of refusals)
  test(`a node: ${name} is one sentence and exit code 1`, async (t) => {
    const place = await makePlace(t)
    await change(place, t)
    const { code, err, out } = await launch(t, place).ended
    assert.equal(code, 1)
    assert.match(err, said)
    assert.equal(err.trimEnd().split('\n').length, 1)
    assert.ok(!(err + out).includes('hush'))
    assert.equal(await postgresPid(place), undefined)
  })

async function occupy(t: TestContext, port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
}
