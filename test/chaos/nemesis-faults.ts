// The faults a run knows: each takes hold when it begins and lets go when it ends. When which comes is the nemesis'
// business; nothing here draws chance.

import type { Party } from './chaos-party.ts'
import type { Seat } from './chaos-seat.ts'
import type { ChaosSystem } from './chaos-system.ts'

/** What the nemesis has its hands on. */
export interface World {
  system: ChaosSystem
  parties: readonly Party[]
  seats: readonly Seat[]
  /** Chance that a frame of a client is sent twice. */
  doubling: { share: number }
}

/** Everything left to chance, drawn beforehand, so that the schedule is the seed's alone. */
export interface Dice {
  /** From 0 to below 1: which node, which device, which tab. */
  who: number
  /** From 0 to below 1: how bad. */
  how: number
}

export interface Fault {
  /** Seconds it holds, at least and at most. */
  lasts: readonly [number, number]
  weight: number
  needs?: 'redis' | 'bus'
  /** Says what it did, or null when there was nothing to do it to; then it does not end either. */
  begin(world: World, dice: Dice): string | null | Promise<string | null>
  end?(world: World, dice: Dice): void | Promise<void>
}

const one = <T>(list: readonly T[], { who }: Dice): T => list[Math.floor(who * list.length)]!
const HOUR = 3_600_000

/** A share of the devices, never none. */
const some = ({ parties }: World, { who, how }: Dice): Party[] => {
  const count = 1 + Math.floor(how * parties.length)
  const first = Math.floor(who * parties.length)
  return parties.filter((_, index) => (index - first + parties.length) % parties.length < count)
}
const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(' ')

const path = (
  change: (dice: Dice) => Parameters<Party['line']['set']>[0],
  what: string,
): Omit<Fault, 'weight' | 'lasts'> => ({
  begin(world, dice) {
    const hit = some(world, dice)
    for (const { line } of hit) line.set(change(dice))
    return `${what} ${names(hit)}`
  },
  end(world, dice) {
    for (const { line } of some(world, dice)) line.heal()
  },
})

