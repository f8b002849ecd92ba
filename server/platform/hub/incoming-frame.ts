// Reads what arrived on a socket: text, JSON, a frame. Everything else has its problem and its consequence.

import type { RawData } from 'ws'
import { COMMANDS } from '../../../sdk/protocol/command.ts'
import { CommandFrame, Hello } from '../../../sdk/protocol/frame.ts'
import { parse } from '../parse.ts'
import { Problem } from '../problem.ts'

export type Incoming =
  | { kind: 'hello'; hello: Hello }
  | { kind: 'ping' }
  | { kind: 'command'; frame: CommandFrame }
  /** Refused by name: the sender waits for an answer to this cid. */
  | { kind: 'refused'; cid: string; problem: Problem }
  /** Not addressable: answered by a problem frame, and by closing when `close` says so. */
  | { kind: 'fault'; problem: Problem; close: boolean }

function readJson(data: RawData, isBinary: boolean): Record<string, unknown> {
  if (isBinary) throw new Problem('malformed-json', 'Send text frames.')
  let value: unknown
  try {
    value = JSON.parse(String(data))
  } catch {
    throw new Problem('malformed-json', 'The frame could not be read as JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('malformed-json', 'A frame is a JSON object.')
  return value as Record<string, unknown>
}

function attempt<T>(work: () => T): T | Problem {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** The first frame of a socket: hello, or the end. */
export function readHello(data: RawData, isBinary: boolean): Incoming {
  const value = attempt(() => readJson(data, isBinary))
  if (value instanceof Problem) return { kind: 'fault', problem: value, close: true }
  if (value.type !== 'hello') return { kind: 'fault', problem: new Problem('hello-expected'), close: true }
  const hello = attempt(() => parse(Hello, value))
  return hello instanceof Problem ? { kind: 'fault', problem: hello, close: true } : { kind: 'hello', hello }
}

/** Any later frame. */
export function readFrame(data: RawData, isBinary: boolean): Incoming {
  const value = attempt(() => readJson(data, isBinary))
  if (value instanceof Problem) return { kind: 'fault', problem: value, close: true }
  if (value.type === 'ping') return { kind: 'ping' }
  const frame = attempt(() => parse(CommandFrame, value))
  const known = typeof value.type === 'string' && Object.hasOwn(COMMANDS, value.type)
  if (known && !(frame instanceof Problem)) return { kind: 'command', frame }
  const problem = known ? (frame as Problem) : new Problem('unknown-command')
  return frame instanceof Problem
    ? { kind: 'fault', problem, close: false }
    : { kind: 'refused', cid: frame.cid, problem }
}
