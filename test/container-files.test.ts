// Dockerfile and compose.yaml, read without a container engine: linted, and true to the project.

import assert from 'node:assert/strict'
import { access, glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import { validate } from 'dockerfile-utils'
import { parse } from 'yaml'
import { ENVIRONMENT, loadConfig } from '../server/config.ts'
import { parseDockerfile } from './helpers/dockerfile.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const dockerfile = await readFile(path.join(ROOT, 'Dockerfile'), 'utf8')
const compose = parse(await readFile(path.join(ROOT, 'compose.yaml'), 'utf8')) as {
  services: Record<string, Record<string, unknown> & { environment?: Record<string, string> }>
}

test('Dockerfile: the linter has nothing to say', () => {
  assert.deepEqual(validate(dockerfile), [])
})

test('Dockerfile: it ends unprivileged, in production, with a health check', () => {
  const last = parseDockerfile(dockerfile).at(-1)!
  const of = (name: string) => last.steps.filter((step) => step.instruction === name).map((step) => step.text)
  assert.deepEqual(of('USER'), ['node'])
  assert.deepEqual(of('ENV'), ['NODE_ENV=production'])
  assert.match(of('HEALTHCHECK').join(), /\/healthz/)
  assert.deepEqual(JSON.parse(of('CMD').join()), ['node', 'server/main.ts'])
})

test('Dockerfile: no image floats on "latest", and what it copies is there', async () => {
  for (const { image, steps } of parseDockerfile(dockerfile)) {
    assert.match(image, /:\d/)
    for (const { instruction, text } of steps) {
      if (instruction !== 'COPY' || text.startsWith('--from')) continue
      for (const source of text.split(' ').slice(0, -1)) await access(path.join(ROOT, source))
    }
  }
})

test('Dockerfile: whatever the server imports from outside its folder is in the image', async () => {
  const copied = parseDockerfile(dockerfile)
    .at(-1)!
    .steps.filter(({ instruction }) => instruction === 'COPY')
    .flatMap(({ text }) => text.split(' ').slice(0, -1))
  for await (const file of glob('server/**/*.ts', { cwd: ROOT, exclude: ['**/*.test.ts'] })) {
    const code = await readFile(path.join(ROOT, file), 'utf8')
    for (const [, from] of code.matchAll(/^import (?!type ).*?from '(\.\.?\/[^']+)'/gms)) {
      const imported = path.join(path.dirname(file), from!)
      const isThere = copied.some((folder) => imported.startsWith(`${folder}/`))
      assert.ok(isThere, `${file} imports ${imported}, which the Dockerfile does not copy`)
    }
  }
})

test('.dockerignore: secrets, data and what the build makes stay outside', async () => {
  const lines = (await readFile(path.join(ROOT, '.dockerignore'), 'utf8')).split('\n')
  for (const name of ['.git', '.env', 'data', 'dist', 'node_modules']) assert.ok(lines.includes(name), name)
})

test('compose.yaml: the server gets variables there are, and values it takes', () => {
  const environment = compose.services.server!.environment!
  for (const name of Object.keys(environment)) assert.ok(name in ENVIRONMENT.shape, name)
  const given = (value: string) =>
    value.replace(/\$\{\w+:\?[^}]*\}/g, 'secret').replace(/\$\{\w+:-([^}]*)\}/g, '$1')
  const values = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, given(value)]))
  const config = loadConfig({ NODE_ENV: 'production', ...values })
  assert.equal(config.databaseUrl, 'postgres://deskbell:secret@database:5432/deskbell')
})

test('compose.yaml: the server waits for a healthy database, and Redis is for who asks for it', () => {
  const { server, database, redis } = compose.services
  assert.deepEqual(server!.depends_on, { database: { condition: 'service_healthy' } })
  assert.ok(database!.healthcheck && redis!.healthcheck)
  assert.deepEqual(redis!.profiles, ['redis'])
  assert.equal(database!.ports, undefined)
})
