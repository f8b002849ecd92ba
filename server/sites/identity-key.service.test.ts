// Keys as owners make and revoke them: what is taken, what is told, and how often.

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createWorkspaces } from '../accounts/workspace.service.ts'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import { createLog } from '../platform/log.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { createIdentityKeys } from './identity-key.service.ts'
import { createSites } from './site.service.ts'

async function setUp(t: TestContext) {
  const { db } = await testDatabase(t)
  const { id: workspaceId } = await createWorkspaces({ db }).create({ name: 'Shop' })
  const bus = createInProcessBus({ onError: () => {} })
  const sites = createSites({ db, bus, log: createLog({ level: 'silent' }) })
  const site = await sites.create({ workspaceId, name: 'Support', key: 'shop' })
  return { db, sites, site, keys: createIdentityKeys({ db }) }
}

test('identity keys: a secret of 256 bits is told once and shown nowhere', async (t) => {
  const { keys, site } = await setUp(t)
  const { key, secret } = await keys.create(site, { algorithm: 'HS256' }, null)
  assert.equal(Buffer.from(secret!, 'base64url').length, 32)
  assert.deepEqual([key.state, key.algorithm, key.last_used_at], ['active', 'HS256', null])
  assert.ok(!JSON.stringify(await keys.list(site)).includes(secret!))
})

test('identity keys: revoking takes the secret away, harms not twice, and finds nothing of another site', async (t) => {
  const { db, keys, site, sites } = await setUp(t)
  const { key } = await keys.create(site, { algorithm: 'HS256' }, null)
  const other = await sites.create({ workspaceId: site.workspaceId, name: 'Other', key: 'other' })
  await assert.rejects(keys.revoke(other, key.id), { code: 'identity-key-not-found' })
  await assert.rejects(keys.revoke(site, uuidv7()), { code: 'identity-key-not-found' })
  await keys.revoke(site, key.id)
  await keys.revoke(site, key.id)
  assert.equal((await keys.list(site))[0]!.state, 'retired')
  assert.deepEqual(await db.query('select secret from identity_keys'), [{ secret: null }])
})

test('identity keys: a public key is taken as PEM and as JWK', async (t) => {
  const { keys, site } = await setUp(t)
  const { publicKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
  const jwk = publicKey.export({ format: 'jwk' })
  for (const public_key of [pem, jwk as Record<string, unknown>]) {
    const { secret } = await keys.create(site, { algorithm: 'EdDSA', public_key }, null)
    assert.equal(secret, null)
  }
  const held = await keys.forVerifying(site)
  assert.deepEqual(
    held.map((key) => key.public_key),
    [jwk, jwk],
  )
})

test('identity keys: what is no Ed25519 public key is refused, and a private one before all', async (t) => {
  const { keys, site } = await setUp(t)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  for (const [public_key, detail] of [
    [undefined, /needs the public key/],
    ['hello', /as PEM/],
    [{ kty: 'OKP' }, /as PEM/],
    [rsa.export({ type: 'spki', format: 'pem' }) as string, /Ed25519/],
    [privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, /private key/],
    [privateKey.export({ format: 'jwk' }) as Record<string, unknown>, /private key/],
  ] as [string | Record<string, unknown> | undefined, RegExp][])
    await assert.rejects(keys.create(site, { algorithm: 'EdDSA', public_key }, null), (error: Error) => {
      assert.match(error.message, detail)
      return true
    })
  await assert.rejects(
    keys.create(
      site,
      { algorithm: 'HS256', public_key: publicKey.export({ type: 'spki', format: 'pem' }) as string },
      null,
    ),
    { code: 'invalid-request' },
  )
  assert.deepEqual(await keys.list(site), [])
})

test('identity keys: a site has five active ones at most, and room again when one is revoked', async (t) => {
  const { keys, site } = await setUp(t)
  const made = []
  for (let n = 0; n < 5; n++) made.push(await keys.create(site, { algorithm: 'HS256' }, null))
  await assert.rejects(keys.create(site, { algorithm: 'HS256' }, null), { code: 'identity-keys-full' })
  await keys.revoke(site, made[0]!.key.id)
  await keys.create(site, { algorithm: 'HS256' }, null)
})
