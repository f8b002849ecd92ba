// Search by meaning against a scripted embedding server over real HTTP: it finds what words do not, pays for no text
// twice, and whatever the server does, search goes on with words.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { scriptedEmbeddings } from '../../../test/helpers/scripted-embeddings.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import { createInProcessBus } from '../../platform/bus/in-process-bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { createLog } from '../../platform/log.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { createArticles } from '../article.service.ts'
import { createSearch } from '../search.service.ts'
import { createEmbeddings } from './embedding-client.ts'
import { createMeaning } from './meaning.service.ts'

const TOPICS = [
  ['parcel', 'tracking', 'courier', 'sendung'],
  ['refund', 'money', 'wimpel', 'grotz'],
  ['brake', 'pads', 'stopping'],
]
const ARTICLES = {
  parcels: ['Where is my parcel?', 'Use the tracking page of the courier.'],
  refunds: ['When the refund comes', 'The money is back in three days.'],
  brakes: ['Bedding in pads', 'Brake twenty times from walking speed.'],
} as const
/** Says "refund" in words that no article and no lexicon has. */
const OTHER_WORDS = 'wimpel already, grotz?'

async function setUp(
  t: TestContext,
  { db: given, deadlineMs = 5000 }: { db?: Database; deadlineMs?: number } = {},
) {
  const db = given ?? (await testDatabase(t)).db
  const server = await scriptedEmbeddings({ topics: TOPICS })
  t.after(() => server.close())
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  let now = Date.parse('2026-05-01T12:00:00Z')
  const clock = () => new Date(now)
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const jobs: unknown[] = []
  const counted: string[] = []
  const build = (model = 'scripted') => {
    const meaning = createMeaning({
      db,
      bus,
      log,
      clock,
      embeddings: createEmbeddings({ baseUrl: server.baseUrl, apiKey: '', model }),
      metrics: { embedding: (what, outcome) => counted.push(`${what} ${outcome}`) },
      jobs: { add: async (_name, payload) => void jobs.push(payload), handle: () => {} },
      deadlineMs,
    })
    const search = createSearch({ db, bus, meaning, now: () => now })
    t.after(() => {
      meaning.close()
      search.close()
    })
    return { meaning, search }
  }
  const articles = createArticles({ db, bus, clock })
  const workspace = async (texts: Record<string, readonly [string, string]> = ARTICLES): Promise<string> => {
    const id = uuidv7()
    await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [id])
    for (const [slug, [title, body]] of Object.entries(texts)) await write(id, slug, title, body)
    return id
  }
  const write = (workspaceId: string, slug: string, title: string, body: string) =>
    articles.upsert(workspaceId, {
      slug,
      title,
      body,
      category: null,
      summary: null,
      locale: 'en',
      updated: null,
      featured: false,
      questions: [],
      related: [],
    })
  const pass = (ms: number) => {
    now += ms
  }
  return { db, server, lines, jobs, counted, build, workspace, write, pass, ...build() }
}

type Party = Awaited<ReturnType<typeof setUp>>
const slugs = async ({ search }: Pick<Party, 'search'>, workspaceId: string, q: string) =>
  (await search.search(workspaceId, q, { locale: 'en' })).articles.map(({ slug }) => slug)
/** Texts the server was asked for, queries among them. */
const texts = ({ server }: Party): string[] => server.requests.flatMap(({ input }) => input)

test('meaning: a question without a word in common finds its article, and words still count', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  assert.deepEqual(await slugs(party, workspaceId, OTHER_WORDS), [])
  await party.meaning.embedAll(workspaceId)
  party.pass(1000)
  assert.equal((await slugs(party, workspaceId, OTHER_WORDS))[0], 'refunds')
  assert.equal((await slugs(party, workspaceId, 'bedding in'))[0], 'brakes')
  const { passages } = await party.search.passages(workspaceId, OTHER_WORDS)
  assert.equal(passages[0]?.slug, 'refunds')
  const status = await party.search.status(workspaceId)
  assert.deepEqual(status.meaning, {
    state: 'ready',
    model: 'scripted',
    store: 'process',
    dimensions: 32,
    texts: 6,
    embedded: 6,
    last_failure: null,
  })
})

test('meaning: an unchanged text is never paid for twice, a query of late neither; what is gone is dropped', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  assert.equal(await party.meaning.embedAll(workspaceId), 6)
  assert.equal(await party.meaning.embedAll(workspaceId), 0)
  await party.write(workspaceId, 'brakes', 'Bedding in pads', 'Stopping twenty times.')
  assert.equal(await party.meaning.embedAll(workspaceId), 1)
  for (let times = 0; times < 3; times++) await party.search.passages(workspaceId, OTHER_WORDS)
  const asked = texts(party)
  assert.equal(new Set(asked).size, asked.length, JSON.stringify(asked))
  const [{ count }] = (await party.db.query<{ count: number }>(
    'select count(*)::int as count from text_embeddings where workspace_id = $1',
    [workspaceId],
  )) as [{ count: number }]
  assert.equal(count, 6)
})

test('meaning: what fails half-way goes on where it was', async (t) => {
  const party = await setUp(t)
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, n) => [`a${n}`, [`Parcel ${n}`, `Text of parcel ${n}.`] as const]),
  )
  const workspaceId = await party.workspace(many)
  party.server.state.script = (_seen, count) =>
    count === 3 ? { do: 'status', status: 500 } : { do: 'answer' }
  await assert.rejects(party.meaning.embedAll(workspaceId), /answered 500/)
  const first = texts(party)
  assert.equal(await party.meaning.embedAll(workspaceId), 200 - 128)
  const again = texts(party).slice(first.length)
  assert.equal(again.filter((text) => first.slice(0, 128).includes(text)).length, 0)
  assert.match(party.lines.join(), /answered 500/)
})

