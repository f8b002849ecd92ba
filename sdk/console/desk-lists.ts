// The team's tools as lists that load when somebody first needs them, and are then shared by all who do.

import type { AgentClient } from '../client/agent-client.api.ts'
import { createStore, type Store } from '../client/store.ts'
import type { AgentLoads } from '../protocol/board.ts'
import type { CannedReply, Macro } from '../protocol/desk-tools.ts'
import type { AdminTag, AdminTopic, ConversationField } from '../protocol/triage.ts'

export interface DeskList<T> {
  /** Null until it was loaded. */
  readonly store: Store<readonly T[] | null>
  /** Loads once; asking again costs nothing. @throws ApiError */
  load(): Promise<readonly T[]>
  /** After a change: reads it anew. @throws ApiError */
  again(): Promise<readonly T[]>
}

export interface DeskLists {
  readonly tags: DeskList<AdminTag>
  readonly topics: DeskList<AdminTopic>
  readonly fields: DeskList<ConversationField>
  readonly canned: DeskList<CannedReply>
  readonly macros: DeskList<Macro>
  readonly sites: DeskList<{ id: string; name: string }>
  /** Who has how many chats now: read anew where it is some seconds old. */
  readonly loads: DeskList<AgentLoads['loads'][number]>
}

/** What moves all the time is true for so long, ms. */
const FRESH = 5000

/** The desk's lists, read through this client. */
export function createDeskLists(client: Pick<AgentClient, 'rest' | 'listen'>): DeskLists {
  /** What to do where a list was changed by somebody, by its path. */
  const changed = new Map<string, () => void>()
  client.listen('desk.changed', ({ list }) => changed.get(`/${list}`)?.())
  let isBack = false
  client.listen('welcome', () => {
    // While the line was down nobody was told.
    if (isBack) for (const renew of changed.values()) renew()
    isBack = true
  })

  function list<T>(path: string, fresh = Number.POSITIVE_INFINITY): DeskList<T> {
    const store = createStore<readonly T[] | null>(null)
    let loading: Promise<readonly T[]> | null = null
    let askedAt = 0

    const again = (): Promise<readonly T[]> => {
      askedAt = performance.now()
      const asked = client.rest<Record<string, unknown>>('GET', path).then(
        (answer) => {
          // Each of these answers holds one list, under a name of its own.
          const found = (Object.values(answer).find(Array.isArray) ?? []) as readonly T[]
          if (loading === asked) store.set(found)
          return found
        },
        (error: unknown) => {
          // The next who asks tries anew.
          if (loading === asked) loading = null
          throw error
        },
      )
      loading = asked
      return asked
    }
    // What nobody has asked for yet is read when somebody does.
    changed.set(path, () => {
      if (loading) again().catch(() => {})
    })
    const isFresh = (): boolean => performance.now() - askedAt < fresh
    return { store, load: () => (loading && isFresh() ? loading : again()), again }
  }

  return {
    tags: list('/tags'),
    topics: list('/topics'),
    fields: list('/conversation-fields'),
    canned: list('/canned-replies'),
    macros: list('/macros'),
    sites: list('/sites'),
    loads: list('/board/loads', FRESH),
  }
}
