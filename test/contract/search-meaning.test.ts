// A whole server with an embedding model: articles get their vectors by a durable job, search finds what words do not,
// owners see how it is doing, and without the model all goes on.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { SearchStatus } from '../../sdk/protocol/knowledge-memory.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { startDesk } from '../helpers/desk.ts'
import { scriptedEmbeddings } from '../helpers/scripted-embeddings.ts'

const QUESTION = 'wimpel already, grotz?'

async function setUp(t: TestContext) {
  const server = await scriptedEmbeddings({
    topics: [
      ['parcel', 'tracking'],
      ['refund', 'wimpel', 'grotz'],
    ],
  })
  t.after(() => server.close())
  const desk = await startDesk(t, {
    env: {
      OPENAI_EMBEDDING_MODEL: 'scripted',
      OPENAI_EMBEDDING_BASE_URL: server.baseUrl,
      OPENAI_EMBEDDING_API_KEY: 'sk-embed',
    },
  })
  const owner = await desk.person('Mika')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [owner.id])
  const status = async (): Promise<SearchStatus> =>
    SearchStatus.parse(
      (await desk.call('GET', '/api/v1/knowledge/search-status', { token: owner.token })).body,
    )
  const slugs = async (q: string): Promise<string[]> => {
    const path = `/support/widget/articles/search?site=${desk.site.key}&q=${encodeURIComponent(q)}`
    return (await desk.call('GET', path)).body.articles.map(({ slug }: { slug: string }) => slug)
  }
  const write = (slug: string, title: string, body: string) =>
    desk.rooms.articles.upsert(desk.workspaceId, {
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
  return { desk, server, status, slugs, write }
}

test('search by meaning: vectors come by a job, a question in other words finds its article, and the status says so', async (t) => {
  const { desk, server, status, slugs, write } = await setUp(t)
  await write('parcels', 'Where is my parcel?', 'Use the tracking page.')
  await write('refunds', 'When the refund comes', 'In three days.')
  // What waits to settle is due at once: nobody waits for the clock.
  const due = () =>
    desk.db.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now() returning id`)
  await eventually(async () => {
    await due()
    return (await status()).meaning.state === 'ready'
  })
  assert.equal((await slugs(QUESTION))[0], 'refunds')
  const { meaning, articles, passages } = await status()
  assert.deepEqual(
    [meaning.model, meaning.store, meaning.texts, meaning.embedded],
    ['scripted', 'process', 4, 4],
  )
  assert.deepEqual([articles, passages], [2, 2])
  assert.ok(server.requests.every(({ authorization }) => authorization === 'Bearer sk-embed'))

  await server.close()
  assert.equal((await slugs('tracking page, please'))[0], 'parcels')
  assert.match((await status()).meaning.last_failure!.detail, /could not be asked/)
  assert.ok(!desk.lines.join('\n').includes('sk-embed'))
})
