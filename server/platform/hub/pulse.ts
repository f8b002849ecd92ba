// One timer for all sockets: each is visited once a beat, and the visits are spread over it,
// so that fifty thousand heartbeats never fall into one turn of the event loop.

const SLOTS = 25

export function createPulse<M>({
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
  const slotOf = new Map<M, Set<M>>()
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
      slots[current]!.add(member)
      slotOf.set(member, slots[current]!)
    },
    remove(member: M): void {
      slotOf.get(member)?.delete(member)
      slotOf.delete(member)
    },
    close: (): void => clearInterval(timer),
  }
}
