import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { inspect } from 'node:util'
import * as z from 'zod'
import { type ModelTurn, type SeenRequest, scriptedModel } from '../../../test/helpers/scripted-model.ts'
import type { ModelFailure } from './language-model.ts'
import { createLanguageModel } from './model.ts'

/** Long, so that no busy machine is taken for a slow model. */
const DEADLINES = { request: 60_000, firstToken: 30_000, idle: 30_000 }
const IMPATIENT = { request: 60_000, firstToken: 100, idle: 100 }
const PROMPT = { system: 'Answer.', turns: [{ role: 'user' as const, content: 'hello' }] }
const NEVER = new AbortController().signal

async function serve(t: TestContext, script: (request: SeenRequest, count: number) => ModelTurn) {
  const server = await scriptedModel(script)
  t.after(() => server.close())
  return server
}

type Script = (request: SeenRequest, count: number) => ModelTurn

/** A model over servers that play these scripts, the fallback second. */
const modelOver = (t: TestContext, ...scripts: Script[]) => modelWithin(DEADLINES, t, scripts)

async function modelWithin(deadlines: typeof DEADLINES, t: TestContext, scripts: Script[]) {
  const servers = await Promise.all(scripts.map((script) => serve(t, script)))
  const failures: string[] = []
  const clock = { now: Date.now() }
  const model = createLanguageModel({
    providers: servers.map(({ baseUrl }, index) => ({ apiKey: `sk-${index}`, baseUrl, name: `m${index}` })),
    clock: () => new Date(clock.now),
    deadlines,
    onFailure: (provider, { kind }) => failures.push(`${provider} ${kind}`),
  })
  let text = ''
  let restarts = 0
  return {
    model,
    servers,
    failures,
    clock,
    said: () => ({ text, restarts }),
    ask: (restart = true) =>
      model.stream(
        PROMPT,
        (piece) => {
          text += piece
        },
        NEVER,
        restart
          ? () => {
              text = ''
              restarts++
            }
          : undefined,
      ),
  }
}

const fine: ModelTurn = { do: 'stream', pieces: ['fi', 'ne'] }

test('model: a whole answer tells its text, its tokens as counted, and who wrote it', async (t) => {
  const { ask, said, servers } = await modelOver(t, () => fine)
  const reply = await ask()
  assert.deepEqual([reply.text, reply.model, reply.tokensIn, reply.tokensOut], ['fine', 'm0', 90, 10])
  assert.deepEqual([reply.tokens, reply.estimated, reply.finish], [100, false, 'stop'])
  assert.equal(said().text, 'fine')
  assert.equal(servers[0]!.requests[0]!.body.max_tokens, 800)
  assert.equal(servers[0]!.requests[0]!.authorization, 'Bearer sk-0')
})

test('model: where the server counts nothing, tokens are estimated, and said to be', async (t) => {
  const { ask } = await modelOver(t, () => ({ do: 'stream', pieces: ['a fine long answer'], usage: false }))
  const { estimated, tokensIn, tokensOut } = await ask()
  assert.equal(estimated, true)
  assert.ok(tokensIn > 5 && tokensOut >= 4)
})

for (const pieces of [[], ['half of an ']])
  test(`model: one that falls silent after ${pieces.length} pieces has failed, slowly: no second try with it`, async (t) => {
    const { ask, servers } = await modelWithin(IMPATIENT, t, [() => ({ do: 'stall', pieces })])
    await assert.rejects(ask(), { name: 'ModelFailure', kind: 'slow', slow: true })
    assert.equal(servers[0]!.requests.length, 1)
  })

test('model: a trickle that never ends is ended with the time one try may take', async (t) => {
  const server = await serve(t, () => ({ do: 'trickle', pieces: Array(500).fill('x'), everyMs: 20 }))
  const model = createLanguageModel({
    providers: [{ apiKey: '', baseUrl: server.baseUrl, name: 'm' }],
    clock: () => new Date(),
    deadlines: { request: 150, firstToken: 100, idle: 100 },
  })
  await assert.rejects(
    model.stream(PROMPT, () => {}, NEVER),
    { kind: 'slow' },
  )
  assert.equal(server.requests[0]!.authorization, undefined)
})

