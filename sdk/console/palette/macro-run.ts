// Runs a macro on the open conversation: as an operation of one, which tells how far it is and can be taken back.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { clientId } from '../../client/client-id.ts'
import type { BulkOperation, Macro } from '../../protocol/desk-tools.ts'
import type { Desk } from '../desk.context.ts'

/** Where no frame comes, it is asked so often, ms, and so many times. */
const LOOK = 700
const LOOKS = 40

const isOver = ({ state }: BulkOperation): boolean => state !== 'running' && state !== 'undoing'

/** Resolves when the operation is over, told by a frame or found by asking. */
async function ended(operation: BulkOperation, desk: Desk): Promise<BulkOperation> {
  if (isOver(operation)) return operation
  const life = new AbortController()
  const { client } = desk
  try {
    return await new Promise<BulkOperation>((resolve, reject) => {
      const hear = (now: BulkOperation): void => {
        if (now.id === operation.id && isOver(now)) resolve(now)
      }
      client.listen('bulk.progress', (data) => hear(data.operation), { signal: life.signal })
      let looks = 0
      const look = (): void => {
        if (life.signal.aborted) return
        if (++looks > LOOKS) {
          reject(new Error(desk.t('macro.slow')))
          return
        }
        client.rest<BulkOperation>('GET', `/bulk/${operation.id}`).then(hear, reject)
        setTimeout(look, LOOK)
      }
      setTimeout(look, LOOK)
    })
  } finally {
    life.abort()
  }
}

/** @throws what the server refused it with, or the reason of the first step that failed */
export async function runMacro(
  macro: Macro,
  view: Pick<AgentConversationView, 'id'>,
  desk: Desk,
): Promise<void> {
  const { client, undo, t } = desk
  const what = t('macro.done', { name: macro.name })
  undo.say(t('macro.running', { name: macro.name }))
  const started = await client.rest<BulkOperation>('POST', '/bulk', {
    body: { id: clientId(), conversation_ids: [view.id], macro_id: macro.id },
  })
  const over = await ended(started, desk)
  const [failure] = over.failures
  if (failure) throw new Error(failure.reason)
  if (!over.undoable) return undo.say(what)
  undo.offer({
    label: what,
    undo: async () => {
      await ended(await client.rest<BulkOperation>('POST', `/bulk/${over.id}/undo`, { body: {} }), desk)
    },
    redo: () => runMacro(macro, view, desk),
  })
}
