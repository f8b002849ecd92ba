// Listens at the client's end of the line: which command left under which cid, and what the server answered. It does
// not believe what the client says of itself.

import type { History } from './run-history.ts'
import { findMark } from './text-mark.ts'

const DURABLE = /^(message|note|conversation|person|contact)\.(?!list|subscribe|unsubscribe|history)/

interface Answer {
  id?: string
  seq?: number
  code?: string
}

export function createCommandTap({ author, record }: { author: string; record: History['record'] }) {
  const pending = new Set<string>()

  function sent(cid: string, command: string, via: 'frame' | 'post', data: Record<string, unknown>): void {
    pending.add(cid)
    // A change of a text is no second sending of it.
    const body = data.message_id ? null : (data.body ?? data.message)
    record({ type: 'sent', author, cid, command, via, op: typeof body === 'string' ? findMark(body) : null })
  }

  function answered(cid: string, ok: boolean, answer: Answer, retryable: boolean): void {
    if (!pending.has(cid)) return
    if (ok && answer.id && answer.seq !== undefined)
      record({ type: 'ok', author, cid, id: answer.id, seq: answer.seq })
    else if (!ok) record({ type: 'nack', author, cid, code: answer.code ?? '?', final: !retryable })
  }

  return {
    frameSent(text: string): void {
      const { type, cid, data } = JSON.parse(text) as {
        type: string
        cid: string
        data: Record<string, unknown>
      }
      if (DURABLE.test(type)) sent(cid, type, 'frame', data)
    },
    frameHeard(text: string): void {
      if (!text.startsWith('{"type":"ack"') && !text.startsWith('{"type":"nack"')) return
      const frame = JSON.parse(text) as { type: string; cid: string; data: never }
      if (frame.type === 'ack') answered(frame.cid, true, frame.data as Answer, false)
      else {
        const { problem, retryable } = frame.data as { problem: Answer; retryable: boolean }
        answered(frame.cid, false, problem, retryable)
      }
    },
    posted(path: string, body: string): string | null {
      const data = JSON.parse(body) as Record<string, unknown>
      if (typeof data.cid !== 'string' || /read$|typing$/.test(path)) return null
      sent(data.cid, path.replace(/^.*\//, ''), 'post', data)
      return data.cid
    },
    postAnswered(cid: string, status: number, text: string): void {
      let answer: Answer = {}
      try {
        answer = JSON.parse(text) as Answer
      } catch {
        // Not the server's own words: nothing is known of the command.
        return
      }
      answered(cid, status < 300, answer, status > 428)
    },
  }
}

export type CommandTap = ReturnType<typeof createCommandTap>
