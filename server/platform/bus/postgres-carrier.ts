// News between nodes by PostgreSQL's NOTIFY. Never inside a transaction that writes: a commit with a notification in it
// waits for every other such commit.

import pg from 'pg'
import type { Database } from '../database/database.ts'
import type { Carrier } from './carrier.ts'

const CHANNEL = 'deskbell'
/** PostgreSQL refuses 8,000 and more. */
const PIECE_BYTES = 7990

// Not waiting for the disk: what a crash of the database takes away, a look at the database brings back.
const NOTIFY = `
  with quick as materialized (select set_config('synchronous_commit', 'off', true))
  select pg_notify($1, piece) from quick, unnest($2::text[]) with ordinality as given (piece, place) order by place`

export interface PostgresCarrierDeps {
  db: Pick<Database, 'prepared'>
  /** Of the same database: listening takes a connection of its own. */
  url: string
}

export function createPostgresCarrier({ db, url }: PostgresCarrierDeps): Carrier {
  return {
    pieceBytes: PIECE_BYTES,
    async send(pieces) {
      await db.prepared('bus-notify', NOTIFY, [CHANNEL, pieces])
    },
    async listen(hear, lost) {
      const client = new pg.Client({ connectionString: url, application_name: 'deskbell-listen' })
      // Its own farewell could wait for ever for an answer.
      const end = (): void => {
        ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      }
      client.on('error', lost)
      client.on('end', () => lost(new Error('The connection ended.')))
      client.on('notification', ({ payload }) => hear(payload ?? ''))
      try {
        await client.connect()
        await client.query(`listen ${CHANNEL}`)
      } catch (error) {
        end()
        throw error
      }
      return { probe: () => client.query('select 1'), end }
    },
  }
}
