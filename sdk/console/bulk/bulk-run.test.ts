// A run over many conversations, without its strip.

import { expect } from '@open-wc/testing'
import type { AgentClient } from '../../client/agent-client.api.ts'
import { createBulkRuns } from './bulk-run.ts'

describe('a run over many', () => {
  it('is stopped once the server knows of it', async () => {
    const asked: string[] = []
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const client = {
      listen: () => {},
      rest: (method: string, path: string) => {
        asked.push(`${method} ${path.replace(/[0-9a-f-]{36}/, 'id')}`)
        return path === '/bulk' ? promise : Promise.resolve({ id: '', state: 'cancelled' })
      },
    } as unknown as AgentClient
    const runs = createBulkRuns({ client, undo: { offer() {}, dismiss() {} } })
    const run = runs.run({ ids: ['a', 'b'] }, { actions: [{ type: 'resolve' }] }, 'Resolved')
    const stopped = runs.cancel()
    await Promise.resolve()
    expect(asked).to.deep.equal(['POST /bulk'])
    resolve({ ...runs.state.get() })
    await Promise.all([run, stopped])
    expect(asked).to.deep.equal(['POST /bulk', 'POST /bulk/id/cancel'])
    runs.close()
  })
})
