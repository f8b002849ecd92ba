// A change of a message is asked for once, now; what is so already counts as done.

import assert from 'node:assert/strict'
import test from 'node:test'
import { ApiError, type ApiErrorCode } from './api-error.ts'
import type { Call } from './command-call.ts'
import { createMessageEdits } from './message-edits.ts'

const conversationId = '00000000-0000-7000-8000-000000000001'
const ack = { conversation_id: conversationId, id: conversationId, seq: 7, at: '' }

function edits(fails?: ApiErrorCode) {
  const asked: [string, unknown][] = []
  const seqs: number[] = []
  const call = (async (name: string, input: unknown) => {
    asked.push([name, input])
    if (fails) throw new ApiError(fails)
    return ack
  }) as unknown as Call
  const made = createMessageEdits({ conversationId, call, committed: ({ seq }) => void seqs.push(seq) })
  return { ...made, asked, seqs }
}

test('an edit and a deletion are commands of their conversation, and the log is known to have grown', async () => {
  const { edit, remove, asked, seqs } = edits()
  await edit('m1', 'Second')
  await remove('m1')
  assert.deepEqual(asked, [
    ['message.edit', { conversation_id: conversationId, message_id: 'm1', body: 'Second' }],
    ['message.delete', { conversation_id: conversationId, message_id: 'm1' }],
  ])
  assert.deepEqual(seqs, [7, 7])
})

test('that it is so already was what was wanted: an earlier try had arrived', async () => {
  await edits('message-unchanged').edit('m1', 'Second')
  await edits('message-deleted').remove('m1')
})

test('every other refusal reaches the caller, also that what is to be edited was deleted', async () => {
  await assert.rejects(edits('message-deleted').edit('m1', 'Second'), { code: 'message-deleted' })
  await assert.rejects(edits('edit-too-late').edit('m1', 'Second'), { code: 'edit-too-late' })
  await assert.rejects(edits('network').remove('m1'), { code: 'network' })
})
