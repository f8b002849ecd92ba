// Whether a customer looks: at a conversation, at another page of the site, at none any more. Known in memory on the
// nodes where they and the team are; nothing of it is written anywhere, and no row of a log knows of it.

import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import { type AttentionChange, VISIT_LIMITS } from '../../sdk/protocol/visit.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { SharedMap } from '../platform/bus/shared-map.ts'
import type { CommandRegistry } from '../platform/commands/command-registry.ts'
import type { Hub, HubSocket } from '../platform/hub/hub-options.ts'
import { systemTime, type Time } from '../platform/time.ts'
import { authorize, type Principal } from './access.ts'
import type { ConversationViews } from './conversation-view.ts'
import { ROOM } from './live-room.ts'
import { createLookingTabs } from './looking-tabs.ts'

/** Whoever only goes to the next page is back before that. */
const GONE_AFTER_MS = 6000
/** Whoever has no line asks every few seconds, as long as a page is open. */
const POLLED_MS = 20_000
/** Least time between two frames about one conversation. */
const REST_MS = 1000
/** So many who have left are remembered, and of so many conversations it is known who they are of. */
const REMEMBERED = 5000

type Told = Omit<AttentionChange, 'conversation_id'>

/** A conversation that agents of this node follow. */
interface Watch {
  contactId: string
  visitedAt: string | null
  told: Told | null
  /** A frame went out a moment ago. */
  rests: boolean
  again: boolean
  cancelLook: (() => void) | null
}

export interface AttentionDeps {
  hub: Pick<Hub<Principal>, 'publish' | 'inRoom'>
  bus: Pick<Bus, 'on'>
  commands: CommandRegistry
  views: Pick<ConversationViews, 'load'>
  /** By conversation: a tab on that node looks at it. By `visitor <id>`: a page polls there. */
  looking: SharedMap<true>
  /** By principal: the open sockets of other nodes. */
  sockets: Pick<SharedMap<number>, 'others' | 'onChange'>
  clock?: () => Date
  time?: Time
}

const isEmpty = (items: Iterable<unknown>): boolean => {
  for (const _ of items) return false
  return true
}

const SIDE = 'visitor '

