// Checks a customer's identity token (JWT, RFC 7519; the rules of RFC 8725): signed by a key of this very site, with
// that key's own algorithm, for this site, and not for long. What is wrong with one is told to developers in plain words.

import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { IDENTITY_LIMITS, IdentityClaims } from '../../sdk/protocol/identity.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { IdentityKeys, VerifyingKey } from './identity-key.service.ts'
import type { Site } from './site.service.ts'

/** Each kind of fault, and what whoever builds tokens can do about it. */
const FAULTS = {
  malformed: 'This is no JWT in compact form (three parts, separated by dots).',
  'no-keys': 'The site has no active identity key: create one first.',
  'kid-missing': 'The site has several active keys: name the one that signed in the header’s kid.',
  'unknown-key': 'The header’s kid names no key of this site.',
  'revoked-key': 'The key that the header’s kid names is revoked.',
  algorithm: 'The header’s alg is not the algorithm of this key.',
  signature: 'The signature does not fit the key.',
  audience: 'The claim aud must be the key of this site (data-site).',
  expired: 'The token has expired.',
  'no-expiry': 'The claim exp is missing or no number of seconds.',
  'too-long': 'The claim exp must be at most an hour from now.',
  'not-yet': 'The claim nbf lies in the future.',
  claims: 'A claim is not in the expected form.',
} as const
export type IdentityFault = keyof typeof FAULTS

const rejected = (reason: IdentityFault, detail?: string): Problem =>
  new Problem('identity-rejected', detail ?? FAULTS[reason], { context: { reason } })

export interface VerifiedIdentity {
  claims: IdentityClaims
  keyId: string
}

function chooseKey(keys: readonly VerifyingKey[], kid: unknown): VerifyingKey {
  const active = keys.filter((key) => key.is_active)
  if (kid === undefined) {
    if (active.length === 0) throw rejected('no-keys')
    if (active.length > 1) throw rejected('kid-missing')
    return active[0]!
  }
  const named = keys.find(({ id }) => id === kid)
  if (!named) throw rejected('unknown-key')
  if (!named.is_active) throw rejected('revoked-key')
  return named
}

/** As bytes or as a point on the curve, never what the token would like it to be. */
const keyOf = ({ secret, public_key }: VerifyingKey): KeyObject =>
  secret === null
    ? createPublicKey({ key: public_key!, format: 'jwk' })
    : createSecretKey(Buffer.from(secret, 'utf8'))

/** Pinned. `Ed25519` is what RFC 9864 calls EdDSA on this curve. */
const ALGORITHMS = { HS256: ['HS256'], EdDSA: ['EdDSA', 'Ed25519'] }

function faultOf(error: unknown): IdentityFault {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'audience'
    if (error.claim === 'exp') return 'no-expiry'
    if (error.claim === 'nbf') return 'not-yet'
    return 'claims'
  }
  if (error instanceof errors.JOSEError) return 'malformed'
  throw error
}

function read(payload: JWTPayload): IdentityClaims {
  try {
    return parse(IdentityClaims, payload)
  } catch (error) {
    throw error instanceof Problem ? rejected('claims', error.detail) : error
  }
}

export interface IdentityTokensDeps {
  keys: Pick<IdentityKeys, 'forVerifying' | 'used'>
  clock: () => Date
}

export function createIdentityTokens({ keys, clock }: IdentityTokensDeps) {
  return {
    /** @throws Problem `identity-rejected`, whose context names the kind of fault as `reason` */
    async verify(site: Pick<Site, 'id' | 'workspaceId' | 'key'>, token: string): Promise<VerifiedIdentity> {
      let kid: unknown
      try {
        kid = decodeProtectedHeader(token).kid
      } catch {
        throw rejected('malformed')
      }
      const key = chooseKey(await keys.forVerifying(site), kid)
      const now = clock()
      let payload: JWTPayload
      try {
        const verified = await jwtVerify(token, keyOf(key), {
          algorithms: ALGORITHMS[key.algorithm],
          audience: site.key,
          requiredClaims: ['exp'],
          clockTolerance: IDENTITY_LIMITS.leeway,
          currentDate: now,
        })
        payload = verified.payload
      } catch (error) {
        throw rejected(faultOf(error))
      }
      const ahead = payload.exp! - now.getTime() / 1000
      if (ahead > IDENTITY_LIMITS.lifetime + IDENTITY_LIMITS.leeway) throw rejected('too-long')
      const claims = read(payload)
      await keys.used(key.id)
      return { claims, keyId: key.id }
    },
  }
}

export type IdentityTokens = ReturnType<typeof createIdentityTokens>
