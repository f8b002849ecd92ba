// The seat of the tab that holds the line: a real socket, which it also serves to the other tabs.

import type { ConnectionState } from './connection-state.ts'
import { createFollowCount } from './follow-count.ts'
import { createSocket, type SocketDeps } from './socket.ts'
import type { WritableStore } from './store.ts'
import type { Seat, TabNews, TabWord } from './tab-news.ts'

/** Of no interest to the other tabs, or told to them in another way. */
const OWN_FRAMES: readonly string[] = ['welcome', 'ack', 'nack', 'pong', 'goodbye', 'problem']

export interface LeaderDeps extends SocketDeps {
  hello(): Promise<{ streams: Readonly<Record<string, number>> } | null>
  connection: WritableStore<ConnectionState>
  /** Names this tab. */
  me: string
  tell(word: TabWord): void
}

const conversationOf = (data: unknown): string => (data as { conversation_id: string }).conversation_id

/** Opens the line with `connect`. */
export function createLineLeader({ me, tell, ...deps }: LeaderDeps): Seat {
  const { connection } = deps
  const follows = createFollowCount()
  /** A tab waits for a sign of life of the line. */
  let mustProve = false

  const socket = createSocket({
    ...deps,
    async hello() {
      const data = await deps.hello()
      // Everybody else follows anew after a welcome.
      follows.clear()
      for (const id of Object.keys(data?.streams ?? {})) follows.add(me, id)
      return data
    },
    onFrame(frame) {
      if (!OWN_FRAMES.includes(frame.type)) tell({ frame })
      if (mustProve) tellLine()
      mustProve = false
      deps.onFrame(frame)
    },
  })

  const tellLine = (): void =>
    tell({ line: { connection: connection.get(), clockOffset: socket.clockOffset() } })
  const stopWatching = connection.subscribe(tellLine)

  function call(tab: string, type: string, data: unknown, cid: string): Promise<unknown> {
    if (type === 'conversation.subscribe') follows.add(tab, conversationOf(data))
    return socket.call(type, data, cid)
  }

  function post(tab: string, type: string, data: unknown): void {
    if (type !== 'conversation.unsubscribe' || follows.remove(tab, conversationOf(data)))
      socket.post(type, data)
  }

  function answer(tab: string, what: 'join' | 'prove' | 'leave'): void {
    if (what === 'leave')
      for (const conversation_id of follows.of(tab))
        post(tab, 'conversation.unsubscribe', { conversation_id })
    else {
      // Who joins may know of a new session, which a refused line does not.
      if (what === 'join') socket.connect()
      else socket.wake()
      mustProve ||= what === 'prove' && connection.get().state === 'online'
      if (!mustProve) tellLine()
    }
  }

  return {
    connect: socket.connect,
    wake: socket.wake,
    clockOffset: socket.clockOffset,
    call: (type, data, cid) => call(me, type, data, cid),
    post: (type, data) => post(me, type, data),
    hear(news: TabNews): void {
      const { from } = news
      if ('ask' in news) answer(from, news.ask)
      else if ('post' in news) post(from, news.post.type, news.post.data)
      else if ('call' in news) {
        const { type, data, cid } = news.call
        call(from, type, data, cid).then(
          (result) => tell({ to: from, cid, data: result }),
          ({ code, message, problem, retryable }) =>
            tell({ to: from, cid, error: { code, message, problem, retryable } }),
        )
      }
    },
    close() {
      stopWatching()
      tell({ gone: true })
      socket.close()
    },
  }
}