export function createCustomerAttention({
  hub,
  bus,
  commands,
  views,
  looking,
  sockets,
  clock = () => new Date(),
  time = systemTime,
}: AttentionDeps) {
  const watches = new Map<string, Watch>()
  const byContact = new Map<string, Set<string>>()
  /** When they were last seen to go; the oldest goes first. */
  const leftAt = new Map<string, Date>()
  const polls = new Map<string, () => void>()
  let pruneAt = REMEMBERED
  const tabs = createLookingTabs({
    time,
    expiry: VISIT_LIMITS.attention,
    began: (id) => looking.set(id, true),
    ended: (id) => looking.delete(id),
  })

  const isTold = (key: string): boolean => looking.own(key) === true || !isEmpty(looking.others(key))

  const isHere = (contactId: string): boolean =>
    !isEmpty(hub.inRoom(ROOM.contact(contactId))) ||
    !isEmpty(sockets.others(SIDE + contactId)) ||
    isTold(SIDE + contactId)

  const untilGone = (contactId: string): number => {
    const left = leftAt.get(contactId)
    return left ? left.getTime() + GONE_AFTER_MS - clock().getTime() : 0
  }

  function now(id: string, contactId: string): Told {
    const visited_at = watches.get(id)?.visitedAt ?? null
    if (isTold(id)) return { attention: 'reading', since: null, visited_at }
    if (isHere(contactId) || untilGone(contactId) > 0) return { attention: 'here', since: null, visited_at }
    return { attention: 'gone', since: leftAt.get(contactId)?.toISOString() ?? null, visited_at }
  }

  const frame = (id: string, told: Told): ServerFrame => ({
    type: 'attention.changed',
    data: { conversation_id: id, ...told },
  })

  function forget(id: string): void {
    const watch = watches.get(id)
    if (!watch) return
    watch.cancelLook?.()
    watches.delete(id)
    const ids = byContact.get(watch.contactId)
    ids?.delete(id)
    if (ids?.size === 0) byContact.delete(watch.contactId)
  }

  /** Something may have changed: tells who follows, unless they know, and once a second at most. */
  function look(id: string): void {
    const watch = watches.get(id)
    if (!watch) return
    if (isEmpty(hub.inRoom(ROOM.agents(id)))) forget(id)
    else if (watch.rests) watch.again = true
    else tell(id, watch)
  }

  /** Of whom it is only hoped that they come back, it is seen in a moment. */
  function hope(id: string, watch: Watch): void {
    watch.cancelLook?.()
    const wait = untilGone(watch.contactId)
    watch.cancelLook = wait > 0 && !isHere(watch.contactId) ? time.after(wait, () => look(id)) : null
  }

  function tell(id: string, watch: Watch): void {
    const { told } = watch
    const next = now(id, watch.contactId)
    hope(id, watch)
    if (JSON.stringify(told) === JSON.stringify(next)) return
    watch.told = next
    watch.rests = true
    hub.publish(ROOM.agents(id), frame(id, next))
    time.after(REST_MS, () => {
      watch.rests = false
      if (!watch.again) return
      watch.again = false
      look(id)
    })
  }

  function moved(contactId: string): void {
    if (isHere(contactId)) leftAt.delete(contactId)
    else if (!leftAt.has(contactId)) {
      leftAt.set(contactId, clock())
      for (const oldest of leftAt.keys()) {
        if (leftAt.size <= REMEMBERED) break
        leftAt.delete(oldest)
      }
    }
    for (const id of byContact.get(contactId) ?? []) look(id)
  }

  /** Whether the key is a customer's. */
  function movedBy(key: string): boolean {
    const isCustomer = key.startsWith(SIDE)
    if (isCustomer) moved(key.slice(SIDE.length))
    return isCustomer
  }

  function watch(id: string, contactId: string): void {
    const held = watches.get(id)
    if (held?.contactId === contactId) {
      hope(id, held)
      return
    }
    forget(id)
    const made: Watch = {
      contactId,
      visitedAt: null,
      told: null,
      rests: false,
      again: false,
      cancelLook: null,
    }
    watches.set(id, made)
    hope(id, made)
    const ids = byContact.get(contactId) ?? new Set()
    byContact.set(contactId, ids.add(id))
    if (watches.size < pruneAt) return
    for (const each of [...watches.keys()]) if (isEmpty(hub.inRoom(ROOM.agents(each)))) forget(each)
    pruneAt = Math.max(REMEMBERED, watches.size * 2)
  }

  commands.handle<'looking.tell', VisitorPrincipal, HubSocket<Principal>>(
    'looking.tell',
    'visitor',
    async ({ principal, input, socket }) => {
      const { conversation_id: id, tab } = input
      if (!socket) return { ok: true }
      if (!input.looking) tabs.stop(socket.id, tab)
      else {
        // Who follows it has been let in already.
        if (!socket.rooms.includes(ROOM.visitors(id)))
          authorize(principal, await views.load(principal.workspaceId, id))
        tabs.look(socket.id, tab, id)
      }
      return { ok: true }
    },
  )

  const stops = [
    looking.onChange((key) => {
      if (!movedBy(key)) look(key)
    }),
    sockets.onChange((key) => void movedBy(key)),
    bus.on('contact.visited', ({ contact_id, at }) => {
      for (const id of byContact.get(contact_id) ?? []) {
        watches.get(id)!.visitedAt = at
        look(id)
      }
    }),
    bus.on('contact.identified', ({ contact_id, conversation_ids }) => {
      for (const id of conversation_ids) {
        if (!watches.has(id)) continue
        watch(id, contact_id)
        look(id)
      }
    }),
  ]

  return {
    /** An agent follows it from here on: what is to be told at once. */
    followed(id: string, contactId: string): ServerFrame {
      watch(id, contactId)
      return frame(id, now(id, contactId))
    },
    /** A customer without a socket has asked for what is new. */
    polled(contactId: string): void {
      const key = SIDE + contactId
      polls.get(key)?.()
      const forget = (): void => {
        polls.delete(key)
        looking.delete(key)
      }
      polls.set(key, time.after(POLLED_MS, forget))
      looking.set(key, true)
    },
    /** A customer's socket is ready. */
    arrived: moved,
    left(socket: HubSocket<Principal>): void {
      tabs.leave(socket.id)
      moved(socket.principal.id)
    },
    close(): void {
      for (const stop of stops) stop()
      tabs.close()
      for (const cancel of polls.values()) cancel()
      for (const { cancelLook } of watches.values()) cancelLook?.()
    },
  }
}

export type CustomerAttention = ReturnType<typeof createCustomerAttention>
