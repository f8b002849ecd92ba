// The live side: what of the bus's news goes as frames to whom. Rows of the log go by log-feed.ts.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import type { Bus, BusTopics } from '../platform/bus/bus.ts'
import type { SharedMap } from '../platform/bus/shared-map.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import type { Hub, HubSocket } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import { actorOf, authorize, type Principal } from './access.ts'
import { createConversationRefresh } from './conversation-refresh.ts'
import type { ConversationViews } from './conversation-view.ts'
import { createCustomerAttention } from './customer-attention.ts'
import { createFollowing } from './following.ts'
import { followersRoom, ROOM } from './live-room.ts'
import { createLogFeed } from './log-feed.ts'
import type { Reading } from './reading.service.ts'
import { createRunningAnswers } from './running-answers.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    'conversation.typing': {
      workspace_id: string
      conversation_id: string
      actor: Actor
      side: 'visitor' | 'agent'
      /** Undefined: stopped. */
      text: string | undefined
    }
    /** A stretch of an answer being written; lost ones do not matter, the final text is in the log. */
    'answer.chunk': { conversation_id: string; gen: string; off: number; text: string; actor: Actor }
    'answer.ended': { conversation_id: string; gen: string; outcome: 'sent' | 'withheld' | 'stopped' }
    /** A customer wants the AI agent's running answer stopped. */
    'answer.stop': { conversation_id: string }
    /** Who is in has changed: every waiting customer's prospects have. */
    'staffing.changed': { workspace_id: string }
  }
}

type Socket = HubSocket<Principal>

export interface LiveDeps {
  hub: Pick<Hub<Principal>, 'publish' | 'inRoom'>
  bus: Bus
  log: Log
  views: ConversationViews
  reading: Reading
  commands: CommandRegistry
  /** What conversations customers look at, and who has how many sockets, on which node. */
  looking: SharedMap<true>
  sockets: SharedMap<number>
}

export function createConversationLive({
  hub,
  bus,
  log,
  views,
  reading,
  commands,
  looking,
  sockets,
}: LiveDeps) {
  const feed = createLogFeed({ hub, reading, log })
  const running = createRunningAnswers({ bus })
  const attention = createCustomerAttention({ hub, bus, commands, views, looking, sockets })
  const following = createFollowing({ commands, reading, feed, running, attention })
  const refresh = createConversationRefresh({ hub, log, views, latest: reading.latest })

  function onAppended(news: BusTopics['conversation.appended']): void {
    const { workspace_id, conversation_id, contact_id, queue_moved } = news
    feed.onAppended(news)
    refresh.conversation({ workspaceId: workspace_id, id: conversation_id, contactId: contact_id })
    if (queue_moved) refresh.queue(workspace_id)
  }

  function onTyping({
    workspace_id,
    conversation_id,
    actor,
    side,
    text,
  }: BusTopics['conversation.typing']): void {
    const frame = (shown?: string): ServerFrame =>
      text === undefined
        ? { type: 'typing.stopped', data: { conversation_id, actor } }
        : { type: 'typing.started', data: { conversation_id, actor, ...(shown && { text: shown }) } }
    // What somebody is still typing is for the team's eyes; a customer learns only that somebody does.
    if (side === 'visitor') hub.publish(ROOM.workspace(workspace_id), frame(text), { ephemeral: true })
    else {
      hub.publish(ROOM.agents(conversation_id), frame(), { ephemeral: true })
      hub.publish(ROOM.visitors(conversation_id), frame(), { ephemeral: true })
    }
  }

  function onRead({
    workspace_id,
    conversation_id,
    contact_id,
    actor,
    seq,
    pub_seq,
  }: BusTopics['conversation.read']): void {
    const frame = (mark: number): ServerFrame => ({
      type: 'read.marked',
      data: { conversation_id, actor, seq: mark },
    })
    hub.publish(ROOM.agents(conversation_id), frame(seq))
    hub.publish(ROOM.visitors(conversation_id), frame(pub_seq))
    refresh.conversation({ workspaceId: workspace_id, id: conversation_id, contactId: contact_id })
  }

  const toFollowers = (conversationId: string, frame: ServerFrame): void => {
    hub.publish(ROOM.visitors(conversationId), frame, { ephemeral: true })
    hub.publish(ROOM.agents(conversationId), frame, { ephemeral: true })
  }

  const stops = [
    bus.on('conversation.appended', onAppended),
    bus.on('conversation.typing', onTyping),
    bus.on('conversation.read', onRead),
    bus.on('answer.chunk', (data) => toFollowers(data.conversation_id, { type: 'answer.chunk', data })),
    bus.on('answer.ended', (data) => toFollowers(data.conversation_id, { type: 'answer.ended', data })),
    bus.on('conversation.touched', ({ workspace_id, conversation_id, contact_id }) =>
      refresh.conversation({ workspaceId: workspace_id, id: conversation_id, contactId: contact_id }),
    ),
    bus.on('contact.identified', ({ workspace_id: workspaceId, contact_id: contactId, conversation_ids }) => {
      for (const id of conversation_ids) refresh.conversation({ workspaceId, id, contactId })
    }),
    bus.on('staffing.changed', ({ workspace_id }) => refresh.queue(workspace_id)),
  ]

  type Call<N extends 'typing.start' | 'typing.stop'> = CommandCall<N, Principal, Socket>

  async function typing(
    { principal, socket }: Pick<Call<'typing.start'>, 'principal' | 'socket'>,
    conversationId: string,
    text: string | undefined,
  ): Promise<never> {
    // Who follows has been let in, and needs no database to be seen typing.
    if (!socket?.rooms.includes(followersRoom(principal, conversationId)))
      authorize(principal, await views.load(principal.workspaceId, conversationId))
    const news = {
      workspace_id: principal.workspaceId,
      conversation_id: conversationId,
      actor: actorOf(principal),
      side: principal.side,
      text,
    }
    bus.emit('conversation.typing', news, { ephemeral: true })
    return { ok: true } as never
  }

  for (const side of ['visitor', 'agent'] as const) {
    commands.handle('typing.start', side, (call: Call<'typing.start'>) =>
      typing(call, call.input.conversation_id, call.input.text ?? ''),
    )
    commands.handle('typing.stop', side, (call: Call<'typing.stop'>) =>
      typing(call, call.input.conversation_id, undefined),
    )
  }

  return {
    welcome: following.welcome,
    /** The customer stops the AI agent's running answer, on whichever node it runs. */
    async stopAnswer({
      principal,
      input,
    }: CommandCall<'answer.stop', Principal, Socket>): Promise<{ ok: true }> {
      authorize(principal, await views.load(principal.workspaceId, input.conversation_id))
      bus.emit('answer.stop', { conversation_id: input.conversation_id })
      return { ok: true }
    },
    /** Heads of the conversations a socket follows. */
    heads: feed.heads,
    attention,
    close: (): void => {
      for (const stop of stops) stop()
      running.close()
      attention.close()
      refresh.close()
      feed.close()
    },
  }
}

export type ConversationLive = ReturnType<typeof createConversationLive>
