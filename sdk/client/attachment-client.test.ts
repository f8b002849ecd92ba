// Files on their way to the server, and the addresses they are fetched by: what fails, waits, and is asked for once.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment, settle } from '../../test/helpers/manual-environment.ts'
import type { Attachment } from '../protocol/attachment.ts'
import { ApiError } from './api-error.ts'
import { createAttachmentClient } from './attachment-client.ts'
import type { FileTransfer } from './send-file.ts'

const FILE: Attachment = { id: 'a', name: 'a.txt', type: 'text/plain', size: 5, kind: 'file' }
const file = () => new File(['Hello'], 'a.txt')
const here = { conversationId: 'one' }

type Answer = { status: number; body: unknown } | Error

function desk(...answers: Answer[]) {
  const machine = manualEnvironment()
  const transfers: FileTransfer[] = []
  const asked: string[][] = []
  let tickets = 0
  machine.env.sendFile = async (transfer) => {
    transfers.push(transfer)
    transfer.onProgress(0.5)
    const answer = answers.shift()
    if (!answer)
      return new Promise((_, reject) =>
        transfer.signal?.addEventListener('abort', () => reject(transfer.signal!.reason)),
      )
    if (answer instanceof Error) throw answer
    return answer
  }
  const client = createAttachmentClient({
    env: machine.env,
    server: 'https://desk.example',
    site: 'key',
    ask: async () => ({ id: 'a', url: '/put/a', ticket: `ticket ${++tickets}`, expires_at: '' }),
    async askLinks(conversationId, ids) {
      asked.push([conversationId, ...ids])
      const links = ids
        .filter((id) => id !== 'gone')
        .map((id) => ({ id, url: `/${id}`, thumb_url: null, expires_at: '' }))
      return { links }
    },
  })
  return { ...machine, client, transfers, asked }
}

const taken: Answer = { status: 201, body: { attachment: FILE } }
const problem = (status: number, code: string, more = {}): Answer => ({
  status,
  body: { code, title: code, status, ...more },
})

test('attachment client: a file goes with its ticket, and tells how far it is', async () => {
  const { client, transfers } = desk(taken)
  const parts: (number | null)[] = []
  assert.deepEqual(await client.upload(file(), here, { onProgress: (part) => parts.push(part) }), FILE)
  assert.deepEqual(
    [transfers[0]!.url, transfers[0]!.ticket],
    ['https://desk.example/put/a?site=key', 'ticket 1'],
  )
  assert.deepEqual(parts, [0, 0.5])
})

test('attachment client: what breaks off is sent again with a new ticket', async () => {
  const { client, transfers, advance } = desk(
    new ApiError('network'),
    problem(503, 'busy', { retry_after: 1 }),
    taken,
  )
  const parts: (number | null)[] = []
  const uploading = client.upload(file(), here, { onProgress: (part) => parts.push(part) })
  await advance(60_000)
  assert.deepEqual(await uploading, FILE)
  assert.deepEqual(
    transfers.map(({ ticket }) => ticket),
    ['ticket 1', 'ticket 2', 'ticket 3'],
  )
  assert.deepEqual(parts, [0, 0.5, null, 0, 0.5, null, 0, 0.5])
})

test('attachment client: after four tries it says so', async () => {
  const { client, transfers, advance } = desk(...Array.from({ length: 4 }, () => new ApiError('network')))
  const uploading = assert.rejects(client.upload(file(), here), { code: 'network' })
  await advance(300_000)
  await uploading
  assert.equal(transfers.length, 4)
})

test('attachment client: what the server will never take, or not for long, is not tried again', async () => {
  for (const answer of [
    problem(415, 'attachment-refused'),
    problem(429, 'quota-exceeded', { retry_after: 900 }),
  ]) {
    const { client, transfers } = desk(answer)
    await assert.rejects(client.upload(file(), here), {
      code: (answer as { body: { code: string } }).body.code,
    })
    assert.equal(transfers.length, 1)
  }
})

test('attachment client: off line a file waits for the network, however long that takes', async () => {
  const { client, flags, transfers, advance, wake } = desk(taken)
  flags.offline = true
  const parts: (number | null)[] = []
  const uploading = client.upload(file(), here, { onProgress: (part) => parts.push(part) })
  await advance(3_600_000)
  assert.deepEqual([transfers.length, parts], [0, [null]])
  flags.offline = false
  wake()
  assert.deepEqual(await uploading, FILE)
})

test('attachment client: a file taken away breaks off at once, on its way or waiting', async () => {
  for (const offline of [false, true]) {
    const { client, flags } = desk()
    flags.offline = offline
    const life = new AbortController()
    const uploading = assert.rejects(client.upload(file(), here, { signal: life.signal }), {
      name: 'AbortError',
    })
    await settle()
    life.abort()
    await uploading
  }
})

test('attachment client: addresses asked for together are one request, and are kept while they are good', async () => {
  const { client, asked, advance } = desk()
  const first = [
    client.link('one', 'a'),
    client.link('one', 'b'),
    client.link('one', 'a'),
    client.link('two', 'c'),
  ]
  await advance(100)
  assert.deepEqual(
    (await Promise.all(first)).map(({ id }) => id),
    ['a', 'b', 'a', 'c'],
  )
  assert.deepEqual(asked, [
    ['one', 'a', 'b'],
    ['two', 'c'],
  ])
  await advance(8 * 60_000)
  await client.link('one', 'a')
  assert.equal(asked.length, 2)
  await advance(60_000)
  const again = client.link('one', 'a')
  await advance(100)
  await again
  assert.deepEqual(asked[2], ['one', 'a'])
})

test('attachment client: what is not there is said to be missing, and asked for anew the next time', async () => {
  const { client, asked, advance } = desk()
  for (const times of [1, 2]) {
    const link = assert.rejects(client.link('one', 'gone'), { code: 'attachment-not-found' })
    await advance(100)
    await link
    assert.equal(asked.length, times)
  }
})
