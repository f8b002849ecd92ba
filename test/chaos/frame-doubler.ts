// Doubles WebSocket frames of a client's stream, byte for byte, mask and all, as a sender does that resends what
// had arrived. Knows RFC 6455's framing and nothing of what is inside.

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const TEXT = 1

/** The whole frame at the start of `bytes`, or 0 while it is not all there. */
function frameLength(bytes: Buffer): number {
  if (bytes.length < 2) return 0
  const short = bytes[1]! & 0x7f
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0
  if (bytes.length < 2 + extra) return 0
  const payload =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const length = 2 + extra + (bytes[1]! & 0x80 ? 4 : 0) + payload
  return bytes.length < length ? 0 : length
}

/** One a connection. The first frame, the hello, is never doubled: no client can send it twice. */
export function createFrameDoubler(shouldDouble: () => boolean): (chunk: Buffer) => Buffer {
  let phase: 'head' | 'frames' | 'other' = 'head'
  let held: Buffer = Buffer.alloc(0)
  let count = 0

  return function pass(chunk) {
    if (phase === 'other') return chunk
    held = Buffer.concat([held, chunk])
    const out: Buffer[] = []
    if (phase === 'head') {
      const end = held.indexOf(END_OF_HEAD)
      const isUpgrade = end >= 0 && /^upgrade: *websocket/im.test(held.toString('latin1', 0, end))
      // Requests are passed on as they come; only an upgrade is waited for.
      if (!isUpgrade) {
        const plain = held
        held = Buffer.alloc(0)
        phase = 'other'
        return plain
      }
      out.push(held.subarray(0, end + 4))
      held = held.subarray(end + 4)
      phase = 'frames'
    }
    for (let length = frameLength(held); length > 0; length = frameLength(held)) {
      const frame = held.subarray(0, length)
      out.push(frame)
      if ((frame[0]! & 0x0f) === TEXT && count++ > 0 && shouldDouble()) out.push(frame)
      held = held.subarray(length)
    }
    return Buffer.concat(out)
  }
}
