// What became of something done among the articles goes to the desk's undo line, where all else of the console says it.

import type { Desk } from '../desk.context.ts'
import { failureText } from './failure-text.ts'
import type { DoneEvent, FailedEvent } from './knowledge.events.ts'

/** @param done whatever else follows from a change, and from taking it back */
export const tellDone =
  ({ undo: line }: Desk, done: () => void = () => {}) =>
  ({ text, undo }: DoneEvent): void => {
    if (undo) line.offer({ label: text, undo: () => undo().then(done) })
    else line.say(text)
    done()
  }

export const tellFailed =
  ({ undo: line, t }: Desk) =>
  ({ error }: FailedEvent): void =>
    line.say(failureText(error, t))
