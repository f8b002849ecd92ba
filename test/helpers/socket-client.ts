// A WebSocket client for tests: frames as they come, one at a time, and how it ended.

import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'
import { inTime } from './bounded-wait.ts'

export interface TestFrame {
  type: string
  cid?: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into frames of every type
  data?: any
}

/** Resolves once open; rejects with `Unexpected server response: <status>` when refused. */
export async function connectSocket(url: string, options: ClientOptions = {}) {
  const ws = new WebSocket(url, options)
  const frames: TestFrame[] = []
  const waiting: (() => void)[] = []
  const wake = (): void => {
    for (const resume of waiting.splice(0)) resume()
  }
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on('close', (code, reason) => {
      resolve({ code, reason: String(reason) })
      wake()
    })
  })
  ws.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    wake()
  })
  await once(ws, 'open')
  ws.on('error', () => {})

  const news = (what: string): Promise<void> =>
    inTime(what, new Promise<void>((resolve) => waiting.push(resolve)))

  /** Takes the next frame that is of this type, past the others. */
  async function next(type: string): Promise<TestFrame> {
    for (;;) {
      const index = frames.findIndex((frame) => frame.type === type)
      const found = frames[index]
      if (found) {
        frames.splice(0, index + 1)
        return found
      }
      if (ws.readyState === WebSocket.CLOSED) throw new Error(`closed before a ${type} frame came`)
      await news(`a ${type} frame`)
    }
  }

  /** Takes the next frame the predicate accepts and leaves all others where they are. */
  async function nextOf(accepts: (frame: TestFrame) => boolean): Promise<TestFrame> {
    for (;;) {
      const index = frames.findIndex(accepts)
      if (index >= 0) return frames.splice(index, 1)[0]!
      if (ws.readyState === WebSocket.CLOSED) throw new Error('closed before the awaited frame came')
      await news(`a frame of ${accepts}`)
    }
  }

  return {
    ws,
    /** What came and was not taken. */
    frames,
    next,
    nextOf,
    closed,
    send: (frame: unknown): void => ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    async close(): Promise<void> {
      ws.close()
      await closed
    },
  }
}

export type TestSocket = Awaited<ReturnType<typeof connectSocket>>
