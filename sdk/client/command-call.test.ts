// Which way a command takes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { ApiError } from './api-error.ts'
import { createCall } from './command-call.ts'
import type { ConnectionState } from './connection-state.ts'
import type { RestRequest } from './rest.ts'
import { createStore } from './store.ts'
import { VISITOR_PATHS } from './visitor-paths.ts'

const conversation_id = '01900000-0000-7000-8000-000000000000'
const cid = '01900000-0000-7000-8000-00000000c1d0'

function setUp(state: 'online' | 'connecting', byFrame: () => Promise<unknown> = async () => 'by frame') {
  const requests: [method: string, path: string, request: RestRequest | undefined][] = []
  const frames: string[] = []
  const call = createCall({
    paths: VISITOR_PATHS,
    socket: {
      connection: createStore<ConnectionState>({ state }),
      call: (type, _data, frameCid) => {
        frames.push(`${type} ${frameCid}`)
        return byFrame()
      },
    },
    rest: async (...request) => {
      requests.push(request as never)
      return 'by rest' as never
    },
    authorized: (run) => run('token'),
  })
  return { call, requests, frames }
}

test('on line a command goes by frame, under its cid', async () => {
  const { call, frames, requests } = setUp('online')
  assert.equal(await call('message.send', { conversation_id, body: 'x' }, { cid }), 'by frame')
  assert.deepEqual([frames, requests], [[`message.send ${cid}`], []])
})

test('off line it goes by its REST twin: the conversation in the path, cid and the rest in the body', async () => {
  const { call, requests } = setUp('connecting')
  await call('message.send', { conversation_id, body: 'x' }, { cid })
  const path = `/chat/${conversation_id}/messages`
  assert.deepEqual(requests, [['POST', path, { token: 'token', body: { body: 'x', cid } }]])
})

test('what a GET needs is in its query, and a path that names no conversation leaves it in the body', async () => {
  const { call, requests } = setUp('connecting')
  await call('conversation.subscribe', { conversation_id, after: 7 })
  await call('conversation.start', { conversation_id, message: 'x' }, { cid })
  assert.deepEqual(requests, [
    ['GET', `/chat/${conversation_id}/events`, { token: 'token', query: { after: 7 } }],
    ['POST', '/chat/start', { token: 'token', body: { conversation_id, message: 'x', cid } }],
  ])
})

test('a line that breaks under a command sends it again by REST under the same cid', async () => {
  for (const code of ['network', 'timeout', 'unauthenticated'] as const) {
    const { call, requests } = setUp('online', () => Promise.reject(new ApiError(code)))
    assert.equal(await call('message.send', { conversation_id, body: 'x' }, { cid }), 'by rest')
    assert.deepEqual(requests[0]?.[2]?.body, { body: 'x', cid })
  }
})

test('a subscription the line does not answer is not taken by REST, which would not make the line follow', async () => {
  const { call, requests } = setUp('online', () => Promise.reject(new ApiError('timeout')))
  await assert.rejects(call('conversation.subscribe', { conversation_id, after: 7 }), { code: 'timeout' })
  assert.deepEqual(requests, [])
})

test('what the server has refused is not tried another way', async () => {
  const { call, requests } = setUp('online', () => Promise.reject(new ApiError('conversation-closed')))
  await assert.rejects(call('message.send', { conversation_id, body: 'x' }), { code: 'conversation-closed' })
  assert.deepEqual(requests, [])
})

test('a command without a REST twin needs the line', async () => {
  const { call } = setUp('connecting')
  await assert.rejects(call('typing.stop', { conversation_id }), { code: 'network' })
})
