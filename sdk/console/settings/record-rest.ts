// Records over REST: made, changed and removed at one path, with the desk's own list of them read anew.

import type { TakenAway } from '../../protocol/triage.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskLists } from '../desk-lists.ts'
import type { RecordsPage } from './settings-page.ts'

interface Removal<T> {
  lost: (item: T, desk: Desk) => string | null
  /** What it is made of again. */
  body: (item: T) => unknown
  /** As what conversations have it. */
  kind?: 'tag' | 'topic' | 'department'
}

/** @param list of the desk, where others show these records, too */
export function recordRest<T extends { id: string }>(
  path: string,
  list: keyof DeskLists | null,
  { lost, body: bodyOf, kind }: Removal<T>,
): Pick<RecordsPage<T>, 'create' | 'change' | 'remove'> {
  const renew = ({ lists }: Desk): void => {
    // Its own page has the news already; elsewhere it may wait.
    if (list) lists[list].again().catch(() => {})
  }
  const post = async (desk: Desk, body: unknown): Promise<T> => {
    const item = await desk.client.rest<T>('POST', path, { body })
    renew(desk)
    return item
  }
  return {
    create: async (desk, body) => ({ item: await post(desk, body) }),
    async change(desk, id, body) {
      const after = await desk.client.rest<T>('PATCH', `${path}/${id}`, { body })
      renew(desk)
      return after
    },
    remove: {
      word: 'settings.delete',
      done: 'settings.deleted',
      lost,
      async run(desk, { id }) {
        await desk.client.rest('DELETE', `${path}/${id}`)
        renew(desk)
      },
      again: (desk, item) => post(desk, bodyOf(item)),
      ...(kind && {
        left: async ({ client }: Desk) => (await client.rest<TakenAway>('GET', `/taken-away/${kind}`)).left,
      }),
    },
  }
}
