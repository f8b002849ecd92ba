// Everybody connected, and one timer for all: each is visited once a beat, and the visits are spread over it, so that
// fifty thousand heartbeats never fall into one turn of the event loop.

const SLOTS = 25

/** Who is visited keeps its slot by itself. */
export interface Beating {
  slot: number
}

export function createPulse<M extends Beating>({
  beat,
  visit,
  everySlot,
}: {
  beat: number
  visit: (member: M) => void
  /** Runs 25 times a beat. */
  everySlot: () => void
}) {
  const slots: Set<M>[] = Array.from({ length: SLOTS }, () => new Set())
  let current = 0

  const timer = setInterval(() => {
    current = (current + 1) % SLOTS
    for (const member of [...slots[current]!]) visit(member)
    everySlot()
  }, beat / SLOTS)
  timer.unref()

  return {
    /** First visited one whole beat from now. */
    add(member: M): void {
      member.slot = current
      slots[current]!.add(member)
    },
    remove: (member: M): void => void slots[member.slot]!.delete(member),
    *members(): Iterable<M> {
      for (const slot of slots) yield* slot
    },
    close: (): void => clearInterval(timer),
  }
}