test('model: half an answer is void: it is asked once more, and what was said before is taken back', async (t) => {
  const { ask, said, servers } = await modelOver(t, (_request, count) =>
    count === 1 ? { do: 'cut', pieces: ['half of an '] } : fine,
  )
  await ask()
  assert.deepEqual(said(), { text: 'fine', restarts: 1 })
  assert.equal(servers[0]!.requests.length, 2)
})

test('model: half an answer is the end for who cannot take it back', async (t) => {
  const { ask, servers } = await modelOver(
    t,
    () => ({ do: 'cut', pieces: ['half'] }),
    () => fine,
  )
  await assert.rejects(ask(false), { kind: 'cut' })
  assert.deepEqual(
    servers.map(({ requests }) => requests.length),
    [1, 0],
  )
})

test('model: cut off twice, the fallback answers', async (t) => {
  const { ask, said, failures } = await modelOver(
    t,
    () => ({ do: 'cut', pieces: ['half'] }),
    () => fine,
  )
  assert.equal((await ask()).model, 'm1')
  assert.deepEqual(said(), { text: 'fine', restarts: 2 })
  assert.deepEqual(failures, ['m0 cut', 'm0 cut'])
})

for (const status of [429, 500, 503])
  test(`model: ${status} is tried once more before the fallback is asked`, async (t) => {
    const { ask, servers } = await modelOver(
      t,
      () => ({ do: 'status', status }),
      () => fine,
    )
    assert.equal((await ask()).model, 'm1')
    assert.deepEqual(
      servers.map(({ requests }) => requests.length),
      [2, 1],
    )
  })

test('model: a server that asks for patience is left for the fallback at once, and a wrong key too', async (t) => {
  const { ask, servers } = await modelOver(
    t,
    (_request, count) =>
      count === 1 ? { do: 'status', status: 429, retryAfter: 20 } : { do: 'status', status: 401 },
    () => fine,
  )
  await ask()
  await ask()
  assert.equal(servers[0]!.requests.length, 2)
})

test('model: when all fail the failure names a status and nothing the server said', async (t) => {
  const { ask } = await modelOver(t, () => ({ do: 'status', status: 401, message: 'bad key sk-0' }))
  await assert.rejects(ask(), (error: ModelFailure) => {
    assert.equal(error.message, 'the model’s server answered 401')
    assert.doesNotMatch(JSON.stringify([error.message, String(error.cause)]), /sk-0/)
    return true
  })
})

test('model: a key no header can carry is not quoted in the failure', async (t) => {
  const { baseUrl } = await serve(t, () => fine)
  const model = createLanguageModel({
    providers: [{ apiKey: 'sk-in\ntwo-lines', baseUrl, name: 'm' }],
    clock: () => new Date(),
  })
  await assert.rejects(
    model.stream(PROMPT, () => {}, NEVER),
    (error) => {
      assert.doesNotMatch(inspect(error, { depth: 9 }), /two-lines/)
      return true
    },
  )
})

test('model: no last try begins when the customer has waited 15 s', async (t) => {
  const { ask, clock, servers } = await modelOver(
    t,
    () => {
      clock.now += 15_000
      return { do: 'status', status: 500 }
    },
    () => fine,
  )
  await assert.rejects(ask(), { kind: 'refused' })
  assert.deepEqual(
    servers.map(({ requests }) => requests.length),
    [1, 0],
  )
})

test('model: after five failures within 30 s it is left alone; later one request tries it, and opens or closes it', async (t) => {
  let well = false
  const { ask, model, clock, servers } = await modelOver(t, () =>
    well ? fine : { do: 'status', status: 400 },
  )
  for (let time = 0; time < 5; time++) await assert.rejects(ask())
  assert.equal(model.ready(), false)
  const before = servers[0]!.requests.length
  await assert.rejects(ask(), { kind: 'unreachable' })
  assert.equal(servers[0]!.requests.length, before)
  clock.now += 30_000
  assert.equal(model.ready(), true)
  const probe = ask()
  assert.equal(model.ready(), false)
  await assert.rejects(probe)
  assert.equal(model.ready(), false)
  clock.now += 30_000
  well = true
  await ask()
  assert.equal(model.ready(), true)
})

