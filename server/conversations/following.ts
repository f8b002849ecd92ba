// Who follows which conversation on a socket: hello with its cursors, subscribe, unsubscribe.

import type { AgentConversation } from '../../sdk/protocol/conversation.ts'
import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import { PROTOCOL_VERSION } from '../../sdk/protocol/limits.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import type { HubSocket } from '../platform/hub/hub-options.ts'
import { Problem } from '../platform/problem.ts'
import type { Principal } from './access.ts'
import type { CustomerAttention } from './customer-attention.ts'
import { followersRoom, ROOM } from './live-room.ts'
import type { LogFeed } from './log-feed.ts'
import type { Reading } from './reading.service.ts'
import type { RunningAnswers } from './running-answers.ts'

type Socket = HubSocket<Principal>
type Call<N extends 'conversation.subscribe' | 'conversation.unsubscribe'> = CommandCall<N, Principal, Socket>

export interface FollowingDeps {
  commands: CommandRegistry
  reading: Reading
  feed: Pick<LogFeed, 'follow'>
  running: RunningAnswers
  attention: Pick<CustomerAttention, 'followed' | 'polled'>
}

/** A conversation that is gone is left out of the welcome; everything else fails the hello. */
function notThere(error: unknown): undefined {
  if (!(error instanceof Problem && error.code === 'conversation-not-found')) throw error
}

export function createFollowing({ commands, reading, feed, running, attention }: FollowingDeps) {
  /**
   * Joined once it is allowed and before the rows are read: an event of the moment between may come twice, but never
   * not at all, and nobody hears of a stranger's conversation while they are being refused.
   */
  async function follow(principal: Principal, id: string, after: number, socket: Socket) {
    const room = followersRoom(principal, id)
    const followed = socket.rooms.includes(room)
    try {
      const stretch = await reading.since(principal, id, after, () => socket.join(room))
      feed.follow(id, principal.side, stretch.head)
      return stretch
    } catch (error) {
      // Whoever followed before goes on: a database that stumbles must not cut them off unnoticed.
      if (!followed) socket.leave(room)
      throw error
    }
  }

  /** What no log tells the newcomer. */
  function present(principal: Principal, id: string, conversation: unknown): ServerFrame[] {
    const answer = running.soFar(id)
    const frames: ServerFrame[] = answer ? [answer] : []
    if (principal.side === 'agent')
      frames.push(attention.followed(id, (conversation as AgentConversation).contact.id))
    return frames
  }

  async function subscribe({ principal, input, socket }: Call<'conversation.subscribe'>): Promise<never> {
    const { conversation_id, after } = input
    if (!socket) {
      const seen = await reading.look(principal, conversation_id, after)
      if (principal.side === 'visitor') attention.polled(principal.id)
      return seen as never
    }
    const stretch = await follow(principal, conversation_id, after, socket)
    // Behind the ack, which goes out when this has returned.
    setImmediate(() => {
      for (const frame of present(principal, conversation_id, stretch.conversation))
        socket.send(frame, { ephemeral: true })
    })
    return stretch as never
  }

  async function unsubscribe({ principal, input, socket }: Call<'conversation.unsubscribe'>): Promise<never> {
    socket?.leave(followersRoom(principal, input.conversation_id))
    return { ok: true } as never
  }

  for (const side of ['visitor', 'agent'] as const) {
    commands.handle('conversation.subscribe', side, subscribe)
    commands.handle('conversation.unsubscribe', side, unsubscribe)
  }

  return {
    /** A socket has said hello: its own rooms, and whatever it missed of the streams it follows. */
    async welcome(socket: Socket, streams: Readonly<Record<string, number>>): Promise<void> {
      const { principal } = socket
      socket.join(
        principal.side === 'visitor' ? ROOM.contact(principal.id) : ROOM.workspace(principal.workspaceId),
      )
      const reached: Record<string, number> = {}
      const missed: ServerFrame[] = []
      // All at once: they are read together.
      const stretches = await Promise.all(
        Object.entries(streams).map(([id, after]) => follow(principal, id, after, socket).catch(notThere)),
      )
      for (const stretch of stretches) {
        if (!stretch) continue
        const { mode, conversation, ...data } = stretch
        const id = data.conversation_id
        reached[id] = data.head
        if (mode === 'reset' || data.events.length > 0)
          missed.push({ type: mode === 'reset' ? 'reset' : 'events', data } as ServerFrame)
        missed.push({ type: 'conversation.changed', data: { conversation } } as ServerFrame)
        missed.push(...present(principal, id, conversation))
      }
      const at = new Date().toISOString()
      socket.send({ type: 'welcome', data: { protocol: PROTOCOL_VERSION, at, heads: reached } })
      for (const frame of missed) {
        // A week of many conversations is more than may wait for one receiver.
        const isFull = socket.drained()
        if (isFull) await isFull
        socket.send(frame)
      }
    },
  }
}

export type Following = ReturnType<typeof createFollowing>
