// What the page tells of its visitor: attributes and events, unsigned. Kept until there is a session to send them
// under, and told in the order they came. A fact the server refuses is dropped; it is no reason to keep the others.

import type { CommandInput } from '../protocol/command.ts'
import { ApiError } from './api-error.ts'
import type { Call } from './command-call.ts'
import type { AttributeValue, Visit } from './visitor-client.api.ts'

/** More than a minute of a busy page; the oldest go first. */
const MOST_EVENTS = 50

export function createPageFacts(call: Call) {
  let attributes: Record<string, AttributeValue> = {}
  let events: CommandInput<'event.track'>[] = []
  /** Of what is so now, the last counts; what has been told is not told again. */
  let visit: Visit | undefined
  let visited = ''
  let isOpen = false
  let isSending = false

  /** Sends one thing; what comes meanwhile is the next. */
  async function next(): Promise<void> {
    const told = attributes
    const [event] = events
    if (Object.keys(told).length > 0) {
      attributes = {}
      try {
        await call('attributes.set', { attributes: told })
      } catch (error) {
        if (isRetryable(error)) attributes = { ...told, ...attributes }
        throw error
      }
    } else if (event) {
      events.shift()
      try {
        await call('event.track', event)
      } catch (error) {
        if (isRetryable(error)) events.unshift(event)
        throw error
      }
    } else if (visit) {
      const { timeZone: time_zone, touch, page } = visit
      visited = JSON.stringify(visit)
      try {
        await call('visit.tell', { time_zone, touch, page })
      } catch (error) {
        if (isRetryable(error)) visited = ''
        throw error
      }
    }
  }

  const isRetryable = (error: unknown): boolean => error instanceof ApiError && error.retryable

  const isLeft = (): boolean =>
    Object.keys(attributes).length > 0 ||
    events.length > 0 ||
    (visit !== undefined && JSON.stringify(visit) !== visited)

  async function flush(): Promise<void> {
    if (!isOpen || isSending) return
    isSending = true
    try {
      while (isLeft())
        await next().catch((error) => {
          if (isRetryable(error)) throw error
        })
    } catch {
      // The next session, line or fact tries again.
    } finally {
      isSending = false
    }
  }

  return {
    set(more: Record<string, AttributeValue>): void {
      attributes = { ...attributes, ...more }
      void flush()
    },
    track(event: CommandInput<'event.track'>): void {
      events = [...events, event].slice(-MOST_EVENTS)
      void flush()
    },
    visit(now: Visit): void {
      visit = now
      void flush()
    },
    /** There is a session, or the line is back. */
    opened(): void {
      isOpen = true
      void flush()
    },
    /** Of who has left. */
    forget(): void {
      attributes = {}
      events = []
      visited = ''
      isOpen = false
    },
  }
}