test('model: who gives up is told so, and the server’s breaker hears nothing of it', async (t) => {
  const { model, failures } = await modelOver(t, () => ({ do: 'stall', pieces: [] }))
  for (let time = 0; time < 6; time++) {
    const stop = new AbortController()
    const asked = model.stream(PROMPT, () => {}, stop.signal)
    stop.abort(new Error('no longer wanted'))
    await assert.rejects(asked, { message: 'no longer wanted' })
  }
  assert.equal(model.ready(), true)
  assert.deepEqual(failures, [])
})

test('model.json: a fenced answer with a comma too many is read; nonsense may be mended once', async (t) => {
  const schema = z.object({ mood: z.enum(['calm', 'angry']) })
  const { model, servers } = await modelOver(t, ({ messages }) =>
    messages.length === 2
      ? { do: 'stream', pieces: ['Sure: {"mood": "purple"}'] }
      : { do: 'stream', pieces: ['```json\n{"mood": "calm",}\n```'] },
  )
  const { value, tokens } = await model.json(PROMPT, schema, NEVER)
  assert.deepEqual([value, tokens], [{ mood: 'calm' }, 200])
  const [first, second] = servers[0]!.requests
  assert.equal((first!.body.response_format as { type: string }).type, 'json_schema')
  assert.match(second!.messages.at(-1)!.content, /mood/)
})

test('model.json: an answer of another form after its mending is a failure', async (t) => {
  const { model } = await modelOver(t, () => ({ do: 'stream', pieces: ['I would rather not.'] }))
  await assert.rejects(model.json(PROMPT, z.object({ a: z.string() }), NEVER), { kind: 'malformed' })
})

const LOOK = {
  name: 'look_up',
  description: 'Looks something up.',
  parameters: { type: 'object', properties: { of: { type: 'string' } } },
}

test('model.converse: calls in pieces and several at once are put together, answered, and the answer follows', async (t) => {
  const { model, servers } = await modelOver(t, (_request, count) =>
    count === 1
      ? {
          do: 'call',
          pieceLength: 3,
          calls: [1, 2].map((of) => ({ name: 'look_up', input: { of: `${of}` } })),
        }
      : fine,
  )
  const calls: string[] = []
  const reply = await model.converse({
    prompt: PROMPT,
    tools: [LOOK],
    onText: () => {},
    onCall: async ({ name, input }) => {
      calls.push(`${name} ${input}`)
      return `found ${calls.length}`
    },
    signal: NEVER,
  })
  assert.deepEqual(calls, ['look_up {"of":"1"}', 'look_up {"of":"2"}'])
  assert.deepEqual([reply.text, reply.tokens, reply.unanswered], ['fine', 200, []])
  const told = servers[0]!.requests[1]!.messages.slice(-3)
  assert.deepEqual(
    told.map(({ role, content }) => [role, content]),
    [
      ['assistant', null],
      ['tool', 'found 1'],
      ['tool', 'found 2'],
    ],
  )
})

test('model.converse: a call nobody answers now ends it, and one that calls for ever is stopped', async (t) => {
  const { model, servers } = await modelOver(t, () => ({
    do: 'call',
    calls: [{ name: 'look_up', input: {} }],
  }))
  const talk = { prompt: PROMPT, tools: [LOOK], onText: () => {}, signal: NEVER }
  const waiting = await model.converse({ ...talk, onCall: async () => null })
  assert.deepEqual(
    waiting.unanswered.map(({ name }) => name),
    ['look_up'],
  )
  await model.converse({ ...talk, onCall: async () => 'again' })
  assert.equal(servers[0]!.requests.length, 1 + 5)
  assert.equal(servers[0]!.requests.at(-1)!.body.tools, undefined)
})
