// Variables in, one Config or every fault out; and the documents list exactly these variables.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { ENVIRONMENT, loadConfig } from './config.ts'
import { environmentTable } from './environment-table.ts'

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

test('loadConfig: with nothing set, it serves a demo on loopback from the data folder', () => {
  const config = loadConfig({}, '/srv/deskbell')
  assert.deepEqual(config, {
    production: false,
    host: '127.0.0.1',
    port: 4600,
    publicUrl: 'http://localhost:4600',
    databaseUrl: null,
    databasePool: 10,
    redisUrl: null,
    dataDir: '/srv/deskbell/data',
    demo: { port: 4601 },
    logLevel: 'warn',
    trustProxy: 0,
    models: [],
    embeddings: null,
    modelPrices: null,
    mail: { url: null, from: { name: '', address: 'support@localhost' } },
    outboundAllow: [],
    metricsToken: null,
  })
})

test('loadConfig: mail is printed only in development, and with a mail server wants to know whom it is from', () => {
  assert.equal(loadConfig({ NODE_ENV: 'production' }).mail, null)
  assert.equal(loadConfig({ NODE_ENV: 'test' }).mail, null)
  const SMTP_URL = 'smtps://desk:secret@mail.example'
  assert.deepEqual(faultsOf({ SMTP_URL }), ['MAIL_FROM must be set with SMTP_URL.'])
  assert.match(faultsOf({ SMTP_URL, MAIL_FROM: 'Shop <nobody>' })[0]!, /^MAIL_FROM must be an address/)
  assert.deepEqual(loadConfig({ SMTP_URL, MAIL_FROM: '"Shop" <help@shop.example>' }).mail, {
    url: SMTP_URL,
    from: { name: 'Shop', address: 'help@shop.example' },
  })
  const [fault] = faultsOf({ SMTP_URL: 'https://desk:secret@mail.example' })
  assert.doesNotMatch(fault!, /secret/)
})

test('loadConfig: in production it listens everywhere and has no demo', () => {
  const config = loadConfig({ NODE_ENV: 'production', PUBLIC_URL: 'https://help.example/' })
  assert.equal(config.host, '0.0.0.0')
  assert.equal(config.demo, null)
  assert.equal(config.logLevel, 'info')
  assert.equal(config.publicUrl, 'https://help.example')
})

test('loadConfig: an empty variable counts as unset', () => {
  assert.deepEqual(loadConfig({ PORT: '', DATABASE_URL: '', OPENAI_API_KEY: '' }), loadConfig({}))
})

