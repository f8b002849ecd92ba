// One run of one seed: a system, people with browsers, faults in time, rest, and the record for the checker.

import { launchBrowser } from '../helpers/browser.ts'
import { createAgentSeat } from './agent-seat.ts'
import { BREAKING_SQL, type BreakageName } from './broken-database.ts'
import { servePage } from './browser-page.ts'
import { createParty, type Party, type PartyOptions } from './chaos-party.ts'
import type { Owners } from './chaos-seat.ts'
import { type ChaosSystem, startSystem } from './chaos-system.ts'
import { readLog, sessionOf, settle, takeViews } from './final-state.ts'
import type { RunRecord } from './history-checker.ts'
import { planFaults, runFaults } from './nemesis.ts'
import type { FaultName } from './nemesis-faults.ts'
import { openRealBrowser } from './real-browser.ts'
import { createHistory } from './run-history.ts'
import { buildSdk } from './sdk-bundle.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'
import { createVisitorSeat } from './visitor-seat.ts'
import { type ActingSeat, runWorkload } from './workload.ts'

export interface RunOptions {
  seed: string
  seconds: number
  nodes: number
  only: readonly FaultName[] | null
  redis: string | null
  /** One more visitor, with two tabs of a real browser. */
  browser: boolean
  /** What is broken on purpose. */
  breakage?: BreakageName
  /** ms until all must be at rest; the default is by the run's haste. */
  patience?: number
}

export interface RunResult extends RunRecord {
  /** ms from the end of the last fault until all was at rest. */
  settledIn: number
}

const VISITORS = 7
const AGENTS = 3
/** Of the visitors, so many have a second tab. */
const TWO_TABS = 3
/** Short runs hurry, long ones often do; some keep the real time. */
const HASTE = 4
const DEADLINE = { hasty: 30_000, real: 75_000 }

export async function runSeed(options: RunOptions): Promise<RunResult> {
  const { nodes, redis, breakage } = options
  const system = await startSystem({ nodes, redis, breakage })
  const stop = (): void => {
    system.kill()
    process.exit(1)
  }
  process.once('SIGTERM', stop)
  try {
    return await play(options, system)
  } finally {
    process.off('SIGTERM', stop)
    await system.close()
  }
}

async function play(options: RunOptions, system: ChaosSystem): Promise<RunResult> {
  const { seed, seconds, only, redis, breakage, patience } = options
  const random = createRandom(seed)
  const history = createHistory()
  const haste = seconds < 30 || random.chance(0.75) ? HASTE : 1
  const owners: Owners = new Map()
  const seen = new Set<string>()
  const doubling = { share: 0 }
  await system.hireTeam(AGENTS)
  const breaking = breakage && BREAKING_SQL[breakage]
  if (breaking) await system.postgres.query(breaking)
  const sdkFile = await buildSdk(system.folder)
  const parties: Party[] = []
  /** As a load balancer: any node first, the others when that one is down. */
  const balance = (own: SeededRandom) => (): number[] => {
    const ports = system.servers.filter((server) => server.isUp()).map(({ port }) => port)
    const first = own.int(0, Math.max(0, ports.length - 1))
    return [...ports.slice(first), ...ports.slice(0, first)]
  }
  async function join(
    name: string,
    side: Party['side'],
    { cookie, device }: Pick<PartyOptions, 'cookie' | 'device'> = {},
  ): Promise<Party> {
    const own = random.fork(name)
    const base: PartyOptions = {
      name,
      side,
      random: own,
      history,
      haste,
      sdkFile,
      targets: balance(own.fork('balance')),
      doubling: () => doubling.share,
    }
    const party = await createParty({ ...base, ...(cookie && { cookie }), ...(device && { device }) })
    parties.push(party)
    return party
  }

  const { site, team } = system
  const seats: ActingSeat[] = []
  for (let index = 0; index < VISITORS; index++) {
    const party = await join(`v${index + 1}`, 'visitor')
    for (const tab of index < TWO_TABS ? ['a', 'b'] : ['a'])
      seats.push(createVisitorSeat({ name: party.name + tab, party, owners, site }))
  }
  const ids = team.map(({ id }) => id)
  for (const [index, { cookie }] of team.entries()) {
    const party = await join(`a${index + 1}`, 'agent', { cookie })
    seats.push(createAgentSeat({ name: `${party.name}a`, party, owners, team: ids, seen }))
  }
  const closeBrowser = options.browser ? await addBrowser() : async (): Promise<void> => {}
  for (const seat of seats) await seat.open()

  const end = new AbortController()
  const plan = planFaults({ random: random.fork('nemesis'), seconds, only, hasRedis: redis !== null })
  const working = runWorkload(seats, random.fork('workload'), end.signal)
  setTimeout(() => end.abort(), seconds * 1000)
  await Promise.all([runFaults({ plan, seconds }, { system, parties, seats, doubling }, history), working])

  history.record({ type: 'note', text: 'healing' })
  const healed = performance.now()
  doubling.share = 0
  for (const { line, device } of parties) {
    line.heal()
    device.setOffline(false)
  }
  for (const seat of seats) {
    seat.thaw()
    await seat.open()
  }
  await system.heal()
  const { postgres } = system
  const deadline = patience ?? (haste > 1 && !options.browser ? DEADLINE.hasty : DEADLINE.real)
  const unsettled = await settle({ seats, owners, postgres }, deadline)
  const settledIn = performance.now() - healed
  history.record({ type: 'note', text: unsettled.length ? 'the deadline has passed' : 'at rest' })

  const log = await readLog(postgres, owners)
  const views = await takeViews(seats)
  const fresh = await openFresh()
  if (!unsettled.length) unsettled.push(...(await settle({ seats: fresh, owners, postgres }, 10_000)))
  views.push(...(await takeViews(fresh)))
  const crashes = system.servers.flatMap((server) => server.unasked)
  const result = { history: history.entries, ...log, views, unsettled, crashes, settledIn }
  for (const seat of [...seats, ...fresh]) seat.crash()
  await closeBrowser()
  for (const { line } of parties) await line.close()
  return result

  async function addBrowser(): Promise<() => Promise<void>> {
    const browser = await launchBrowser()
    let page: Awaited<ReturnType<typeof servePage>> | null = null
    const real = await openRealBrowser(browser, { url: () => page!.url, site })
    const party = await join(`v${VISITORS + 1}`, 'visitor', { device: real.device })
    page = await servePage(sdkFile, party.server, site)
    for (const tab of ['a', 'b'])
      seats.push(createVisitorSeat({ name: party.name + tab, party, owners, site, boot: real.boot }))
    return async () => {
      page.close()
      await browser.close()
    }
  }

  /** Everybody once more, on a device that holds nothing but who they are. */
  async function openFresh(): Promise<ActingSeat[]> {
    const all: ActingSeat[] = []
    for (const old of [...parties]) {
      const cookie = old.side === 'agent' ? team[Number(old.name.slice(1)) - 1]!.cookie : undefined
      const party = await join(old.name, old.side, cookie ? { cookie } : {})
      party.device.put(`deskbell-${site}`, sessionOf(old))
      const name = `${old.name}fresh`
      const seat =
        old.side === 'visitor'
          ? createVisitorSeat({ name, party, owners, site })
          : createAgentSeat({ name, party, owners, team: ids, seen })
      all.push(seat)
      await seat.open()
    }
    return all
  }
}