test('meaning: another model embeds anew, and another length behind the same name does, too', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  await party.meaning.embedAll(workspaceId)
  const other = party.build('another')
  assert.equal(await other.meaning.embedAll(workspaceId), 6)
  party.pass(1000)
  assert.equal((await slugs(other, workspaceId, OTHER_WORDS))[0], 'refunds')

  party.server.state.dimensions = 48
  assert.deepEqual(await slugs(other, workspaceId, 'grotz by wimpel now'), [])
  assert.deepEqual(party.jobs.at(-1), { workspaceId, dimensions: 48 })
  assert.match((await other.search.status(workspaceId)).meaning.last_failure!.detail, /48 dimensions/)
  assert.equal(await other.meaning.embedAll(workspaceId, { dimensions: 48 }), 6)
  party.pass(1000)
  assert.equal((await slugs(other, workspaceId, 'grotz by wimpel now'))[0], 'refunds')
})

test('meaning: a length that changes while texts are embedded embeds all of them anew', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  await party.meaning.embedAll(workspaceId)
  party.server.state.dimensions = 48
  await party.write(workspaceId, 'more', 'More on parcels', 'The courier rings twice.')
  await party.meaning.embedAll(workspaceId)
  const rows = await party.db.query<{ bytes: number; count: number }>(
    `select octet_length(vector) as bytes, count(*)::int as count from text_embeddings
      where workspace_id = $1 group by 1`,
    [workspaceId],
  )
  assert.deepEqual(rows, [{ bytes: 48 * 4, count: 8 }])
})

test('meaning: a server that stalls or fails leaves words alone, and after some failures it is left alone itself', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  await party.meaning.embedAll(workspaceId)
  party.pass(1000)
  party.server.state.script = () => ({ do: 'status', status: 500 })
  for (let n = 0; n < 5; n++) {
    assert.equal((await slugs(party, workspaceId, `tracking page ${'abcde'[n]}`))[0], 'parcels')
  }
  const asked = party.server.requests.length
  assert.equal((await slugs(party, workspaceId, 'tracking page once more'))[0], 'parcels')
  assert.equal(party.server.requests.length, asked, 'a broken server is not asked again at once')
  assert.equal((await party.search.status(workspaceId)).meaning.state, 'failing')
  assert.equal(party.counted.at(-1), 'query skipped')
  assert.match(party.lines.join(), /a query’s vector failed/)
  party.server.state.script = () => ({ do: 'answer' })
  party.pass(31_000)
  assert.equal((await slugs(party, workspaceId, OTHER_WORDS))[0], 'refunds')
  assert.equal((await party.search.status(workspaceId)).meaning.state, 'ready')
})

test('meaning: a query whose vector is late is answered by words, and its vector is there for the next', async (t) => {
  const party = await setUp(t, { deadlineMs: 30 })
  const workspaceId = await party.workspace()
  await party.meaning.embedAll(workspaceId)
  party.pass(1000)
  const { promise: until, resolve: release } = Promise.withResolvers<void>()
  party.server.state.script = () => ({ do: 'stall', until })
  assert.deepEqual(await slugs(party, workspaceId, OTHER_WORDS), [])
  release()
  party.server.state.script = () => ({ do: 'status', status: 500 })
  await eventually(async () => (await slugs(party, workspaceId, OTHER_WORDS))[0] === 'refunds')
})

test('meaning: another workspace’s texts are never near', async (t) => {
  const party = await setUp(t)
  const mine = await party.workspace()
  const theirs = await party.workspace({ canary: ['Grotz canary', 'Wimpel grotz.'] })
  await party.meaning.embedAll(mine)
  await party.meaning.embedAll(theirs)
  party.pass(1000)
  assert.equal((await slugs(party, mine, OTHER_WORDS))[0], 'refunds')
  assert.ok(!(await slugs(party, mine, OTHER_WORDS)).includes('canary'))
  assert.deepEqual(await slugs(party, theirs, OTHER_WORDS), ['canary'])
})

test('meaning: nonsense is near nothing', async (t) => {
  const party = await setUp(t)
  const workspaceId = await party.workspace()
  await party.meaning.embedAll(workspaceId)
  party.pass(1000)
  assert.deepEqual(await slugs(party, workspaceId, 'xyzzy plugh frobnicate'), [])
})

test('pgvector: where the type is there the database compares, with the same outcome', async (t) => {
  const { db } = await testDatabase(t)
  // What pgvector brings, as far as it is used: a type that is written as text, and the cosine distance.
  await db.query('create domain vector as text')
  await db.query(`create function cosine_distance(a text, b text) returns float8 language sql immutable as '
    select 1 - sum(x * y) / (sqrt(sum(x * x)) * sqrt(sum(y * y)))
      from unnest(string_to_array(trim(a, ''[]''), '','')::float8[], string_to_array(trim(b, ''[]''), '','')::float8[])
        as p (x, y)'`)
  await db.query('create operator <=> (leftarg = text, rightarg = text, function = cosine_distance)')
  const party = await setUp(t, { db })
  const mine = await party.workspace()
  const theirs = await party.workspace({ canary: ['Grotz canary', 'Wimpel grotz.'] })
  await party.meaning.embedAll(mine)
  await party.meaning.embedAll(theirs)
  party.pass(1000)
  assert.equal((await slugs(party, mine, OTHER_WORDS))[0], 'refunds')
  assert.ok(!(await slugs(party, mine, OTHER_WORDS)).includes('canary'))
  const { meaning } = await party.search.status(mine)
  assert.deepEqual([meaning.store, meaning.state, meaning.embedded], ['pgvector', 'ready', 6])
})
