// What a model's server gets to see of this process: what it needs, and no more.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { scriptedModel } from '../../test/helpers/scripted-model.ts'
import { createOpenAI } from './openai-client.ts'

const ASKED = { model: 'm', messages: [{ role: 'user' as const, content: 'hello' }] }

async function headersSeen(t: TestContext, apiKey: string) {
  const server = await scriptedModel(() => ({ do: 'whole', text: 'fine' }))
  t.after(() => server.close())
  const client = createOpenAI({ apiKey, baseUrl: `${server.baseUrl}//` })
  await client.chat.completions.create(ASKED)
  return server.requests[0]!.headers
}

/** Set for the test alone. */
function setEnvironment(t: TestContext, values: Record<string, string>): void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  t.after(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })
}

test('openai client: a request tells its key and its form, and nothing of the machine it comes from', async (t) => {
  const headers = await headersSeen(t, 'sk-own')
  assert.equal(headers.authorization, 'Bearer sk-own')
  assert.deepEqual(
    Object.keys(headers).filter((name) => /stainless|openai|retry|timeout/.test(name)),
    [],
  )
  assert.doesNotMatch(JSON.stringify(headers), /OpenAI|linux|x64/i)
})

test('openai client: a server that wants no key is sent none', async (t) => {
  assert.equal('authorization' in (await headersSeen(t, '')), false)
})

test('openai client: what the environment says of one server is not told to another', async (t) => {
  setEnvironment(t, {
    OPENAI_API_KEY: 'sk-other',
    OPENAI_ADMIN_KEY: 'sk-admin',
    OPENAI_ORG_ID: 'org-other',
    OPENAI_PROJECT_ID: 'project-other',
    OPENAI_BASE_URL: 'http://other.invalid',
    OPENAI_CUSTOM_HEADERS: 'authorization: Bearer sk-custom\nx-custom: other',
  })
  for (const key of ['', 'sk-own'])
    assert.doesNotMatch(JSON.stringify(await headersSeen(t, key)), /other|admin|custom/)
})

test('openai client: words of customers are not written to the console, whatever the environment says', async (t) => {
  setEnvironment(t, { OPENAI_LOG: 'debug' })
  const written = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) =>
    t.mock.method(console, level, () => {}),
  )
  await headersSeen(t, 'sk-own')
  assert.equal(
    written.reduce((sum, { mock }) => sum + mock.callCount(), 0),
    0,
  )
})
