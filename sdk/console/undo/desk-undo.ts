// What was just done and can be taken back, newest first; and the one line that says so. No DOM, no timers.

import { createStore, type Store, type WritableStore } from '../../client/store.ts'

/** So many steps of this session can be taken back. */
const KEPT = 20

export interface UndoOffer {
  /** What was done, as a whole sentence: "Resolved", "Assigned to Ana". */
  label: string
  /** Takes it back. A failure is said, and the offer is gone. */
  undo(): Promise<unknown>
  /** Does it again; without it there is no way back from the undoing. */
  redo?(): Promise<unknown>
}

/** `what` is the offer's label, or what was asked for; the line puts it into words. */
export type UndoLine =
  | { kind: 'done'; what: string }
  | { kind: 'undone'; what: string; redo: boolean }
  | { kind: 'said'; what: string }
  | { kind: 'failed' | 'undo-failed' | 'redo-failed'; what: string; reason: string }

export interface DeskUndo {
  /** Something was done that can be taken back. */
  offer(offer: UndoOffer): void
  /** A sentence for the same line, where nothing can be taken back: "Link copied". */
  say(text: string): void
  /** Something asked for was not done, and why. */
  fail(about: { what: string; reason: string }): void
  undo(): Promise<void>
  redo(): Promise<void>
  /** The line has been seen; what it offered can still be taken back by ⌘Z. */
  dismiss(): void
  readonly line: Store<UndoLine | null>
  /** How high what stands at the end of the list is, px: the line stands above it. */
  readonly foot: WritableStore<number>
  /** What ⌘Z and ⌘⇧Z would do now. */
  readonly next: () => { undo: UndoOffer | undefined; redo: UndoOffer | undefined }
}

interface Deps {
  /** In a few words why something failed. */
  reason: (error: unknown) => string
}

export function createDeskUndo({ reason }: Deps): DeskUndo {
  const line = createStore<UndoLine | null>(null)
  let done: UndoOffer[] = []
  let undone: UndoOffer[] = []
  /** One at a time: the second press waits for the first. */
  let running: Promise<void> = Promise.resolve()

  async function takeBack(): Promise<void> {
    const offer = done.pop()
    if (!offer) return
    const what = offer.label
    try {
      await offer.undo()
      if (offer.redo) undone.push(offer)
      line.set({ kind: 'undone', what, redo: offer.redo !== undefined })
    } catch (error) {
      line.set({ kind: 'undo-failed', what, reason: reason(error) })
    }
  }

  async function doAgain(): Promise<void> {
    const offer = undone.pop()
    if (!offer?.redo) return
    const what = offer.label
    try {
      await offer.redo()
      done.push(offer)
      line.set({ kind: 'done', what })
    } catch (error) {
      line.set({ kind: 'redo-failed', what, reason: reason(error) })
    }
  }

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    running = running.then(step)
    return running
  }

  return {
    offer(offer) {
      done = [...done, offer].slice(-KEPT)
      undone = []
      line.set({ kind: 'done', what: offer.label })
    },
    say: (what) => line.set({ kind: 'said', what }),
    fail: (about) => line.set({ kind: 'failed', ...about }),
    undo: () => inTurn(takeBack),
    redo: () => inTurn(doAgain),
    dismiss: () => line.set(null),
    line,
    foot: createStore(0),
    next: () => ({ undo: done.at(-1), redo: undone.at(-1) }),
  }
}
