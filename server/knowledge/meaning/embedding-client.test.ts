// What an embedding server answers is checked before anything is compared with it.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type EmbeddingTurn, scriptedEmbeddings } from '../../../test/helpers/scripted-embeddings.ts'
import { createEmbeddings, EmbeddingFailure } from './embedding-client.ts'

const TOPICS = [['parcel'], ['refund']]

async function setUp(t: TestContext, turn: EmbeddingTurn = { do: 'answer' }) {
  const server = await scriptedEmbeddings({ topics: TOPICS, script: () => turn })
  t.after(() => server.close())
  const client = createEmbeddings({ baseUrl: `${server.baseUrl}/`, apiKey: 'sk-test', model: 'scripted' })
  return { server, client }
}

test('embed: vectors come in the order of the texts and have length 1', async (t) => {
  const { server, client } = await setUp(t)
  const [parcel, refund] = await client.embed(['parcel', 'refund'], { timeoutMs: 5000 })
  assert.ok(parcel![0]! > 0.9 && refund![1]! > 0.9)
  for (const vector of [parcel!, refund!]) assert.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-6)
  assert.deepEqual(server.requests[0], {
    input: ['parcel', 'refund'],
    model: 'scripted',
    authorization: 'Bearer sk-test',
  })
})

const BAD: [what: string, turn: EmbeddingTurn][] = [
  ['500', { do: 'status', status: 500 }],
  ['401', { do: 'status', status: 401 }],
  ['nothing', { do: 'body', body: {} }],
  ['null', { do: 'body', body: null }],
  ['too few', { do: 'body', body: { data: [{ index: 0, embedding: [1, 0] }] } }],
  ['zeros', { do: 'body', body: { data: [0, 1].map((index) => ({ index, embedding: [0, 0] })) } }],
  ['text', { do: 'body', body: { data: [0, 1].map((index) => ({ index, embedding: 'AAAA' })) } }],
  ['no numbers', { do: 'body', body: { data: [0, 1].map((index) => ({ index, embedding: ['x', 1] })) } }],
  [
    'two lengths',
    {
      do: 'body',
      body: {
        data: [
          { index: 0, embedding: [1, 0] },
          { index: 1, embedding: [1, 0, 0] },
        ],
      },
    },
  ],
  ['one place twice', { do: 'body', body: { data: [0, 0].map((index) => ({ index, embedding: [1, 0] })) } }],
]
for (const [what, turn] of BAD)
  test(`embed: an answer of ${what} is refused, and the texts are not in the reason`, async (t) => {
    const { client } = await setUp(t, turn)
    await assert.rejects(
      client.embed(['my secret parcel', 'refund'], { timeoutMs: 5000 }),
      (error) => error instanceof EmbeddingFailure && !error.message.includes('secret'),
    )
  })

test('embed: a refusal whose words never end fails in time', async (t) => {
  const { client } = await setUp(t, { do: 'refuse without end' })
  await assert.rejects(client.embed(['parcel'], { timeoutMs: 50 }), /did not answer in time/)
})

test('embed: JSON that is called plain text is JSON', async (t) => {
  const body = { data: [{ index: 0, embedding: [0, 2] }] }
  const { client } = await setUp(t, { do: 'body', body, contentType: 'text/plain' })
  const [vector] = await client.embed(['parcel'], { timeoutMs: 5000 })
  assert.deepEqual([...vector!], [0, 1])
})

test('embed: a redirect is not followed', async (t) => {
  const elsewhere = await setUp(t)
  const { client } = await setUp(t, { do: 'redirect', to: `${elsewhere.server.baseUrl}/embeddings` })
  await assert.rejects(client.embed(['parcel'], { timeoutMs: 5000 }), EmbeddingFailure)
  assert.equal(elsewhere.server.requests.length, 0)
})

test('embed: a server that says nothing, or is none, fails in time', async (t) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { client, server } = await setUp(t, { do: 'stall', until: promise })
  await assert.rejects(client.embed(['parcel'], { timeoutMs: 20 }), /did not answer in time/)
  resolve()
  await server.close()
  await assert.rejects(client.embed(['parcel'], { timeoutMs: 1000 }), /could not be asked/)
})
