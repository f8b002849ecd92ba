// A run over many conversations, without its strip.

import { expect } from '@open-wc/testing'
import type { AgentClient } from '../../client/agent-client.api.ts'
import { createBulkRuns } from './bulk-run.ts'

/** A server that answers when it is told to, and the frames it sends. */
function server() {
  const answers: PromiseWithResolvers<unknown>[] = []
  let tell: (news: { operation: object }) => void = () => {}
  const client = {
    listen: (_type: string, hear: typeof tell) => {
      tell = hear
    },
    rest: () => {
      answers.push(Promise.withResolvers())
      return answers.at(-1)!.promise
    },
  } as unknown as AgentClient
  const runs = createBulkRuns({ client, undo: { offer() {}, dismiss() {} } })
  const begin = () => runs.run({ ids: ['a', 'b', 'c'] }, { actions: [{ type: 'resolve' }] }, 'Resolved')
  return { answers, runs, begin, tell: (operation: object) => tell({ operation }) }
}

describe('a run over many', () => {
  it('is as far as it was told last, and hears nothing of another', async () => {
    const { answers, runs, begin, tell } = server()
    const run = begin()
    const begun = runs.state.get()!
    tell({ ...begun, done: 2 })
    answers[0]!.resolve(begun)
    await run
    expect(runs.state.get()!.done).to.equal(2)
    tell({ ...begun, id: 'another', done: 3 })
    expect(runs.state.get()!.done).to.equal(2)
    runs.close()
  })

  it('leaves the one before to be stopped where it could not begin', async () => {
    const { answers, runs, begin } = server()
    const first = begin()
    const { id } = runs.state.get()!
    answers[0]!.resolve(runs.state.get())
    await first
    const second = begin()
    answers[1]!.reject(new Error('away'))
    await second.catch(() => {})
    expect(runs.state.get()!.id).to.equal(id)
    runs.close()
  })

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
