// An agent's tab: the console's client with its inbox, every open conversation open, and what agents do all day.

import type { AgentClient, AgentConversationView } from '../../sdk/client/agent-client.api.ts'
import type { Party } from './chaos-party.ts'
import { createSeat, type Owners, type Seat } from './chaos-seat.ts'
import type { SeededRandom } from './seeded-random.ts'

const WEIGHTS = {
  send: 48,
  note: 16,
  accept: 10,
  read: 10,
  type: 5,
  edit: 4,
  remove: 1,
  resolve: 3,
  assign: 2,
  withdraw: 2,
}

export interface AgentSeatDeps {
  name: string
  party: Party
  owners: Owners
  /** Ids of everybody on the team. */
  team: readonly string[]
  /** Conversations anybody on the team has seen; shared, so that a resolved one is found again after a reload. */
  seen: Set<string>
}

export function createAgentSeat({ name, party, owners, team, seen }: AgentSeatDeps) {
  const seat: Seat<AgentClient> = createSeat<AgentClient>({
    name,
    party,
    owners,
    async boot(tab) {
      const { createAgentClient } = await party.loadPage()
      const client = createAgentClient({ server: party.server }, tab.env)
      // As somebody who reloads a console that did not come up.
      void (async () => {
        while (!tab.life.isDead())
          try {
            await client.resume()
            await client.inbox.show('open')
            return
          } catch {
            await new Promise<void>((resolve) => tab.env.after(2000, resolve))
          }
      })()
      return client
    },
    follow(client, open) {
      // Whoever wrote in it, an agent who looks at a conversation sees all of it.
      const openAll = (): void => {
        for (const { id } of client.inbox.state.get().conversations) if (owners.has(id)) seen.add(id)
        if (client.me.get()) for (const id of seen) open(id)
      }
      client.me.subscribe(openAll)
      client.inbox.state.subscribe(openAll)
      openAll()
    },
  })

  /** One thing, by chance. */
  async function act(random: SeededRandom): Promise<void> {
    const what = random.weighted(WEIGHTS)
    const place = random.next()
    if (seat.client()?.me.get()) for (const id of seen) seat.openView(id)
    const open = [...seat.views.values()] as AgentConversationView[]
    const view = open[Math.floor(place * open.length)]
    if (!view) return
    const wish = (promise: Promise<unknown>): void => void promise.catch(() => {})
    // Whoever answers at the same moment: what is sent must arrive, so nothing is to be held for them.
    if (what === 'send')
      await seat.write(view.id, 'message.send', (body) => view.send(body, [], { afterSeq: null }))
    else if (what === 'note') await seat.write(view.id, 'note.add', view.addNote)
    else if (what === 'withdraw') await seat.withdraw(view as never)
    else if (what === 'edit' || what === 'remove')
      wish(seat.change(view as never, what, ({ id }) => id === seat.client()?.me.get()?.agent.id))
    else if (what === 'accept') wish(view.accept())
    else if (what === 'resolve') wish(view.resolve())
    else if (what === 'assign') wish(view.assign(random.pick(team)))
    else if (what === 'read') view.read()
    else view.typing(`typing ${place}`)
  }

  return { ...seat, act, pace: [60, 500] as const }
}
