// Lost and doubled: customers keep writing while the server is killed (kill -9) and started again, or while the other
// device's line is cut, and at the end what was acknowledged is looked for on the other device's screen.

import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '../../server/platform/uuid.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { CONTESTANTS, type Contestant, type Pair } from './kill-contestants.ts'
import { startServer } from './measured-server.ts'

const PAIRS = 20
const RATE = 500
/** From one fault to the next: long enough that all are back and in full flow. */
const BETWEEN_MS = { kill: 4000, cut: 3000 }
/** Over when nothing more has come for so long, all is there, or this much time has passed. */
const QUIET_MS = 5000
const PATIENCE_MS = 180_000

export interface KillFigures {
  name: string
  fault: 'kill' | 'cut'
  faults: number
  sent: number
  acked: number
  /** Acknowledged and not on the other device's screen. */
  lost: number
  doubledOnScreen: number
  doubledRows: number
}

const doubles = (texts: readonly string[]): number => texts.length - new Set(texts).size

function judge(pairs: readonly Pair[]): { acked: number; lost: number; doubledOnScreen: number } {
  let acked = 0
  let lost = 0
  let doubledOnScreen = 0
  for (const pair of pairs) {
    const screens = pair.shown()
    const other = new Set(screens[0])
    acked += pair.acked.size
    for (const text of pair.acked) if (!other.has(text)) lost += 1
    for (const screen of screens) doubledOnScreen += doubles(screen)
  }
  return { acked, lost, doubledOnScreen }
}

async function settled(pairs: readonly Pair[], sent: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  let before = ''
  let changedAt = performance.now()
  while (performance.now() < deadline && performance.now() - changedAt < QUIET_MS) {
    const { acked, lost } = judge(pairs)
    if (acked === sent && lost === 0) return
    const now = `${acked} ${lost}`
    if (now !== before) changedAt = performance.now()
    before = now
    await sleep(100)
  }
}

async function measure(
  postgres: BenchPostgres,
  contestant: Contestant,
  fault: KillFigures['fault'],
  faults: number,
): Promise<KillFigures> {
  const url = await postgres.database()
  let server = await startServer(contestant.file, url)
  const { port } = server
  const rooms = Array.from({ length: PAIRS }, () => uuidv7())
  if (contestant.prepare) for (const room of rooms) await postgres.query(url, contestant.prepare, [room])
  const pairs = await Promise.all(rooms.map((room) => contestant.open(server, room)))
  let sent = 0
  const began = performance.now()
  const timer = setInterval(() => {
    for (; sent < ((performance.now() - began) * RATE) / 1000; sent++)
      pairs[sent % PAIRS]!.send(`message ${sent}`)
  }, 2)
  try {
    for (let count = 0; count < faults; count++) {
      await sleep(BETWEEN_MS[fault] / 2)
      if (fault === 'cut') for (const pair of pairs) pair.cut()
      else {
        await server.stop('SIGKILL')
        server = await startServer(contestant.file, url, { port })
      }
      await sleep(BETWEEN_MS[fault] / 2)
    }
    clearInterval(timer)
    await settled(pairs, sent)
    const [stored] = await postgres.query<{ rows: number; texts: number }>(url, contestant.rows)
    const { name } = contestant
    return { name, fault, faults, sent, ...judge(pairs), doubledRows: stored!.rows - stored!.texts }
  } finally {
    clearInterval(timer)
    for (const pair of pairs) pair.close()
    await server.stop('SIGKILL')
  }
}

export async function benchKills(
  postgres: BenchPostgres,
  { faults }: { faults: number },
  say: (line: string) => void,
): Promise<KillFigures[]> {
  const figures: KillFigures[] = []
  for (const fault of ['kill', 'cut'] as const)
    for (const contestant of CONTESTANTS) {
      say(`${fault === 'kill' ? 'kill -9' : 'cut lines'}: ${faults} of ${contestant.name}`)
      figures.push(await measure(postgres, contestant, fault, faults))
    }
  return figures
}
