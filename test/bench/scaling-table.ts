// docs/scaling.md's table: what a number of visitors asks of the machines, computed from the measured figures.

import type { Results } from './results.ts'
import { asMarkdown, count, kilobytes } from './table.ts'

const VISITORS = [1_000, 10_000, 100_000, 1_000_000] as const
/** One in ten is chatting, and in a chat a message goes to and fro every 20 seconds. */
const MESSAGES_PER_VISITOR = 0.1 / 20
/** A message reaches the customer, an agent, and the agents' list. */
const FRAMES_PER_MESSAGE = 3
/** Each socket has a ping and a heartbeat this often, seconds. */
const BEAT = 25
/** Everybody must be back within this after a node is lost, seconds. */
const BACK_WITHIN = 20
/** What may be used of a ceiling, so that a peak finds room. */
const USABLE = 0.5
const ACTIVE_SECONDS_A_DAY = 8 * 3600

const floorTo = (value: number, step: number): number => Math.max(step, Math.floor(value / step) * step)

/** Null while a part is not measured. */
export function scalingTable({ messages, flat, memory, fanOut, storm }: Results): string | null {
  const node = messages?.find(({ name }) => name === 'Deskbell')
  const socket = memory?.figures.findLast(({ name }) => name.startsWith('Deskbell'))
  const back = storm?.find(({ name }) => name === 'Deskbell')
  const fan = fanOut?.figures.find(({ name }) => name === 'Deskbell')
  const cost = flat?.figures.findLast(({ name }) => name === 'Deskbell')
  if (!node || !socket || !back || !fan || !cost?.databaseCost || !flat?.rowBytes) return null
  const { databaseCost } = cost
  const { rowBytes } = flat
  const resumed = (back.clients - back.missing) / back.seconds
  const perNode = floorTo(resumed * BACK_WITHIN, 5000)
  const rows = VISITORS.map((visitors) => {
    const rate = visitors * MESSAGES_PER_VISITOR
    const nodes = Math.max(Math.ceil(visitors / perNode), Math.ceil(rate / (node.ceiling * USABLE)))
    const each = Math.ceil(visitors / nodes)
    const frames = (rate * FRAMES_PER_MESSAGE) / nodes + (each * 2) / BEAT
    const cores = (rate * databaseCost) / 1e6 / USABLE
    const gigabytes = (rate * ACTIVE_SECONDS_A_DAY * rowBytes) / 1024 ** 3
    return [
      count(visitors),
      count(rate),
      count(nodes),
      `${count(each)} (${((each * socket.atOnce) / 1024 ** 2).toFixed(0)} MB)`,
      `${count(frames)} (${((frames / fan.framesPerSecond) * 100).toFixed(1)} %)`,
      cores < 1 ? 'less than 1' : count(Math.ceil(cores)),
      `${gigabytes.toFixed(gigabytes < 10 ? 1 : 0)} GB`,
    ]
  })
  const head = [
    'visitors at once',
    'messages/s',
    'nodes',
    'sockets a node (their memory)',
    'frames/s a node (of what it can)',
    'PostgreSQL cores for messages',
    'log a day',
  ]
  return `One node carries ${count(node.ceiling)} messages/s at its ceiling and ${count(fan.framesPerSecond)} frames/s.
A socket takes ${kilobytes(socket.atOnce)}, and ${count(resumed)} clients a second are taken back.
A message costs PostgreSQL ${count(databaseCost)} µs on a core and ${count(rowBytes)} bytes of disk, indexes included.
So a node should hold at most ${count(perNode)} sockets: after a crash all of them are back in ${BACK_WITHIN} s.

${asMarkdown({ title: '', head, rows })}`
}
