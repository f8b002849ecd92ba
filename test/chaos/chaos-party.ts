// Somebody with a browser: a visitor or a person of the team, their device, their line to the servers, their tabs.

import { createDevice, type Device } from './browser-device.ts'
import { createCommandTap } from './command-tap.ts'
import { createFrameDoubler } from './frame-doubler.ts'
import type { History } from './run-history.ts'
import { loadSdk, type Sdk } from './sdk-bundle.ts'
import type { SeededRandom } from './seeded-random.ts'
import { createTcpProxy } from './tcp-proxy.ts'
import { createWireWatch } from './wire-watch.ts'

export interface PartyOptions {
  name: string
  side: 'visitor' | 'agent'
  random: SeededRandom
  history: History
  haste: number
  sdkFile: string
  cookie?: string
  /** Ports of the nodes, in the order this connection shall try them. */
  targets(): readonly number[]
  /** Chance that a frame is sent twice, right now. */
  doubling(): number
  /** A browser of another kind than the make-believe one. */
  device?: Device
}

const UPGRADE = /^upgrade: *websocket/im

export async function createParty(options: PartyOptions) {
  const { name, side, random, history, haste, sdkFile, cookie, targets, doubling } = options
  const { record } = history
  const frames = random.fork('frames')
  let socketsBlocked = false
  const line = await createTcpProxy({
    targets,
    refuses: (chunk) => socketsBlocked && UPGRADE.test(chunk.toString('latin1', 0, 2000)),
    mangle: () => createFrameDoubler(() => frames.chance(doubling())),
    ...(side === 'visitor' && { onDown: createWireWatch({ visitor: name, record }) }),
  })
  const tap = createCommandTap({ author: name, record })
  const first = await loadSdk(sdkFile)
  const device =
    options.device ??
    createDevice({
      random: random.fork('device'),
      haste,
      tap,
      native: first.nativeEnvironment,
      ...(cookie && { cookie }),
    })

  return {
    name,
    side,
    random,
    history,
    line,
    device,
    /** As a company's proxy that knows no WebSockets; those open are cut. */
    blockSockets(value: boolean): void {
      socketsBlocked = value
      if (value) line.sever()
    },
    server: `http://127.0.0.1:${line.port}`,
    /** Marks of texts taken back or deleted, in whichever tab. */
    withdrawn: new Set<string>(),
    /** The SDK as a page that was just loaded has it. */
    loadPage: (): Promise<Sdk> => loadSdk(sdkFile),
    /** Records of the outbox on this device's disk. */
    unsent(): { cid: string; state: string }[] {
      const records: { cid: string; state: string }[] = []
      for (const entries of device.disk.values())
        for (const [key, value] of entries)
          if (key.startsWith('outbox:')) records.push(value as { cid: string; state: string })
      return records
    },
  }
}

export type Party = Awaited<ReturnType<typeof createParty>>