test('loadConfig: all faults come together, a sentence each', () => {
  assert.deepEqual(
    faultsOf({
      PORT: 'abc',
      DEMO_PORT: '70000',
      DATABASE_URL: 'mysql://root:hush@db/x',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'prod',
    }),
    [
      'NODE_ENV must be one of development, production, test, not "prod".',
      'PORT must be a number from 1 to 65535, not "abc".',
      'DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
      'DEMO_PORT must be a number from 1 to 65535, not "70000".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    ],
  )
})

for (const port of ['0', '-1', '80.5', '1e3', ' 80', '0x50', '65536'])
  test(`loadConfig: PORT=${JSON.stringify(port)} is refused`, () => {
    assert.equal(faultsOf({ PORT: port }).length, 1)
  })

test('loadConfig: the demo is refused where others could reach its login link', () => {
  assert.match(
    faultsOf({ DEMO: 'on', HOST: '0.0.0.0' }).join(),
    /^DEMO must be off while HOST is 0\.0\.0\.0: /,
  )
  assert.equal(loadConfig({ HOST: '0.0.0.0' }).demo, null)
  assert.deepEqual(loadConfig({ HOST: '::1' }).demo, { port: 4601 })
  assert.equal(loadConfig({ DEMO: 'off' }).demo, null)
})

test('loadConfig: one port for two sites is refused', () => {
  assert.match(faultsOf({ PORT: '5000', DEMO_PORT: '5000' }).join(), /^DEMO_PORT must differ from PORT/)
})

test('loadConfig: a public URL is an origin', () => {
  assert.match(
    faultsOf({ PUBLIC_URL: 'https://example.com/help' }).join(),
    /^PUBLIC_URL must not have a path/,
  )
})

test('loadConfig: proxies are counted or named', () => {
  assert.equal(loadConfig({ TRUST_PROXY: '2' }).trustProxy, 2)
  assert.deepEqual(loadConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy, ['loopback', '10.0.0.0/8'])
  assert.match(faultsOf({ TRUST_PROXY: 'true' }).join(), /^TRUST_PROXY must be a number of proxies/)
})

test('loadConfig: private addresses are opened as ranges, and nothing else passes for one', () => {
  assert.deepEqual(loadConfig({ OUTBOUND_ALLOW: '10.1.0.0/16, ::1' }).outboundAllow, ['10.1.0.0/16', '::1'])
  for (const OUTBOUND_ALLOW of ['crm.internal', '10.1.0.0/33', '10.1.0.0/16,'])
    assert.match(faultsOf({ OUTBOUND_ALLOW }).join(), /^OUTBOUND_ALLOW must be addresses or ranges/)
})

test('loadConfig: a base URL alone is enough for a model', () => {
  assert.deepEqual(
    loadConfig({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'qwen3' }).models,
    [{ apiKey: '', baseUrl: 'http://localhost:11434/v1', name: 'qwen3' }],
  )
  assert.equal(loadConfig({ OPENAI_API_KEY: 'sk-1' }).models[0]?.name, 'gpt-4.1-mini')
})

test('loadConfig: an embedding server of its own is never handed the other server’s key', () => {
  const of = (env: Record<string, string>) => loadConfig({ OPENAI_EMBEDDING_MODEL: 'e', ...env }).embeddings
  const OPENAI_API_KEY = 'sk-secret'
  assert.deepEqual(of({ OPENAI_API_KEY }), {
    model: 'e',
    apiKey: OPENAI_API_KEY,
    baseUrl: 'https://api.openai.com/v1',
  })
  const elsewhere = 'http://127.0.0.1:9/v1'
  assert.equal(of({ OPENAI_API_KEY, OPENAI_BASE_URL: elsewhere })?.apiKey, OPENAI_API_KEY)
  const own = { model: 'e', apiKey: '', baseUrl: elsewhere }
  assert.deepEqual(of({ OPENAI_API_KEY, OPENAI_EMBEDDING_BASE_URL: elsewhere }), own)
  assert.equal(loadConfig({ OPENAI_API_KEY }).embeddings, null)
})

test('loadConfig: a second server comes after the first, and never without it', () => {
  const second = { OPENAI_FALLBACK_BASE_URL: 'http://localhost:11434/v1', OPENAI_FALLBACK_MODEL: 'qwen3' }
  assert.deepEqual(loadConfig({ OPENAI_API_KEY: 'sk-1', ...second }).models, [
    { apiKey: 'sk-1', baseUrl: undefined, name: 'gpt-4.1-mini' },
    { apiKey: '', baseUrl: 'http://localhost:11434/v1', name: 'qwen3' },
  ])
  assert.match(faultsOf(second).join(), /^OPENAI_FALLBACK_BASE_URL names a second server/)
})

test('.env.example lists exactly the variables there are', async () => {
  const text = await readFile(new URL('../.env.example', import.meta.url), 'utf8')
  const names = [...text.matchAll(/^# ?([A-Z_]+)=/gm)].map((match) => match[1])
  assert.deepEqual(names, Object.keys(ENVIRONMENT.shape))
})

test("the README's table of variables is the schema's (npm run docs:env writes it)", async () => {
  const text = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const table = /<!-- env:start -->\n([\s\S]*?)\n<!-- env:end -->/.exec(text)?.[1]
  assert.equal(table, environmentTable())
})
