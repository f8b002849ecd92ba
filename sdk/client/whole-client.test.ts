// The whole client against any run of events: tabs that open, crash, freeze and hand the line over, lines that break,
// acks and events that get lost or come twice, resets, messages written off line. Whatever happens, once it is quiet
// every tab shows the server's log, and everything that was stored is in it once.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type ManualTab, manualBrowser } from '../../test/helpers/manual-browser.ts'
import { modelServer } from '../../test/helpers/model-server.ts'
import type { VisitorClient, VisitorConversationView } from './visitor-client.api.ts'
import { createVisitorClient } from './visitor-client.ts'
// The client fetches it when it is needed; here it must not take a moment of real time.
import './visitor-live.ts'

const FAULTS = ['loseAcks', 'doubleAcks', 'dropEvents', 'resets'] as const
const SWITCHES = ['down', 'noSockets', 'deafSockets'] as const

/** One thing that happens; numbers wrap around what there is. */
const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('write' as const), tab: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'other' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 100, max: 8_000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('fault' as const), name: fc.constantFrom(...FAULTS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('switch' as const), name: fc.constantFrom(...SWITCHES) }),
  },
  { weight: 2, arbitrary: fc.constantFrom({ do: 'cut' as const }, { do: 'halfOpen' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'open' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('crash', 'close', 'reload', 'freeze', 'thaw', 'hide', 'wake', 'look away'),
      tab: fc.nat(3),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface OpenTab {
  machine: ManualTab
  client: VisitorClient
  view: VisitorConversationView
  name: string
  written: number
  /** What it was told to be stored. */
  stored: string[]
}

/** Calls `gone` for every message that is drawn and then no more, unless the view has begun anew from a snapshot. */
function watch({ state }: VisitorConversationView, gone: (body: string) => void): void {
  const drawn = new Set<string>()
  const look = (): void => {
    const { events, pending, hasEarlier } = state.get()
    const shown = new Set(events.map(({ data }) => ('body' in data ? data.body : '')))
    for (const { body } of pending) shown.add(body)
    for (const body of drawn) if (!shown.has(body) && !hasEarlier) gone(body)
    drawn.clear()
    for (const body of shown) drawn.add(body)
  }
  state.subscribe(look)
  look()
}

async function play(steps: readonly Step[], locks: boolean): Promise<void> {
  const server = modelServer()
  const browser = manualBrowser({ locks, fetch: server.fetch, socket: server.socket })
  server.live(browser)
  const { advance } = browser
  const tabs: OpenTab[] = []
  /** In the order written, by tab; only those whose storing was confirmed are promised. */
  const stored: string[] = []
  const said: string[] = []
  const maybe = new Set<string>()
  const vanished: string[] = []
  let opened = 0

  const clientOf = (machine: ManualTab): VisitorClient =>
    createVisitorClient({ server: 'http://x.test', site: 'shop' }, machine.env)

  const first = browser.open()
  const client = clientOf(first)
  const starting = client.conversations.start({ message: 'first' })
  await advance(1_000)
  const { id, ...rest } = await starting
  function add(machine: ManualTab, client: VisitorClient, view: VisitorConversationView): void {
    tabs.push({ machine, client, view, name: `tab${opened++}`, written: 0, stored: [] })
    watch(view, (body) => vanished.push(body))
  }
  add(first, client, { id, ...rest })

  async function openTab(): Promise<void> {
    const machine = browser.open()
    const client = clientOf(machine)
    void client.conversations.resume().catch(() => {})
    await advance(10)
    add(machine, client, client.conversations.open(id))
  }

  function say(): void {
    said.push(`agent-${said.length}`)
    server.say(id, said.at(-1)!)
  }

  function write(tab: OpenTab): void {
    const body = `${tab.name}-${String(tab.written++).padStart(2, '0')}`
    maybe.add(body)
    void tab.view.send(body).then(() => {
      stored.push(body)
      tab.stored.push(body)
    })
  }

  /** True at any moment, in any tab. */
  function check(): void {
    assert.deepEqual(vanished, [], 'what is drawn once stays drawn')
    const log = server.log(id)
    for (const { view, ...tab } of tabs) {
      const { events, pending, hasEarlier, phase } = view.state.get()
      for (const [index, event] of events.entries()) {
        assert.equal(event.seq, events[0]!.seq + index, 'gap-free')
        assert.equal(event.cid, log[event.seq - 1]?.cid, 'the server’s own')
      }
      const drawn = [...events.flatMap(({ cid }) => cid ?? []), ...pending.map(({ cid }) => cid)]
      assert.equal(new Set(drawn).size, drawn.length, 'nothing is drawn twice')
      const shown = [
        ...events.map(({ data }) => 'body' in data && data.body),
        ...pending.map(({ body }) => body),
      ]
      // Another tab may have sent it, and died before it could tell.
      if (phase === 'ready' && !hasEarlier && tabs.length === 1 && opened === 1)
        for (const body of tab.stored)
          assert.ok(shown.includes(body), `${body} is drawn where it was written`)
    }
  }

  for (const action of steps) {
    const tab = 'tab' in action ? tabs[action.tab % (tabs.length || 1)] : undefined
    if (action.do === 'pass') await advance(action.ms)
    else if (action.do === 'other') say()
    else if (action.do === 'fault') server.faults[action.name]++
    else if (action.do === 'switch') server.faults[action.name] = !server.faults[action.name]
    else if (action.do === 'cut') server.cut()
    else if (action.do === 'halfOpen') server.halfOpen()
    else if (action.do === 'open' && tabs.length < 4) await openTab()
    else if (tab) {
      const { machine } = tab
      if (action.do === 'write' && !machine.tab.frozen) write(tab)
      else if (action.do === 'freeze') machine.freeze()
      else if (action.do === 'thaw') machine.thaw()
      else if (action.do === 'hide') machine.hide()
      else if (action.do === 'wake') machine.wake()
      else if (action.do === 'look away') {
        tab.view.close()
        tab.view = tab.client.conversations.open(id)
        watch(tab.view, (body) => vanished.push(body))
      } else if (action.do === 'crash' || action.do === 'close' || action.do === 'reload') {
        if (action.do === 'close') tab.client.close()
        machine.crash()
        server.bury()
        tabs.splice(tabs.indexOf(tab), 1)
        if (action.do === 'reload') await openTab()
      }
    }
    check()
  }

  // Quiet: nothing is broken any more. Nobody wakes anything but what was put away.
  for (const name of [...FAULTS]) server.faults[name] = 0
  for (const name of SWITCHES) server.faults[name] = false
  for (const { machine } of tabs) machine.thaw()
  await advance(100)
  await openTab()
  for (const { machine, client } of tabs) if (client.connection.get().state !== 'online') machine.wake()
  await advance(60_000)
  check()
  // What is said now is heard at once, in every tab.
  say()
  await advance(100)
  check()

  const bodies = server.bodies(id).filter((body) => body.startsWith('tab'))
  assert.equal(new Set(bodies).size, bodies.length, 'nothing is in the log twice')
  for (const body of stored) assert.ok(bodies.includes(body), `${body} was stored, so it was sent`)
  for (const body of bodies) assert.ok(maybe.has(body), `${body} was written`)
  for (const name of new Set(bodies.map((body) => body.split('-')[0]!))) {
    const own = bodies.filter((body) => body.startsWith(`${name}-`))
    assert.deepEqual(own, [...own].sort(), 'each tab’s messages are in the order written')
  }
  for (const { view, name } of tabs) {
    const { events, pending, phase } = view.state.get()
    assert.equal(phase, 'ready')
    assert.deepEqual(pending, [], `nothing is on its way in ${name}`)
    assert.equal(events.at(-1)?.seq, server.log(id).length, `${name} shows the log to its end`)
  }
  assert.deepEqual(await browser.storage.list('outbox:'), [], 'the outbox is empty')
  assert.equal(server.lines.size, locks ? 1 : tabs.length, 'one line a browser')
}

/** A run that fails prints its seed; `SEED=… RUNS=…` plays it again, or more of them. */
const { SEED, RUNS } = process.env
const options = { numRuns: Number(RUNS ?? 60), ...(SEED && { seed: Number(SEED) }) }

test('any run of faults and tabs ends in the log’s order in every tab, nothing lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => play(steps, true)),
    options,
  )
})

test('so it does where browsers have no locks and each tab has a line of its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => play(steps, false)),
    options,
  )
})
