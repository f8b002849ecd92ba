// The verifier against every token that must not pass, each built by hand or by jose as an attacker would.

import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import test from 'node:test'
import { SignJWT } from 'jose'
import { Problem } from '../platform/problem.ts'
import type { VerifyingKey } from './identity-key.service.ts'
import { createIdentityTokens, type IdentityFault } from './identity-token.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const seconds = NOW.getTime() / 1000
const site = { id: randomUUID(), workspaceId: randomUUID(), key: 'shop' }
const SECRET = 'a secret of at least thirty-two bytes, kept by the shop'

const hmacKey = (secret = SECRET): VerifyingKey => ({
  id: randomUUID(),
  algorithm: 'HS256',
  secret,
  public_key: null,
  is_active: true,
})

function edKey(): { key: VerifyingKey; privateKey: KeyObject; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const public_key = publicKey.export({ format: 'jwk' })
  const key: VerifyingKey = {
    id: randomUUID(),
    algorithm: 'EdDSA',
    secret: null,
    public_key,
    is_active: true,
  }
  return { key, privateKey, publicKey }
}

const verifierOf = (...keys: VerifyingKey[]) =>
  createIdentityTokens({
    keys: { forVerifying: async () => keys, used: async () => {} },
    clock: () => NOW,
  })

const CLAIMS = { sub: 'customer-1', aud: 'shop', exp: seconds + 600 }

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with any header at all. */
function forge(header: object, claims: object, hmacSecret?: string | Buffer): string {
  const text = `${encode(header)}.${encode(claims)}`
  const signature = hmacSecret ? createHmac('sha256', hmacSecret).update(text).digest('base64url') : ''
  return `${text}.${signature}`
}

const signed = (claims: object, header: object = {}) => forge({ alg: 'HS256', ...header }, claims, SECRET)

const isRejected = (reason: IdentityFault) => (error: unknown) => {
  assert.ok(error instanceof Problem)
  assert.deepEqual([error.code, error.status, error.extras.context], ['identity-rejected', 401, { reason }])
  const told = JSON.stringify(error.toBody())
  assert.doesNotMatch(told, /thirty-two bytes/)
  return true
}

test('identity token: one that is in order says who it is', async () => {
  const key = hmacKey()
  const claims = {
    ...CLAIMS,
    name: ' Nora ',
    email: 'NORA@shop.example',
    email_verified: true,
    attributes: { plan: 'gold', seats: 3, since: '2024-05-01' },
    iss: 'whoever',
    iat: seconds,
  }
  assert.deepEqual(await verifierOf(key).verify(site, signed(claims)), {
    keyId: key.id,
    claims: {
      sub: 'customer-1',
      name: 'Nora',
      email: 'nora@shop.example',
      email_verified: true,
      attributes: { plan: 'gold', seats: 3, since: '2024-05-01' },
    },
  })
})

test('identity token: EdDSA passes by the public key, under either of its names', async () => {
  const { key, privateKey } = edKey()
  for (const alg of ['EdDSA', 'Ed25519']) {
    const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg, kid: key.id }).sign(privateKey)
    assert.equal((await verifierOf(key).verify(site, token)).claims.sub, 'customer-1')
  }
})

