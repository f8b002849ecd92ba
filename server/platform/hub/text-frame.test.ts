// Frames as any WebSocket reads them, at every length of their head.

import assert from 'node:assert/strict'
import type { Writable } from 'node:stream'
import test from 'node:test'
import * as ws from 'ws'
import { textFrame } from './text-frame.ts'

/** ws has it, its types do not. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

for (const length of [0, 1, 125, 126, 0xffff, 0x10000])
  test(`a frame of ${length} bytes is read as the text it was`, async () => {
    const text = 'x'.repeat(Math.max(0, length - 3)) + (length >= 3 ? '€' : 'x'.repeat(length))
    const receiver = new Receiver({ isServer: false })
    const read = new Promise<[Buffer, boolean]>((resolve) =>
      receiver.on('message', (data: Buffer, isBinary: boolean) => resolve([data, isBinary])),
    )
    const frame = textFrame(text)
    receiver.write(frame)
    const [data, isBinary] = await read
    assert.equal(isBinary, false)
    assert.equal(String(data), text)
    assert.equal(Buffer.byteLength(text), length)
  })
