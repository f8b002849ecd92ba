// Client ids: UUIDs of version 7 (RFC 9562 §5.7). A page's own ids sort in the order they were made.

let last = 0
let count = 0

/** Two ids of one millisecond are told apart by a counter in the first 12 random bits. */
export function clientId(now: number = Date.now()): string {
  if (now > last) {
    last = now
    count = 0
  } else if (++count > 0xfff) {
    last++
    count = 0
  }
  const random = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  const time = last.toString(16).padStart(12, '0')
  const variant = '89ab'[Number.parseInt(random[0]!, 16) & 3]
  const tail = random.join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
}

/** Ids made from here on sort after this one, though the device's clock may have been set back since it was made. */
export function sortAfter(id: string): void {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  const place = Number.parseInt(id.slice(15, 18), 16)
  // What is no such id says nothing.
  if (!(time >= last)) return
  count = time === last ? Math.max(count, place) : place
  last = time
}
