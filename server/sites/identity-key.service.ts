// A site's identity keys: what its own system signs its customers' tokens with. A secret is in the answer to its
// creation and is read by the verifier; nothing else gets to see it.

import { createPublicKey, type JsonWebKey, randomBytes } from 'node:crypto'
import type { IdentityAlgorithm, IdentityKey } from '../../sdk/protocol/identity.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Site } from './site.service.ts'

/** Two while one takes the other's place; more for systems that share none. */
const MOST_ACTIVE = 5

type OfSite = Pick<Site, 'id' | 'workspaceId'>

/** What a token is checked with. */
export interface VerifyingKey {
  id: string
  algorithm: IdentityAlgorithm
  secret: string | null
  public_key: JsonWebKey | null
  is_active: boolean
}

interface KeyRow {
  id: string
  algorithm: IdentityAlgorithm
  created_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

const SHOWN = 'id, algorithm, created_at, last_used_at, revoked_at'

const toKey = (row: KeyRow): IdentityKey => ({
  id: row.id,
  algorithm: row.algorithm,
  state: row.revoked_at ? 'retired' : 'active',
  created_at: row.created_at.toISOString(),
  last_used_at: row.last_used_at?.toISOString() ?? null,
})

const refuse = (detail: string): Problem =>
  new Problem('invalid-request', detail, { errors: [{ pointer: '/public_key', detail }] })

/** The JWK of an Ed25519 public key. @throws Problem `invalid-request` */
function publicJwk(given: string | Record<string, unknown>): JsonWebKey {
  // Node would quietly take the public half of it; but who pastes it has to know that it must be replaced.
  const isPrivate = typeof given === 'string' ? given.includes('PRIVATE KEY') : 'd' in given
  if (isPrivate) throw refuse('This is the private key, which must never leave your system: make a new pair.')
  let key: ReturnType<typeof createPublicKey>
  try {
    key =
      typeof given === 'string'
        ? createPublicKey(given)
        : createPublicKey({ key: given as JsonWebKey, format: 'jwk' })
  } catch {
    throw refuse('Give the public key as PEM (BEGIN PUBLIC KEY) or as a JWK.')
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refuse('Give the public key of an Ed25519 pair.')
  return key.export({ format: 'jwk' })
}

export function createIdentityKeys({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** All of a site's, newest first. */
    async list(site: OfSite): Promise<IdentityKey[]> {
      const rows = await db.query<KeyRow>(
        `select ${SHOWN} from identity_keys where workspace_id = $1 and site_id = $2 order by id desc`,
        [site.workspaceId, site.id],
      )
      return rows.map(toKey)
    },

    /**
     * `secret` is there for HS256 and is told this once: 256 random bits as text, of which the UTF-8 bytes are the key
     * (RFC 7518 §3.2), so that every library takes it as it stands.
     * @throws Problem `identity-keys-full`, `invalid-request`
     */
    async create(
      site: OfSite,
      input: {
        algorithm: IdentityAlgorithm
        public_key?: string | Record<string, unknown> | undefined
      },
      createdBy: string | null,
    ): Promise<{ key: IdentityKey; secret: string | null }> {
      const { algorithm, public_key } = input
      if (algorithm === 'EdDSA' && public_key === undefined)
        throw refuse('EdDSA needs the public key of your pair.')
      if (algorithm === 'HS256' && public_key !== undefined) throw refuse('A public key goes with EdDSA.')
      const secret = algorithm === 'HS256' ? randomBytes(32).toString('base64url') : null
      const jwk = public_key === undefined ? null : publicJwk(public_key)
      const [row] = await db.query<KeyRow>(
        `insert into identity_keys (id, workspace_id, site_id, algorithm, secret, public_key, created_by)
         select $1, $2, $3, $4, $5, $6::jsonb, $7
          where (select count(*) from identity_keys
                  where workspace_id = $2 and site_id = $3 and revoked_at is null) < ${MOST_ACTIVE}
         returning ${SHOWN}`,
        [uuidv7(), site.workspaceId, site.id, algorithm, secret, jwk && JSON.stringify(jwk), createdBy],
      )
      if (!row) throw new Problem('identity-keys-full', 'Revoke one that is no longer used first.')
      return { key: toKey(row), secret }
    },

    /** Signs for nobody from here on; its secret is gone. Twice does no harm. @throws Problem `identity-key-not-found` */
    async revoke(site: OfSite, id: string, transaction?: Transaction): Promise<void> {
      const rows = await db.query(
        `update identity_keys set revoked_at = coalesce(revoked_at, now()), secret = null
          where workspace_id = $1 and site_id = $2 and id = $3 returning id`,
        [site.workspaceId, site.id, id],
        transaction,
      )
      if (rows.length === 0) throw new Problem('identity-key-not-found')
    },

    /** For the verifier alone. Asked each time, so that a revoked key is so at once, on every node. */
    forVerifying: (site: OfSite): Promise<VerifyingKey[]> =>
      db.query<VerifyingKey>(
        `select id, algorithm, secret, public_key, revoked_at is null as is_active
           from identity_keys where workspace_id = $1 and site_id = $2`,
        [site.workspaceId, site.id],
      ),

    /** Written once a minute at most. */
    async used(id: string): Promise<void> {
      await db.query(
        `update identity_keys set last_used_at = now()
          where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute') returning id`,
        [id],
      )
    },
  }
}

export type IdentityKeys = ReturnType<typeof createIdentityKeys>
