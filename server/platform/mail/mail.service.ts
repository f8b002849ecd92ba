// Outgoing mail: a row and a job in the caller's transaction, so that what was promised is sent however often the process
// dies in between. Counts what an address gets; knows nothing of what mails are about.

import type { Block } from '../../../sdk/protocol/rich-text-tree.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { derivedUuid, uuidv7 } from '../uuid.ts'
import { writeLetter } from './mail-letter.ts'
import { MailRefused, type MailTransport } from './mail-transport.ts'

declare module '../jobs/jobs.ts' {
  interface JobPayloads {
    'mail.send': { workspace_id: string; mail_id: string }
  }
}

/**
 * Mails a day to one address, since anybody may type anybody's: in all while nobody has shown it to be theirs, and of
 * each kind after that.
 */
export const A_DAY = 3
/** The last attempt comes about a day and a half after the first. */
const MOST_ATTEMPTS = 15
const KEEP_DAYS = 30

export interface NewMail {
  workspaceId: string
  /** One address, as parsed by a schema. */
  to: string
  /** A word for logs and counts. */
  kind: string
  /** Whom it is from, beside the server's own address. */
  fromName: string
  subject: string
  content: Block[]
  /** BCP 47. */
  locale: string
  /** What it is about: a second mail about the same is none. */
  key?: string
  /** Not worth sending after so many seconds. */
  goodForSeconds?: number
  /** Limited by whoever sends it, once the address has been shown to be somebody's: a code, without which they are shut out. */
  isProof?: boolean
}

export type MailOutcome = 'sent' | 'retried' | 'failed' | 'suppressed' | 'expired'

interface MailRow {
  id: string
  address: string
  kind: string
  content: Pick<NewMail, 'fromName' | 'subject' | 'content' | 'locale'>
  created_at: Date
  is_late: boolean
}

export interface MailDeps {
  db: Database
  jobs: Jobs
  log: Log
  /** Null: mail is off. */
  transport: MailTransport | null
  /** Told how each attempt ended. */
  onMail?: (kind: string, outcome: MailOutcome) => void
}

// One address is written to by one transaction at a time: otherwise two would each see room for one more.
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 4600014))'

const ADD = `
  with old as (
    delete from mails where workspace_id = $2 and address = $3 and created_at < now() - interval '${KEEP_DAYS} days'
  ), known as (
    select exists (select from mailboxes where workspace_id = $2 and address = $3 and verified_at is not null) as yes
  ), room as (
    -- Proofs have room of their own: whoever names an address in forms must not shut its reader out.
    select case when known.yes then $7::boolean or lately.same < ${A_DAY}
                when $7::boolean then lately.same < ${A_DAY}
                else lately.every < ${A_DAY} end as is_left
      from known, lateral (
        select count(*) as every, count(*) filter (where kind = $4) as same from mails
         where workspace_id = $2 and address = $3 and state <> 'suppressed' and created_at > now() - interval '1 day') lately
  )
  insert into mails (id, workspace_id, address, kind, content, state, expires_at)
  select $1, $2, $3, $4, case when is_left then $5::jsonb end, case when is_left then 'queued' else 'suppressed' end,
         now() + make_interval(secs => $6::int)
    from room
      on conflict (id) do nothing
  returning state`

