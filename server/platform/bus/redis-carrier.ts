// News between nodes by Redis's PUBLISH, on a channel of this desk's own: several desks may share a Redis.

import type { Database } from '../database/database.ts'
import { latePackage } from '../late-package.ts'
import type { Redis } from '../redis.ts'
import type { Carrier } from './carrier.ts'

const PIECE_BYTES = 64 * 1024
const CONNECT_MS = 5000

export interface RedisCarrierDeps {
  redis: Pick<Redis, 'client' | 'isReady'>
  /** Of the same Redis: listening takes a connection of its own. */
  url: string
  db: Pick<Database, 'query'>
}

export function createRedisCarrier({ redis, url, db }: RedisCarrierDeps): Carrier {
  let known: string | undefined

  async function channel(): Promise<string> {
    if (known) return known
    const [row] = await db.query<{ id: string }>('select id from instance')
    known = `deskbell:${row!.id}`
    return known
  }

  return {
    pieceBytes: PIECE_BYTES,
    async send(pieces) {
      if (!redis.isReady()) throw new Error('Redis is away.')
      const name = await channel()
      await Promise.all(pieces.map((piece) => redis.client.publish(name, piece)))
    },
    async listen(hear, lost) {
      const name = await channel()
      const { createClient } = latePackage('@redis/client')
      const client = createClient({ url, socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false } })
      client.on('error', lost)
      client.on('end', () => lost(new Error('The connection ended.')))
      try {
        await client.connect()
        await client.subscribe(name, hear)
      } catch (error) {
        if (client.isOpen) client.destroy()
        throw error
      }
      return {
        probe: () => client.ping(),
        end() {
          if (client.isOpen) client.destroy()
        },
      }
    },
  }
}
