// A node that is alone tells nobody; how it notices that it is not.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { createCarriedBus } from './carried-bus.ts'
import type { Carrier } from './carrier.ts'

/** A bus on a carrier that keeps what is sent. */
async function lonelyBus() {
  const clock = manualTime()
  const sent: string[] = []
  let hear = (_piece: string): void => {}
  let lose = (_error: unknown): void => {}
  const carrier: Carrier = {
    pieceBytes: 1000,
    send: async (pieces) => void sent.push(...pieces),
    async listen(heard, lost) {
      hear = heard
      lose = lost
      return { probe: async () => {}, end() {} }
    },
  }
  const { time } = clock
  const log = { info() {}, warn() {} }
  const bus = createCarriedBus({
    carrier,
    onError: (error) => assert.fail(String(error)),
    log,
    time,
    aloneAfter: 6000,
  })
  await new Promise<void>((resolve) => void bus.onGap(resolve))
  /** What goes out of this piece of news, and of what waited. */
  async function goesOut(n: number, greeting = false): Promise<boolean> {
    bus.emit('test.counted', { n }, { greeting })
    await new Promise((resolve) => void setImmediate(() => setImmediate(resolve)))
    clock.advance(5)
    await new Promise((resolve) => void setImmediate(resolve))
    return sent.some((piece) => piece.includes(`{"n":${n}}`))
  }
  return { clock, goesOut, hear: (piece: string) => hear(piece), lose: (error: unknown) => lose(error) }
}

test('bus: a node that heard of no other for a while keeps its news to itself, but goes on greeting', async () => {
  const { clock, goesOut } = await lonelyBus()
  assert.equal(await goesOut(1), true, 'at first there may be others')
  clock.advance(6001)
  assert.equal(await goesOut(2), false)
  assert.equal(await goesOut(3, true), true)
})

test('bus: a node tells its news from the first word of another', async () => {
  const { clock, goesOut, hear } = await lonelyBus()
  clock.advance(6001)
  assert.equal(await goesOut(1), false)
  hear('another 1 whole\n[]')
  assert.equal(await goesOut(2), true)
})

test('bus: a node that cannot hear does not take itself for alone', async () => {
  const { clock, goesOut, lose } = await lonelyBus()
  clock.advance(6001)
  lose(new Error('broken'))
  assert.equal(await goesOut(1), true)
})
