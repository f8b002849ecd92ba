// ws's socket with a place for whose it is: listeners are then functions all sockets share, not some for each of them.

import { type RawData, WebSocket } from 'ws'

/** What a socket tells its owner. */
export interface LineOwner {
  heard(data: RawData, isBinary: boolean): void
  pinged(): void
  ponged(): void
  failed(): void
  ended(): void
}

export class LiveWebSocket extends WebSocket {
  private owner: LineOwner | undefined

  /** Once, before anything can have come. */
  belongTo(owner: LineOwner): void {
    this.owner = owner
    this.on('message', onMessage)
    this.on('ping', onPing)
    this.on('pong', onPong)
    this.on('error', onError)
    this.on('close', onClose)
  }

  static ownerOf(socket: LiveWebSocket): LineOwner {
    return socket.owner!
  }
}

const { ownerOf } = LiveWebSocket

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  ownerOf(this as LiveWebSocket).heard(data, isBinary)
}
function onPing(this: WebSocket): void {
  ownerOf(this as LiveWebSocket).pinged()
}
function onPong(this: WebSocket): void {
  ownerOf(this as LiveWebSocket).ponged()
}
function onError(this: WebSocket): void {
  ownerOf(this as LiveWebSocket).failed()
}
function onClose(this: WebSocket): void {
  ownerOf(this as LiveWebSocket).ended()
}
