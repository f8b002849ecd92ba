// One tab of a party, opened, crashed and opened again: the client in it, its open conversations, what its user does.

import type { AgentClient, AgentConversationView } from '../../sdk/client/agent-client.api.ts'
import type { VisitorClient, VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Tab } from './browser-device.ts'
import type { Party } from './chaos-party.ts'
import { findMark, markOf } from './text-mark.ts'
import { type ShownView, textOf, watchView } from './view-watch.ts'

export type Client = VisitorClient | AgentClient
export type View = (VisitorConversationView | AgentConversationView) & ShownView

/** What the run knows of all conversations: whose each is. */
export type Owners = Map<string, string>

export interface SeatDeps<C extends Client> {
  name: string
  party: Party
  owners: Owners
  /** Makes the client of a page just loaded, and signs it in. */
  boot(tab: Tab): Promise<C>
  /** Conversations the page shows by itself; calls `open` for each, now and later. */
  follow(client: C, open: (id: string) => void): void
}

const openOn = (client: Client, id: string): View =>
  ('conversations' in client ? client.conversations.open(id) : client.open(id)) as View

export function createSeat<C extends Client>({ name, party, owners, boot, follow }: SeatDeps<C>) {
  const { history, withdrawn } = party
  const { record } = history
  let tab: Tab | null = null
  let client: C | null = null
  let count = 0
  const views = new Map<string, View>()
  const listeners = new Set<() => void>()

  function openView(id: string): void {
    const mine = tab
    if (!client || !mine || views.has(id)) return
    const view = openOn(client, id)
    views.set(id, view)
    watchView({
      author: name,
      view,
      record,
      withdrawn,
      soon: (ms, call) => void setTimeout(() => mine.life.isDead() || mine.life.isFrozen() || call(), ms),
    })
    view.state.subscribe(() => listeners.forEach((listener) => void listener()))
  }

  /** What a promise of the tab comes to, or `gone` when the tab ends first. */
  async function within<T>(promise: Promise<T>): Promise<{ value: T } | 'gone'> {
    const { signal } = tab!.life
    if (signal.aborted) return 'gone'
    const gone = new Promise<'gone'>((resolve) =>
      signal.addEventListener('abort', () => resolve('gone'), { once: true }),
    )
    return Promise.race([promise.then((value) => ({ value })), gone])
  }

  return {
    name,
    party,
    views: views as ReadonlyMap<string, View>,
    /** Lets go of what was taken back before it began, in this tab or another. */
    forgetUnbegun(): void {
      for (const [id, view] of views)
        if (!owners.has(id)) {
          views.delete(id)
          view.close()
        }
    },
    client: () => client,
    isUsable: () => client !== null && !tab!.life.isFrozen(),
    isFrozen: () => tab?.life.isFrozen() ?? false,
    /** Calls on every change of what any view shows. */
    onChange: (listener: () => void) => void listeners.add(listener),
    openView,
    within,
    async open(): Promise<void> {
      if (tab) return
      const mine = party.device.openTab()
      tab = mine
      const made = await boot(mine)
      if (tab !== mine) return
      client = made
      follow(made, openView)
    },
    crash(): void {
      tab?.crash()
      tab = client = null
      views.clear()
    },
    freeze: () => tab?.freeze(),
    thaw: () => tab?.thaw(),
    /** Writes a text, and says when the client calls it stored. */
    async write(
      conversation: string,
      command: string,
      send: (body: string) => Promise<unknown>,
    ): Promise<void> {
      const owner = owners.get(conversation) ?? party.name
      const op = markOf(name, owner, ++count, command === 'note.add')
      record({ type: 'write', op, author: party.name, tab: name, conversation, command })
      if ((await within(send(`${op} ${command} number ${count} of ${name}`))) !== 'gone')
        record({ type: 'stored', op })
    },
    /** Changes or deletes the newest text of one's own; the mark stays, so that it is found again. */
    async change(view: View, what: 'edit' | 'remove', isMine: (actor: Actor) => boolean): Promise<void> {
      const { events } = view.state.get()
      const last = events.findLast(
        ({ type, actor }) => isMine(actor) && (type === 'message.created' || type === 'note.created'),
      )
      const mark = last && findMark(textOf(last))
      if (!mark) return
      // What a real browser sends is not seen on its way, so its cid is known from here alone.
      if (last.cid) record({ type: 'changed', op: mark, cid: last.cid })
      await within(
        what === 'edit' ? view.edit(last.id, `${mark} changed by ${name}, ${++count}`) : view.remove(last.id),
      )
    },
    /** Takes the newest text back that is not on its way. */
    async withdraw(view: View): Promise<void> {
      const last = view.state.get().pending.findLast(({ state }) => state !== 'sending')
      if (!last) return
      const mark = findMark(last.body)
      const result = await within(view.discard(last.cid))
      if (result === 'gone' || !result.value || !mark) return
      withdrawn.add(mark)
      record({ type: 'withdrawn', op: mark, author: party.name })
      const { conversation, pending } = view.state.get()
      // As the widget does: nothing of it was ever sent, so it has not begun.
      if (!conversation && pending.length === 0) owners.delete(view.id)
    },
  }
}

export type Seat<C extends Client = Client> = ReturnType<typeof createSeat<C>>
