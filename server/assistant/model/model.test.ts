import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { type ModelTurn, scriptedModel } from '../../../test/helpers/scripted-model.ts'
import { createModel } from './model.ts'

async function modelThat(t: TestContext, turn: ModelTurn) {
  const server = await scriptedModel(() => turn)
  t.after(() => server.close())
  return createModel({
    apiKey: 'sk-test',
    baseUrl: server.baseUrl,
    name: 'scripted',
    clock: () => new Date(),
    deadlines: { request: 5000, firstToken: 50, idle: 50 },
  })
}

const PROMPT = { system: 'Answer.', turns: [{ role: 'user' as const, content: 'hello' }] }

for (const pieces of [[], ['half of an ']])
  test(`model: one that falls silent after ${pieces.length} pieces has failed, slowly: no second try`, async (t) => {
    const model = await modelThat(t, { do: 'stall', pieces })
    const failed = model.stream(PROMPT, () => {}, new AbortController().signal)
    await assert.rejects(failed, { name: 'ModelFailure', slow: true })
  })

test('model: one that breaks off has failed at once, and may be asked again', async (t) => {
  const model = await modelThat(t, { do: 'cut', pieces: ['half of an '] })
  const failed = model.stream(PROMPT, () => {}, new AbortController().signal)
  await assert.rejects(failed, { name: 'ModelFailure', slow: false })
})

test('model: a whole stream is no failure', async (t) => {
  const model = await modelThat(t, { do: 'stream', pieces: ['All ', 'of it.'] })
  let text = ''
  await model.stream(
    PROMPT,
    (piece) => {
      text += piece
    },
    new AbortController().signal,
  )
  assert.equal(text, 'All of it.')
})
