// The commands by which a team sorts, shelves, joins and parts conversations, and the frames that come of them.

import type { Appended, CommandName, CommandResult } from '../../sdk/protocol/command.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Hub, HubSocket } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import type { Principal } from './access.ts'
import type { AppendResult, Cause } from './conversation-log.ts'
import { toEvent } from './conversation-row.ts'
import type { ConversationViews } from './conversation-view.ts'
import { followersRoom, ROOM } from './live-room.ts'
import type { Asides } from './triage/conversation-aside.service.ts'
import type { Facts } from './triage/facts.service.ts'
import type { Followers } from './triage/followers.service.ts'
import type { Merges } from './triage/merge.service.ts'
import type { Scheduled } from './triage/scheduled.service.ts'
import type { Shelving } from './triage/shelving.service.ts'
import type { Snoozes } from './triage/snooze.service.ts'
import type { Splits } from './triage/split.service.ts'
import type { Viewers } from './triage/viewers.ts'
import type { Whispers } from './whispers/whisper.service.ts'

export interface TriageServices {
  facts: Facts
  snoozes: Snoozes
  shelving: Shelving
  followers: Followers
  merges: Merges
  splits: Splits
  scheduled: Scheduled
  viewers: Viewers
  asides: Asides
}

export interface TriageCommandDeps {
  commands: CommandRegistry
  triage: TriageServices
  whispers: Pick<Whispers, 'of'>
  views: Pick<ConversationViews, 'load'>
  hub: Pick<Hub<Principal>, 'publish' | 'sockets'>
  bus: Pick<Bus, 'on'>
  log: Log
}

type Socket = HubSocket<Principal>
type Call<N extends CommandName> = CommandCall<N, AgentPrincipal, Socket>

const causeOf = (call: Call<CommandName>): Cause => ({
  cid: call.cid,
  digest: call.digest,
  actorId: call.principal.id,
})

function appended({ first }: Pick<AppendResult, 'first'>): Appended {
  const { seq, at } = toEvent(first, 'agent')
  return { conversation_id: first.conversation_id, id: first.id, seq, at }
}

/** The returned function stops telling. */
export function registerTriageCommands(deps: TriageCommandDeps): () => void {
  const { commands, views, hub, bus, log, triage, whispers } = deps
  const { facts, snoozes, shelving, followers, merges, splits, scheduled, viewers, asides } = triage

  const agent = <N extends CommandName>(
    name: N,
    handler: (call: Call<N>) => Promise<CommandResult<N>>,
  ): void => commands.handle(name, 'agent', handler)
  const append = <N extends CommandName>(name: N, run: (call: Call<N>) => Promise<AppendResult>): void =>
    agent(name, async (call) => appended(await run(call)) as never)

  append('facts.set', (call) => facts.set(call.principal, call.input, causeOf(call)))
  append('conversation.snooze', (call) => snoozes.set(call.principal, call.input, causeOf(call)))
  append('conversation.spam', (call) => shelving.spam(call.principal, call.input, causeOf(call)))
  append('contact.block', (call) => shelving.block(call.principal, call.input, causeOf(call)))
  append('conversation.merge', (call) => merges.merge(call.principal, call.input, causeOf(call)))
  append('conversation.unmerge', (call) => merges.unmerge(call.principal, call.input, causeOf(call)))
  append('conversation.split', (call) => splits.split(call.principal, call.input, causeOf(call)))
  append('conversation.link', (call) => followers.link(call.principal, call.input, causeOf(call)))
  append('message.schedule', (call) => scheduled.schedule(call.principal, call.input, causeOf(call)))
  append('message.unschedule', (call) => scheduled.unschedule(call.principal, call.input, causeOf(call)))

  agent('conversation.follow', async ({ principal, input }) => {
    await followers.follow(principal, input)
    return { ok: true }
  })
  agent('conversation.view', async ({ principal, input, socket }) => {
    const { conversation_id: id, shown } = input
    if (!shown) {
      viewers.hide(principal, id)
      return { ok: true }
    }
    // Who follows has been let in already, and this is said every few seconds.
    if (!socket?.rooms.includes(followersRoom(principal, id))) await views.load(principal.workspaceId, id)
    viewers.show(principal, id)
    // Who was there before, which no change tells the newcomer.
    socket?.send(viewers.frame(id), { ephemeral: true })
    return { ok: true }
  })
  agent('reply.keep', async ({ principal, input, socket }) => {
    await asides.keep(principal, input, socket?.id)
    return { ok: true }
  })
  agent('conversation.aside', async ({ principal, input }) => ({
    ...(await asides.show(principal, input.conversation_id)),
    whispers: await whispers.of(principal, input.conversation_id),
  }))

  const stops = [
    viewers.onChange((id) => hub.publish(ROOM.agents(id), viewers.frame(id), { ephemeral: true })),
    bus.on('desk.changed', ({ workspaceId, list }) =>
      hub.publish(ROOM.workspace(workspaceId), { type: 'desk.changed', data: { list } }),
    ),
    bus.on('reply.kept', (news) => {
      const others = [...hub.sockets()].filter(
        ({ id, principal }) => principal.id === news.agent_id && id !== news.socket_id,
      )
      if (others.length === 0) return
      Promise.resolve(news.here?.reply ?? asides.kept(news))
        .then((reply) => {
          if (!reply) return
          const data = { conversation_id: news.conversation_id, ...reply }
          for (const socket of others) socket.send({ type: 'reply.kept', data })
        })
        .catch((error: unknown) =>
          log.warn({ error: errorFields(error) }, 'live: a kept reply could not be read for its writer'),
        )
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
