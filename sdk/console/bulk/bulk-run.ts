// Does the same to many conversations: starts it on the server, follows how far it is, takes it back. No DOM.

import type { AgentClient, InboxQuery } from '../../client/agent-client.api.ts'
import { clientId } from '../../client/client-id.ts'
import { createStore, type Store } from '../../client/store.ts'
import type { BulkOperation, DeskAction, StartBulk } from '../../protocol/desk-tools.ts'
import type { DeskUndo } from '../undo/desk-undo.ts'

/** Where the frames that tell of progress may be lost, it is asked for, ms. */
const ASK_EVERY = 2000

/** Conversations by id, or all that a list finds. */
export type BulkTargets = { ids: readonly string[] } | { query: InboxQuery }
export type BulkWork = { actions: DeskAction[] } | { macroId: string }

export interface BulkRuns {
  /** The one that runs, or ran last and is still of interest. */
  readonly state: Store<BulkOperation | null>
  /** @throws ApiError where it was not begun; what goes wrong later is in the state */
  run(targets: BulkTargets, work: BulkWork, label: string): Promise<void>
  cancel(): Promise<void>
  undo(): Promise<void>
  /** It has been seen. */
  dismiss(): void
  close(): void
}

interface Deps {
  client: Pick<AgentClient, 'rest' | 'listen'>
  undo: Pick<DeskUndo, 'offer' | 'dismiss'>
}

const isGoing = (operation: BulkOperation | null): operation is BulkOperation =>
  operation?.state === 'running' || operation?.state === 'undoing'

export function createBulkRuns({ client, undo }: Deps): BulkRuns {
  const state = createStore<BulkOperation | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let label = ''
  /** Until the server knows of it there is nothing to stop. */
  let begun: Promise<unknown> = Promise.resolve()
  const life = new AbortController()

  function take(operation: BulkOperation): void {
    const before = state.get()
    if (before?.id !== operation.id) return
    // Frames may overtake the answer to the request that began it.
    if (before.state === operation.state && before.done + before.failed > operation.done + operation.failed)
      return
    state.set(operation)
    clearTimeout(timer)
    if (isGoing(operation)) timer = setTimeout(() => void ask(operation.id), ASK_EVERY)
    else if (isGoing(before) && before.state === 'running') finish(operation)
  }

  function finish({ id, undoable, done, total, failed }: BulkOperation): void {
    if (!undoable || done === 0) return
    undo.offer({ label, undo: () => takeBack(id) })
    // Below the list stands how it went, with the same way back.
    if (total > 1 || failed > 0) undo.dismiss()
  }

  async function ask(id: string): Promise<void> {
    try {
      take(await client.rest<BulkOperation>('GET', `/bulk/${id}`))
    } catch {
      if (state.get()?.id === id) timer = setTimeout(() => void ask(id), ASK_EVERY)
    }
  }

  async function takeBack(id: string): Promise<void> {
    const operation = await client.rest<BulkOperation>('POST', `/bulk/${id}/undo`)
    if (state.get()?.id !== id) state.set(operation)
    else take(operation)
  }

  client.listen('bulk.progress', ({ operation }) => take(operation), { signal: life.signal })

  return {
    state,
    async run(targets, work, said) {
      const id = clientId()
      const body: StartBulk = {
        id,
        ...('ids' in targets
          ? { conversation_ids: [...targets.ids] }
          : { view: targets.query.view, filter: targets.query.filter ?? {} }),
        ...('actions' in work ? { actions: work.actions } : { macro_id: work.macroId }),
      }
      const before = state.get()
      clearTimeout(timer)
      const total = 'ids' in targets ? targets.ids.length : 0
      state.set({ id, state: 'running', total, done: 0, failed: 0, failures: [], undoable: false })
      label = said
      // From here on the strip speaks.
      if (total !== 1) undo.dismiss()
      try {
        const answer = client.rest<BulkOperation>('POST', '/bulk', { body })
        begun = answer.catch(() => {})
        take(await answer)
      } catch (error) {
        if (state.get()?.id === id) state.set(isGoing(before) ? before : null)
        throw error
      }
    },
    async cancel() {
      await begun
      const operation = state.get()
      if (isGoing(operation)) take(await client.rest<BulkOperation>('POST', `/bulk/${operation.id}/cancel`))
    },
    async undo() {
      const operation = state.get()
      if (operation) await takeBack(operation.id)
    },
    dismiss: () => state.set(null),
    close() {
      life.abort()
      clearTimeout(timer)
    },
  }
}