for (const [what, token, reason] of [
  ['no JWT', 'hello', 'malformed'],
  ['alg none', forge({ alg: 'none' }, CLAIMS), 'algorithm'],
  ['alg None', forge({ alg: 'None' }, CLAIMS), 'algorithm'],
  ['another HMAC', forge({ alg: 'HS512' }, CLAIMS, SECRET), 'algorithm'],
  [
    'another secret',
    forge({ alg: 'HS256' }, CLAIMS, 'not the secret of the shop, but as long as it'),
    'signature',
  ],
  ['no signature', forge({ alg: 'HS256' }, CLAIMS), 'signature'],
  [
    'a changed claim',
    signed(CLAIMS).replace(/\.[^.]+\./, `.${encode({ ...CLAIMS, sub: 'eve' })}.`),
    'signature',
  ],
  ['a key of nobody', signed(CLAIMS, { kid: randomUUID() }), 'unknown-key'],
  ['a kid that is no text', signed(CLAIMS, { kid: { $ne: null } }), 'unknown-key'],
  ['another site’s audience', signed({ ...CLAIMS, aud: 'other' }), 'audience'],
  ['no audience', signed({ sub: 'a', exp: seconds + 60 }), 'audience'],
  ['no exp', signed({ sub: 'a', aud: 'shop' }), 'no-expiry'],
  ['an exp that is text', signed({ ...CLAIMS, exp: '2027-01-01' }), 'no-expiry'],
  ['expired', signed({ ...CLAIMS, exp: seconds - 3600 }), 'expired'],
  ['61 s past its end', signed({ ...CLAIMS, exp: seconds - 61 }), 'expired'],
  ['61 s before its beginning', signed({ ...CLAIMS, nbf: seconds + 61 }), 'not-yet'],
  ['good for longer than an hour', signed({ ...CLAIMS, exp: seconds + 3661 }), 'too-long'],
  ['no sub', signed({ aud: 'shop', exp: seconds + 60 }), 'claims'],
  ['an empty sub', signed({ ...CLAIMS, sub: '' }), 'claims'],
  ['a sub that is a number', signed({ ...CLAIMS, sub: 17 }), 'claims'],
  ['a sub that would be another’s without its NUL', signed({ ...CLAIMS, sub: 'eve\0' }), 'claims'],
  ['a sub with half of a character', signed({ ...CLAIMS, sub: 'eve\ud800' }), 'claims'],
  ['a sub of 256 characters', signed({ ...CLAIMS, sub: 'x'.repeat(256) }), 'claims'],
  ['an e-mail that is none', signed({ ...CLAIMS, email: 'nora' }), 'claims'],
  ['an attribute with a nested value', signed({ ...CLAIMS, attributes: { plan: { a: 1 } } }), 'claims'],
  ['a crit header nobody knows', signed(CLAIMS, { crit: ['b64'], b64: false }), 'malformed'],
] as [string, string, IdentityFault][])
  test(`identity token: refused is ${what}`, async () => {
    await assert.rejects(verifierOf(hmacKey()).verify(site, token), isRejected(reason))
  })

test('identity token: 59 seconds of another clock are forgiven at both ends', async () => {
  for (const claims of [
    { ...CLAIMS, exp: seconds - 59 },
    { ...CLAIMS, nbf: seconds + 59 },
    { ...CLAIMS, exp: seconds + 3659 },
  ])
    assert.ok(await verifierOf(hmacKey()).verify(site, signed(claims)))
})

test('identity token: the public key of EdDSA is no HMAC secret, in whatever form', async () => {
  const { key, publicKey } = edKey()
  const forms = [
    publicKey.export({ type: 'spki', format: 'pem' }),
    publicKey.export({ type: 'spki', format: 'der' }),
    key.public_key!.x!,
    Buffer.from(key.public_key!.x!, 'base64url'),
    JSON.stringify(key.public_key),
  ]
  for (const form of forms) {
    const token = forge({ alg: 'HS256', kid: key.id }, CLAIMS, form as string | Buffer)
    await assert.rejects(verifierOf(key).verify(site, token), isRejected('algorithm'))
  }
})

test('identity token: an EdDSA token under an HMAC key is refused, also with a key of its own in the header', async () => {
  const { privateKey, key } = edKey()
  const own = hmacKey()
  const token = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'EdDSA', kid: own.id, jwk: key.public_key as never })
    .sign(privateKey)
  await assert.rejects(verifierOf(own).verify(site, token), isRejected('algorithm'))
})

test('identity token: with several keys the header names one; a revoked one says so and vouches for nobody', async () => {
  const [first, second] = [hmacKey(), hmacKey('another secret, as long as the first one of this test')]
  const verifier = verifierOf(first, second)
  await assert.rejects(verifier.verify(site, signed(CLAIMS)), isRejected('kid-missing'))
  assert.equal((await verifier.verify(site, signed(CLAIMS, { kid: first.id }))).keyId, first.id)
  await assert.rejects(verifier.verify(site, signed(CLAIMS, { kid: second.id })), isRejected('signature'))

  const retired = { ...first, is_active: false, secret: null }
  await assert.rejects(
    verifierOf(retired, second).verify(site, signed(CLAIMS, { kid: first.id })),
    isRejected('revoked-key'),
  )
  // The one that is left needs no name, and the retired one is not tried in its place.
  await assert.rejects(verifierOf(retired, second).verify(site, signed(CLAIMS)), isRejected('signature'))
  await assert.rejects(verifierOf(retired).verify(site, signed(CLAIMS)), isRejected('no-keys'))
})
