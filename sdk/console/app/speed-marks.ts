// Marks on the browser's timeline that the bench reads: when the list can be used, when an opened thread is painted.

/** After what is drawn now has been painted. */
const painted = (then: () => void): void =>
  void requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      then()
    }
    port2.postMessage(null)
  })

export function createSpeedMarks() {
  let usable = false
  let opening: string | null = null

  return {
    /** The list has rows, or it is known that there are none. */
    listDrawn(): void {
      if (usable) return
      usable = true
      painted(() => performance.mark('deskbell:usable'))
    },
    open(id: string): void {
      opening = id
      performance.mark('deskbell:open', { detail: id })
    },
    threadDrawn(id: string): void {
      if (opening !== id) return
      opening = null
      painted(() => performance.mark('deskbell:opened', { detail: id }))
    },
  }
}