export function createMail({ db, jobs, log, transport, onMail = () => {} }: MailDeps) {
  async function end(id: string, workspaceId: string, state: 'sent' | 'failed' | 'expired', fault?: string) {
    await db.query(
      `update mails set state = $3, content = null, fault = $4, attempts = attempts + 1, ended_at = now()
        where id = $1 and workspace_id = $2 returning id`,
      [id, workspaceId, state, fault ?? null],
    )
  }

  async function attempt(row: MailRow, workspaceId: string, isLast: boolean): Promise<MailOutcome> {
    const { id, address: to, kind, content, created_at: date } = row
    if (row.is_late || !transport) {
      await end(id, workspaceId, 'expired')
      return 'expired'
    }
    try {
      await transport.send({ id, to, fromName: content.fromName, date, ...writeLetter(content) })
      await end(id, workspaceId, 'sent')
      return 'sent'
    } catch (error) {
      // The address and the server's words about it stay in the row: a log is read by more people.
      const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
      const facts = { mail: id, kind, code, responseCode }
      if (error instanceof MailRefused) {
        log.warn(facts, 'mail: refused for good')
        await end(id, workspaceId, 'failed', error.reason)
        if (error.bounced)
          await db.query(
            `insert into mailboxes (workspace_id, address, bounced_at, bounce) values ($1, $2, now(), $3)
             on conflict (workspace_id, address) do update set bounced_at = now(), bounce = excluded.bounce
             returning address`,
            [workspaceId, to, error.reason],
          )
        return 'failed'
      }
      const fault = error instanceof Error ? error.message.slice(0, 500) : String(error)
      if (isLast) {
        log.error(facts, 'mail: given up')
        await end(id, workspaceId, 'failed', fault)
        return 'failed'
      }
      log.warn(facts, 'mail: could not be sent yet')
      await db.query(
        'update mails set attempts = attempts + 1, fault = $3 where id = $1 and workspace_id = $2 returning id',
        [id, workspaceId, fault],
      )
      return 'retried'
    }
  }

  jobs.handle('mail.send', async ({ workspace_id, mail_id }, run) => {
    const [row] = await db.query<MailRow>(
      `select id, address, kind, content, created_at, coalesce(expires_at < now(), false) as is_late
         from mails where id = $1 and workspace_id = $2 and state = 'queued'`,
      [mail_id, workspace_id],
    )
    if (!row) return
    const outcome = await attempt(row, workspace_id, run.attempt >= MOST_ATTEMPTS)
    onMail(row.kind, outcome)
    if (outcome === 'retried') throw new Error('A mail could not be sent yet.')
  })

  async function add(mail: NewMail, transaction: Transaction): Promise<'queued' | 'suppressed'> {
    const { workspaceId, to, kind, key, goodForSeconds = null, isProof = false } = mail
    const { fromName, subject, content, locale } = mail
    const id = key === undefined ? uuidv7() : derivedUuid('mail', key)
    const address = to.toLowerCase()
    await db.query(LOCK, [`${workspaceId} ${address}`], transaction)
    const held = JSON.stringify({ fromName, subject, content, locale })
    const bind = [id, workspaceId, address, kind, held, goodForSeconds, isProof]
    const [row] = await db.query<{ state: 'queued' | 'suppressed' }>(ADD, bind, transaction)
    // Two at most are at work at once, however slow the mail server is: other jobs are waited for, too.
    const options = { queue: isProof ? 'mail-proof' : 'mail', maxAttempts: MOST_ATTEMPTS }
    if (row?.state === 'queued')
      await jobs.add('mail.send', { workspace_id: workspaceId, mail_id: id }, options, transaction)
    if (row?.state === 'suppressed') {
      log.warn({ mail: id, kind }, 'mail: the address has had enough for today')
      onMail(kind, 'suppressed')
    }
    return row?.state ?? 'queued'
  }

  return {
    /** Whether this server sends mail at all. */
    enabled: transport !== null,

    /** @throws Problem `mail-off` */
    demand(): void {
      if (!transport) throw new Problem('mail-off', 'The operator of this server has set up no mail.')
    },

    /**
     * Writes a mail; it is sent once the transaction has committed. `suppressed`: the address has had its share.
     * @throws Problem `mail-off`
     */
    async send(mail: NewMail, transaction?: Transaction): Promise<'queued' | 'suppressed'> {
      this.demand()
      return transaction ? add(mail, transaction) : db.transaction((own) => add(mail, own))
    },

    /** Somebody who reads this mailbox has shown it; mails of one kind no longer shut out others. */
    async confirm(workspaceId: string, address: string, transaction?: Transaction): Promise<void> {
      await db.query(
        `insert into mailboxes (workspace_id, address, verified_at) values ($1, $2, now())
         on conflict (workspace_id, address) do update set verified_at = now() returning address`,
        [workspaceId, address.toLowerCase()],
        transaction,
      )
    },

    close: (): void => transport?.close(),
  }
}

export type Mail = ReturnType<typeof createMail>
