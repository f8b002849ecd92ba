import assert from 'node:assert/strict'
import test from 'node:test'
import type { LogEvent } from '../protocol/event.ts'
import { ApiError } from './api-error.ts'
import type { Call } from './command-call.ts'
import { createPageTools, type PageToolDefinition } from './page-tools.ts'

const NOW = Date.parse('2026-01-01T00:00:00.000Z')
const tick = () => new Promise((resolve) => setImmediate(resolve))

function world({ refuse }: { refuse?: ApiError } = {}) {
  const calls: [name: string, input: Record<string, unknown>][] = []
  const held = new Set<string>()
  const timers: { ms: number; call: () => void }[] = []
  const call = (async (name: string, input: Record<string, unknown>) => {
    calls.push([name, input])
    if (refuse && name === 'tools.register') throw refuse
    return { ok: true }
  }) as unknown as Call
  const env = {
    now: () => NOW,
    after(ms: number, call: () => void) {
      timers.push({ ms, call })
      return () => {}
    },
    // As the tabs of a browser share it.
    async lock<T>(name: string, run: () => Promise<T>): Promise<T | null> {
      if (held.has(name)) return null
      held.add(name)
      return run()
    },
  }
  const tab = () => createPageTools({ env: env as never, call, clockOffset: () => 0 })
  const pass = (ms: number) => {
    for (const timer of timers.splice(0)) if (timer.ms <= ms) timer.call()
  }
  return {
    calls,
    tab,
    pass,
    results: () => calls.filter(([name]) => name === 'action.result').map(([, input]) => input),
  }
}

const cart: PageToolDefinition = {
  name: 'get_cart',
  description: 'The cart.',
  handler: ({ of = 'all' }) => ({ cart: of }),
}
const requested = (data: Record<string, unknown> = {}, id = 'a1') =>
  ({
    id,
    conversation_id: 'c1',
    type: 'action.requested',
    at: '2025-12-31T23:59:59.000Z',
    data: { tool: 'get_cart', side: 'page', approval: 'none', input: {}, ...data },
  }) as unknown as LogEvent
const decided = (approved: boolean) =>
  ({
    id: 'd1',
    type: 'action.decided',
    at: '2025-12-31T23:59:59.500Z',
    data: { action_id: 'a1', approved },
  }) as unknown as LogEvent

test('page tools: they are told together once there is a session, and again with the next line, without handlers', async () => {
  const { calls, tab } = world()
  const tools = tab()
  tools.register(cart)
  tools.register({ ...cart, name: 'get_page' })
  await tick()
  assert.equal(calls.length, 0)
  tools.opened()
  await tick()
  assert.deepEqual(
    calls.map(([name, { tools }]) => [name, (tools as { name: string }[]).map(({ name }) => name)]),
    [['tools.register', ['get_cart', 'get_page']]],
  )
  assert.equal(JSON.stringify(calls).includes('handler'), false)
  tools.opened()
  await tick()
  assert.equal(calls.length, 2)
  tools.remove('get_page')
  await tick()
  assert.equal((calls[2]![1].tools as unknown[]).length, 1)
})

test('page tools: what the server refuses for good is not told again by itself', async (t) => {
  t.mock.method(console, 'warn', () => {})
  const { calls, tab } = world({ refuse: new ApiError('invalid-request') })
  const tools = tab()
  tools.register(cart)
  tools.opened()
  await tick()
  await tick()
  assert.equal(calls.length, 1)
})

test('page tools: a handler is run once in all tabs, with its input, and its result is told', async () => {
  const { tab, results } = world()
  const events = [requested({ input: { of: 'parts' } })]
  for (const tools of [tab(), tab()]) {
    tools.register(cart)
    tools.look(events)
    tools.look(events)
  }
  await tick()
  assert.deepEqual(results(), [{ conversation_id: 'c1', action_id: 'a1', result: '{"cart":"parts"}' }])
})

test('page tools: one that changes something waits for the visitor’s yes', async () => {
  const { tab, results } = world()
  const tools = tab()
  tools.register({ ...cart, effect: 'write' })
  const wish = requested({ approval: 'customer' })
  tools.look([wish])
  await tick()
  assert.equal(results().length, 0)
  tools.look([wish, decided(false)])
  await tick()
  assert.equal(results().length, 0)
  tools.look([wish, decided(true)])
  await tick()
  assert.equal(results().length, 1)
})

test('page tools: a handler that throws or never ends is told as failed, and nothing of its error leaves the page', async (t) => {
  t.mock.method(console, 'warn', () => {})
  const { tab, results, pass } = world()
  const tools = tab()
  tools.register({
    ...cart,
    handler: () => {
      throw new Error('secret')
    },
  })
  tools.register({ ...cart, name: 'slow', handler: () => new Promise(() => {}) })
  tools.look([requested(), requested({ tool: 'slow' }, 'a2')])
  await tick()
  pass(10_000)
  await tick()
  assert.deepEqual(
    results().map(({ error, result }) => [error, result]),
    [
      [true, 'The page could not tell.'],
      [true, 'The page could not tell.'],
    ],
  )
})

test('page tools: what is long is cut, what is old, unknown or not the page’s is left alone', async () => {
  const { tab, results } = world()
  const tools = tab()
  tools.register({ ...cart, handler: () => 'x'.repeat(9000) })
  const old = { ...requested({}, 'old'), at: '2025-12-31T23:00:00.000Z' } as LogEvent
  tools.look([
    old,
    requested({ tool: 'other' }, 'other'),
    requested({ side: 'server' }, 'server'),
    requested(),
  ])
  await tick()
  assert.deepEqual(
    results().map(({ action_id, result }) => [action_id, (result as string).length]),
    [['a1', 8000]],
  )
})
