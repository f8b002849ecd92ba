import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import * as z from 'zod'
import { type ModelTurn, type SeenRequest, scriptedModel } from '../../../test/helpers/scripted-model.ts'
import { createLanguageModel } from './model.ts'

const PROMPT = { system: 'Answer.', turns: [{ role: 'user' as const, content: 'hello' }] }
const NEVER = new AbortController().signal
const LOOK = { name: 'look_up', description: 'Looks.', parameters: { type: 'object' } }

async function modelThat(t: TestContext, script: (request: SeenRequest, count: number) => ModelTurn) {
  const server = await scriptedModel(script)
  t.after(() => server.close())
  const clock = { now: Date.now() }
  const model = createLanguageModel({
    providers: [{ apiKey: '', baseUrl: `${server.baseUrl}/`, name: 'm' }],
    clock: () => new Date(clock.now),
    deadlines: { request: 60_000, firstToken: 30_000, idle: 30_000 },
  })
  let text = ''
  const stream = () => {
    text = ''
    return model.stream(PROMPT, (piece) => (text += piece), NEVER)
  }
  return { model, requests: server.requests, clock, stream, text: () => text }
}

const refuse = (message: string, status = 400): ModelTurn => ({ do: 'status', status, message })
const fine: ModelTurn = { do: 'stream', pieces: ['fine'] }
const raw = (...chunks: (string | Uint8Array)[]): ModelTurn => ({ do: 'raw', chunks })
const delta = (content: unknown, finish: string | null = null) =>
  JSON.stringify({ choices: [{ delta: { content }, finish_reason: finish }] })

const LACKS: [field: string, complaint: string][] = [
  ['stream_options', 'Unknown parameter: stream_options'],
  ['temperature', "Unsupported value: 'temperature' does not support 0.2 with this model."],
  [
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
  ],
  ['stream', 'streaming is not supported'],
]
for (const [field, complaint] of LACKS)
  test(`provider: a server without ${field} is asked without it, from then on at once, and after ten minutes tried again`, async (t) => {
    const { stream, requests, clock } = await modelThat(t, ({ body }) =>
      field in body ? refuse(complaint) : body.stream ? fine : { do: 'whole', text: 'fine' },
    )
    assert.equal((await stream()).text, 'fine')
    assert.equal(requests.length, 2)
    await stream()
    assert.equal(requests.length, 3)
    clock.now += 10 * 60_000
    await stream()
    assert.equal(requests.length, 5)
    assert.equal(requests[3]!.body[field] !== undefined, true)
  })

test('provider: one that takes only max_completion_tokens still has its answers bounded', async (t) => {
  const { stream, requests } = await modelThat(t, ({ body }) =>
    'max_tokens' in body ? refuse('max_tokens is not supported') : fine,
  )
  await stream()
  assert.equal(requests[1]!.body.max_completion_tokens, 800)
})

test('provider: one without a system role gets its instructions with the first message', async (t) => {
  const { stream, requests } = await modelThat(t, ({ messages }) =>
    messages[0]!.role === 'system' ? refuse('System role not supported') : fine,
  )
  await stream()
  assert.deepEqual(requests[1]!.messages, [{ role: 'user', content: 'Answer.\n\nhello' }])
})

test('provider: a refusal that names nothing is tried once without all that is optional', async (t) => {
  const { stream, requests } = await modelThat(t, ({ body }) =>
    'temperature' in body ? refuse('bad request') : fine,
  )
  await stream()
  assert.equal('stream_options' in requests[1]!.body, false)
})

test('provider: a refusal for another reason teaches nothing', async (t) => {
  const { stream, requests } = await modelThat(t, (_request, count) =>
    count <= 2 ? refuse('the prompt is too long') : fine,
  )
  await assert.rejects(stream())
  await stream()
  assert.equal('temperature' in requests[2]!.body, true)
})

test('provider: without json_schema it asks for any JSON, without that in words', async (t) => {
  const { model, requests } = await modelThat(t, ({ body }) => {
    const { type } = (body.response_format ?? {}) as { type?: string }
    return type ? refuse(`response_format ${type} is not supported`) : { do: 'stream', pieces: ['{"a": 1}'] }
  })
  const { value } = await model.json(PROMPT, z.object({ a: z.number() }), NEVER)
  assert.deepEqual(value, { a: 1 })
  const types = requests.map(({ body }) => (body.response_format as { type: string } | undefined)?.type)
  assert.deepEqual(types, ['json_schema', 'json_object', undefined])
  assert.match(requests[2]!.messages[0]!.content, /"type":"number"/)
})