export const FAULTS = {
  kill: {
    weight: 3,
    lasts: [0.1, 2],
    async begin({ system }, dice) {
      const server = one(system.servers, dice)
      if (!server.isUp()) return null
      await server.stop('SIGKILL')
      return server.name
    },
    end: ({ system }, dice) => one(system.servers, dice).start(),
  },
  deploy: {
    weight: 3,
    lasts: [0, 0.5],
    async begin({ system }, dice) {
      const server = one(system.servers, dice)
      if (!server.isUp()) return null
      await server.stop('SIGTERM')
      return server.name
    },
    end: ({ system }, dice) => one(system.servers, dice).start(),
  },
  postgres: {
    weight: 2,
    lasts: [0, 0],
    async begin({ system }, { how }) {
      const mode = how < 0.5 ? 'fast' : 'immediate'
      await system.postgres.restart(mode)
      return mode
    },
  },
  sever: {
    weight: 3,
    lasts: [0, 0],
    begin(world, dice) {
      const hit = dice.how < 0.5 ? world.parties : some(world, dice)
      for (const { line } of hit) line.sever()
      return names(hit)
    },
  },
  'half-open': {
    weight: 3,
    lasts: [0.5, 4],
    ...path(
      ({ who }) => ({ swallowing: who < 0.4 ? ['up', 'down'] : who < 0.7 ? ['up'] : ['down'] }),
      'bytes of these are swallowed:',
    ),
  },
  partition: {
    weight: 2,
    lasts: [0.5, 4],
    ...path(
      ({ who }) => ({ stalled: who < 0.6 ? ['up', 'down'] : who < 0.8 ? ['up'] : ['down'] }),
      'held up:',
    ),
  },
  'no-sockets': {
    weight: 2,
    lasts: [1, 6],
    begin(world, dice) {
      const hit = some(world, dice)
      for (const party of hit) party.blockSockets(true)
      return names(hit)
    },
    end(world, dice) {
      for (const party of some(world, dice)) party.blockSockets(false)
    },
  },
  latency: {
    weight: 2,
    lasts: [1, 5],
    ...path(({ how }) => ({ latency: Math.round(20 + how * 400) }), 'slow:'),
  },
  resend: {
    weight: 3,
    lasts: [1, 5],
    begin({ doubling }, { how }) {
      doubling.share = 0.1 + how * 0.6
      return `${Math.round(doubling.share * 100)} % of the frames`
    },
    end({ doubling }) {
      doubling.share = 0
    },
  },
  'database-slow': {
    weight: 2,
    lasts: [0.5, 4],
    begin({ system }, dice) {
      const latency = Math.round(10 + dice.how ** 3 * 1500)
      one(system.databasePaths, dice).set({ latency })
      return `${latency} ms, ${one(system.servers, dice).name}`
    },
    end: ({ system }, dice) => one(system.databasePaths, dice).heal(),
  },
  'database-cut': {
    weight: 2,
    lasts: [0, 1.5],
    begin({ system }, dice) {
      const way = one(system.databasePaths, dice)
      way.set({ refusing: dice.how < 0.5 })
      way.sever()
      return `${one(system.servers, dice).name}${dice.how < 0.5 ? ', and no way back' : ''}`
    },
    end: ({ system }, dice) => one(system.databasePaths, dice).heal(),
  },
  'listen-drop': {
    weight: 2,
    lasts: [0, 0],
    async begin({ system }) {
      const count = await system.postgres.dropListeners().catch(() => 0)
      return count ? `${count} sessions` : null
    },
  },
  'listen-mute': {
    weight: 2,
    lasts: [0, 0],
    begin({ system }, dice) {
      const count = one(system.databasePaths, dice).muteMarked()
      return count ? `${count} sessions of ${one(system.servers, dice).name}` : null
    },
  },
  redis: {
    weight: 2,
    lasts: [0.2, 3],
    needs: 'redis',
    async begin({ system }) {
      if (!system.redis?.isUp()) return null
      await system.redis.stop()
      return 'stopped'
    },
    end: ({ system }) => system.redis!.start(),
  },
  skew: {
    weight: 2,
    lasts: [0, 0],
    begin({ parties }, dice) {
      const { name, device } = one(parties, dice)
      const hours = [-24, -1, 0, 1, 24][Math.floor(dice.how * 5)]!
      device.setSkew(hours * HOUR)
      return `${name}'s clock is ${hours} h off`
    },
  },
  freeze: {
    weight: 3,
    lasts: [0.3, 5],
    begin({ seats }, dice) {
      const seat = one(seats, dice)
      if (!seat.isUsable()) return null
      seat.freeze()
      return seat.name
    },
    end: ({ seats }, dice) => one(seats, dice).thaw(),
  },
  reload: {
    weight: 4,
    lasts: [0, 1.5],
    begin({ seats }, dice) {
      const seat = one(seats, dice)
      if (!seat.client()) return null
      // Half the time the whole browser is gone.
      const hit = dice.how < 0.5 ? [seat] : seats.filter(({ party }) => party === seat.party)
      for (const each of hit) each.crash()
      return names(hit)
    },
    async end({ seats }, dice) {
      const { party } = one(seats, dice)
      for (const seat of seats) if (seat.party === party) await seat.open()
    },
  },
  offline: {
    weight: 2,
    lasts: [0.5, 5],
    begin(world, dice) {
      const hit = some(world, dice)
      for (const { line, device } of hit) {
        line.set({ stalled: ['up', 'down'], refusing: true })
        device.setOffline(true)
      }
      return names(hit)
    },
    end(world, dice) {
      for (const { line, device } of some(world, dice)) {
        line.heal()
        device.setOffline(false)
      }
    },
  },
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof FAULTS
