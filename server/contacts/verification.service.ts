// Codes mailed to an address, to show that it is the caller's: eight digits, for one purpose on one site, once, for ten
// minutes and five guesses. Asking looks the same whether or not there is anything to mail.

import { createHash, randomInt } from 'node:crypto'
import type { Database } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Mail } from '../platform/mail/mail.service.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { codeMail } from './code-words.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'verification.mail': { workspace_id: string; verification_id: string; locale: string | null }
  }
}

export type VerificationPurpose = 'ticket' | 'chat' | 'lookup'

export const CODE_SECONDS = 600
const GUESSES = 5

/** For whom a code is, and for what: all of it must be the same when it is given back. */
export interface VerificationScope {
  workspaceId: string
  siteId: string
  purpose: VerificationPurpose
  /** In lower case. */
  address: string
}

export interface Proof {
  verification_id: string
  verification_code: string
}

interface Pending {
  site_id: string
  purpose: VerificationPurpose
  address: string
}

export interface VerificationDeps {
  db: Database
  jobs: Jobs
  mail: Mail
  siteName: (siteId: string) => Promise<string>
  /** Whether there is anything a `lookup` could show to the owner of this address. */
  hasTickets: (scope: Omit<VerificationScope, 'purpose'>) => Promise<boolean>
  makeCode?: () => string
}

/**
 * Salted by its id. A hundred million codes are soon tried on a stolen row; what protects it is that it holds for ten
 * minutes.
 */
const hashCode = (id: string, code: string): Buffer => createHash('sha256').update(`${id} ${code}`).digest()

const eightDigits = (): string => String(randomInt(100_000_000)).padStart(8, '0')

const REFUSED = 'Look again, or ask for a new code.'

export function createVerifications({
  db,
  jobs,
  mail,
  siteName,
  hasTickets,
  makeCode = eightDigits,
}: VerificationDeps) {
  // The job, not the request, finds out whether there is anything to mail: callers cannot tell by the time it takes.
  jobs.handle('verification.mail', async ({ workspace_id, verification_id, locale }) => {
    const [row] = await db.query<Pending>(
      `select site_id, purpose, address from verifications
        where id = $1 and workspace_id = $2 and code_hash is null and expires_at > now()`,
      [verification_id, workspace_id],
    )
    if (!row) return
    const { site_id: siteId, purpose, address } = row
    if (purpose === 'lookup' && !(await hasTickets({ workspaceId: workspace_id, siteId, address }))) return
    const code = makeCode()
    const site = await siteName(siteId)
    await db.transaction(async (transaction) => {
      await db.query(
        'update verifications set code_hash = $3 where id = $1 and workspace_id = $2 returning id',
        [verification_id, workspace_id, hashCode(verification_id, code)],
        transaction,
      )
      await mail.send(
        {
          workspaceId: workspace_id,
          to: address,
          kind: 'code',
          fromName: site,
          ...codeMail(locale, { code, site }),
          goodForSeconds: CODE_SECONDS,
          isProof: true,
        },
        transaction,
      )
    })
  })

  /** Counts the guess and, if it is right, uses the code up, in one statement: two at once cannot both have it. */
  async function redeem(
    scope: VerificationScope,
    { verification_id: id, verification_code }: Proof,
  ): Promise<void> {
    const [row] = await db.query<{ used: boolean }>(
      `update verifications set guesses = guesses + 1, used_at = case when code_hash = $6 then now() end
        where id = $1 and workspace_id = $2 and site_id = $3 and purpose = $4 and address = $5
          and used_at is null and expires_at > now() and guesses < ${GUESSES}
       returning used_at is not null as used`,
      [id, scope.workspaceId, scope.siteId, scope.purpose, scope.address, hashCode(id, verification_code)],
    )
    if (!row?.used) throw new Problem('code-wrong', REFUSED)
  }

  return {
    /**
     * Begins a verification; the code goes by mail, if there is anything for this address.
     * @throws Problem `mail-off`
     */
    async request(
      scope: VerificationScope,
      locale: string | null,
    ): Promise<{ verification_id: string; expires_in: number }> {
      mail.demand()
      const id = uuidv7()
      await db.transaction(async (transaction) => {
        await db.query(
          `with old as (delete from verifications where expires_at < now() - interval '1 day')
           insert into verifications (id, workspace_id, site_id, purpose, address, expires_at)
           values ($1, $2, $3, $4, $5, now() + make_interval(secs => ${CODE_SECONDS})) returning id`,
          [id, scope.workspaceId, scope.siteId, scope.purpose, scope.address],
          transaction,
        )
        const payload = { workspace_id: scope.workspaceId, verification_id: id, locale }
        await jobs.add('verification.mail', payload, { maxAttempts: 5 }, transaction)
      })
      return { verification_id: id, expires_in: CODE_SECONDS }
    },

    /**
     * Takes the code and does what it is for. What fails gives the code back, so that it can be mended and sent again.
     * @throws Problem `code-wrong`, the same for every way of being wrong
     */
    async prove<T>(scope: VerificationScope, proof: Proof, act: () => Promise<T>): Promise<T> {
      await redeem(scope, proof)
      await mail.confirm(scope.workspaceId, scope.address)
      try {
        return await act()
      } catch (error) {
        await db.query(
          'update verifications set used_at = null where id = $1 and workspace_id = $2 returning id',
          [proof.verification_id, scope.workspaceId],
        )
        throw error
      }
    },
  }
}

export type Verifications = ReturnType<typeof createVerifications>
