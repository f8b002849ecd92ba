// The key command as its user runs it: the secret once, a snippet that works as printed, one sentence for what does not.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { testDatabase } from '../test/helpers/test-database.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { createIdentityKeys } from './sites/identity-key.service.ts'
import { createIdentityTokens } from './sites/identity-token.ts'
import { createSites } from './sites/site.service.ts'

async function setUp(t: TestContext) {
  const { db, url } = await testDatabase(t)
  const { id: workspaceId } = await createWorkspaces({ db }).create({ name: 'Shop' })
  const site = await createSites({ db }).create({ workspaceId, name: 'Support', key: 'shop' })
  const folder = await mkdtemp(path.join(tmpdir(), 'identity-key-'))
  t.after(() => rm(folder, { recursive: true }))
  const keys = createIdentityKeys({ db })
  const tokens = createIdentityTokens({ keys, clock: () => new Date() })
  const run = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: url, PUBLIC_URL: 'https://support.example.com' }
    const file = path.join(import.meta.dirname, 'identity-key.command.ts')
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, [file, ...args], { env })) }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }
  /** The printed snippet, run as it stands. */
  async function signBySnippet(printed: string, secrets: Record<string, string>): Promise<string> {
    const code = printed.slice(printed.indexOf('// npm install jose'), printed.indexOf('// In the page'))
    const found = code.replace("'jose'", JSON.stringify(import.meta.resolve('jose')))
    const module = path.join(folder, `snippet-${Math.random()}.mjs`)
    await writeFile(
      module,
      `${found}\nconsole.log(await identityToken({ id: 7, name: 'Nora', email: 'n@s.example' }))`,
    )
    const { stdout } = await promisify(execFile)(process.execPath, [module], {
      env: { ...process.env, ...secrets },
    })
    return stdout.trim()
  }
  return { db, site, keys, tokens, folder, run, signBySnippet }
}

test('identity key command: prints a secret once, with a snippet that signs what the server takes', async (t) => {
  const { db, site, tokens, run, signBySnippet } = await setUp(t)
  const made = await run('create')
  assert.equal(made.code, 0, made.stderr)
  const secret = /Secret {3}(\S{43})/.exec(made.stdout)![1]!
  const token = await signBySnippet(made.stdout, { DESKBELL_SECRET: secret })
  const { claims, keyId } = await tokens.verify(site, token)
  assert.deepEqual([claims.sub, claims.name, claims.email_verified], ['7', 'Nora', true])
  const list = await run('list', '--site', 'shop')
  assert.match(list.stdout, new RegExp(`${keyId} {2}HS256 {2}active .* last used`))
  assert.ok(!list.stdout.includes(secret))
  assert.equal((await run('revoke', keyId)).code, 0)
  await assert.rejects(tokens.verify(site, token), { code: 'identity-rejected' })
  assert.match((await run('list')).stdout, /retired/)
  const audit = await db.query<{ action: string; data: object }>(
    'select action, data from audit_entries order by id',
  )
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['identity_key.created', 'identity_key.revoked'],
  )
  assert.ok(!JSON.stringify(audit).includes(secret))
})

test('identity key command: takes the public half of a pair, and its snippet signs with the private one', async (t) => {
  const { site, tokens, folder, run, signBySnippet } = await setUp(t)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const file = path.join(folder, 'public.pem')
  await writeFile(file, publicKey.export({ type: 'spki', format: 'pem' }))
  const made = await run('create', '--algorithm', 'EdDSA', '--public-key', file)
  assert.equal(made.code, 0, made.stderr)
  assert.doesNotMatch(made.stdout, /Secret/)
  const token = await signBySnippet(made.stdout, {
    DESKBELL_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  })
  assert.equal((await tokens.verify(site, token)).claims.sub, '7')
})

test('identity key command: what makes no sense is one sentence and exit code 1', async (t) => {
  const { run } = await setUp(t)
  for (const args of [
    [],
    ['forge'],
    ['create', '--algorithm', 'RS256'],
    ['create', '--algorithm', 'EdDSA'],
    ['create', '--algorithm', 'EdDSA', '--public-key', '/nowhere.pem'],
    ['create', '--site', 'nobody'],
    ['revoke'],
    ['revoke', '00000000-0000-4000-8000-000000000000'],
    ['list', '--what'],
  ]) {
    const { code, stderr } = await run(...args)
    assert.equal(code, 1, args.join(' '))
    assert.doesNotMatch(stderr, /\n\s+at /, args.join(' '))
  }
})