test('provider: without tools they are described, and called by a fenced block nobody sees', async (t) => {
  const { model, requests } = await modelThat(t, ({ body, messages }) => {
    if (body.tools) return refuse('tools are not supported by this model')
    if (messages.length > 2) return fine
    return {
      do: 'stream',
      pieces: ['Let me look.\n``', '`to', 'ol\n{"name": "look_up", "inp', 'ut": {"of": 1}}\n```'],
    }
  })
  const calls: unknown[] = []
  let text = ''
  const reply = await model.converse({
    prompt: PROMPT,
    tools: [LOOK],
    onText: (piece) => (text += piece),
    onRestart: () => (text = ''),
    onCall: async ({ name, input }) => {
      calls.push([name, JSON.parse(input)])
      return 'it is there'
    },
    signal: NEVER,
  })
  assert.deepEqual(calls, [['look_up', { of: 1 }]])
  assert.deepEqual([reply.text, text], ['fine', 'fine'])
  assert.match(requests[1]!.messages[0]!.content, /look_up: Looks\./)
  assert.match(requests[2]!.messages.at(-1)!.content, /it is there/)
})

for (const block of [
  '{"name": "look_up"}',
  '{"name": "look_up", "input": []}',
  'look_up()',
  '{"name":"look_up","input":{},"user":"7"}',
])
  test(`provider: a block that is not exactly a call is a call of nothing: ${block}`, async (t) => {
    const { model } = await modelThat(t, ({ body, messages }) =>
      body.tools
        ? refuse('no tools here')
        : messages.length > 2
          ? fine
          : { do: 'stream', pieces: [`\`\`\`tool\n${block}\n\`\`\``] },
    )
    const names: string[] = []
    const onCall = async ({ name }: { name: string }) => {
      names.push(name)
      return 'There is no such tool.'
    }
    await model.converse({ prompt: PROMPT, tools: [LOOK], onText: () => {}, onCall, signal: NEVER })
    assert.deepEqual(names, [''])
  })

test('provider: a fence of other code is text', async (t) => {
  const code = 'So:\n```js\nlook()\n``` Ends with ``'
  const { model } = await modelThat(t, ({ body }) =>
    body.tools ? refuse('no tools') : { do: 'stream', pieces: [...code] },
  )
  let text = ''
  const onText = (piece: string) => (text += piece)
  await model.converse({ prompt: PROMPT, tools: [LOOK], onText, onCall: async () => '', signal: NEVER })
  assert.equal(text, code)
})

test('provider: a whole answer to a request for a stream is taken, and its calls too', async (t) => {
  const { stream, model } = await modelThat(t, ({ body }) =>
    body.tools
      ? { do: 'whole', text: '', calls: [{ name: 'look_up', input: { of: 1 } }] }
      : { do: 'whole', text: 'fine', usage: false },
  )
  assert.equal((await stream()).estimated, true)
  const { unanswered } = await model.converse({
    prompt: PROMPT,
    tools: [LOOK],
    onText: () => {},
    onCall: async () => null,
    signal: NEVER,
  })
  assert.equal(unanswered[0]!.input, '{"of":1}')
})

test('provider: comments, CRLF, empty choices, thoughts and letters split between chunks do no harm', async (t) => {
  const bytes = new TextEncoder().encode(`data: ${delta('Grüße 🙂')}\r\n\r\n`)
  const cut = bytes.indexOf(0xf0) + 2
  const { stream, text } = await modelThat(t, () =>
    raw(
      ': waiting\r\n\r\n',
      'event: message\r\ndata: {"choices":[]}\r\n\r\n',
      'data: {"choices":[{"delta":{"role":"assistant","content":null,"reasoning_content":"hm"}}]}\r\n\r\n',
      `data: ${delta('<thi')}\n\ndata: ${delta('nk>secret</th')}\n\ndata: ${delta('ink>\n\n')}\n\n`,
      bytes.slice(0, cut),
      bytes.slice(cut),
      `data: ${delta('', 'eos')}\r\n\r\n`,
    ),
  )
  const reply = await stream()
  assert.deepEqual([text(), reply.finish], ['Grüße 🙂', 'stop'])
})

test('provider: either end mark will do, and none is a cut', async (t) => {
  const ends = ['data: [DONE]\n\n', `data: ${delta('', 'length')}\n\n`, '']
  const { stream } = await modelThat(t, (_request, count) => raw(`data: ${delta('x')}\n\n`, ends[count - 1]!))
  assert.equal((await stream()).finish, 'stop')
  assert.equal((await stream()).finish, 'length')
  await assert.rejects(stream(), { kind: 'cut' })
})

const BROKEN: [name: string, turn: ModelTurn][] = [
  ['nonsense in its stream', raw('data: {oops\n\n')],
  ['an error in its stream', raw(`data: ${delta('x')}\n\n`, 'data: {"error":{"message":"overloaded"}}\n\n')],
  ['an empty answer', { do: 'stream', pieces: [] }],
  ['a page of HTML', { do: 'raw', chunks: ['<html></html>'], contentType: 'text/html' }],
  ['no end', raw(...Array.from({ length: 40 }, () => `data: ${delta('x'.repeat(1000))}\n\n`))],
]
for (const [name, turn] of BROKEN)
  test(`provider: one with ${name} has failed`, async (t) => {
    const { stream } = await modelThat(t, () => turn)
    await assert.rejects(stream(), { name: 'ModelFailure' })
  })
