// One socket for all tabs of a browser, and in each the looks of one of its own: the tab that holds the lock keeps
// the real one and serves the others; when it goes, the lock makes another the leader.

import type { TabChannel } from './client-environment.ts'
import { clientId } from './client-id.ts'
import type { ConnectionState } from './connection-state.ts'
import { createLineFollower } from './line-follower.ts'
import { createLineLeader, type LeaderDeps } from './line-leader.ts'
import type { Socket } from './socket.ts'
import { createStore, type WritableStore } from './store.ts'
import type { Seat, TabNews, TabWord } from './tab-news.ts'

interface SharedSocketDeps extends Omit<LeaderDeps, 'me' | 'tell' | 'connection'> {
  /** Names lock and channel: who shares a line. Asked whenever this tab joins. */
  name(): string
  /** Whether the tabs share a storage; if not, each may be somebody else and keeps a line of its own. */
  isShared(): boolean
  connection?: WritableStore<ConnectionState>
}

/** It wakes by itself, as only it knows where the line is. */
export type SharedSocket = Omit<Socket, 'wake'>

/** As `createSocket`; the first tab to `connect` leads. */
export function createSharedSocket({
  name,
  isShared,
  connection = createStore<ConnectionState>({ state: 'idle' }),
  ...deps
}: SharedSocketDeps): SharedSocket {
  const { env } = deps
  const nothing = (): void => {}
  const me = clientId()
  const tell = (word: TabWord): void => tabs?.post({ ...word, from: me })
  let tabs: TabChannel | null = null
  let seat: Seat | null = null
  let leads = false
  let letGo = nothing
  let wanted = false
  let stopWaking = nothing
  let stopHiding = nothing

  function lead(): void {
    seat?.close()
    leads = true
    seat = createLineLeader({ ...deps, connection, me, tell })
    seat.connect()
  }

  function follow(): void {
    const { onFrame } = deps
    leads = false
    seat = createLineFollower({ env, connection, me, tell, onFrame, onSilence })
  }

  /** As long as it takes to be known who leads, or who leads next. */
  const miss = (): void => connection.set({ state: 'reconnecting', since: env.now(), retryAt: env.now() })

  function queue(steal: boolean): boolean {
    const left = env.lead(`deskbell-line-${name()}`, { won: lead, lost: onLost, steal })
    letGo = left ?? nothing
    return left !== null
  }

  function onLost(): void {
    seat?.close()
    miss()
    follow()
    queue(false)
  }

  function onSilence(): void {
    letGo()
    queue(true)
  }

  function join(): void {
    const hear = (news: unknown): void => seat?.hear(news as TabNews)
    tabs = isShared() ? env.channel(`deskbell-line-${name()}`, hear) : null
    if (tabs && queue(false)) {
      if (!seat) follow()
      return
    }
    tabs?.close()
    tabs = null
    lead()
  }

  function leave(): void {
    seat?.close()
    seat = null
    letGo()
    tabs?.close()
    tabs = null
  }

  return {
    connection,
    clockOffset: () => seat?.clockOffset() ?? 0,
    connect() {
      if (wanted) {
        seat?.connect()
        return
      }
      wanted = true
      connection.set({ state: 'connecting' })
      stopWaking = env.onWake(() => {
        // Without a seat the page was put away, and is back. A leader's socket wakes by itself.
        if (!seat) join()
        else if (!leads) seat.wake()
      })
      stopHiding = env.onHide(() => {
        leave()
        miss()
      })
      join()
    },
    call: (type, data, cid) => seat!.call(type, data, cid),
    post: (type, data) => seat?.post(type, data),
    close() {
      if (!wanted) return
      wanted = false
      stopWaking()
      stopHiding()
      leave()
      connection.set({ state: 'idle' })
    },
  }
}
