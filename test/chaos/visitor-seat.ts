// A visitor's tab: loads the widget's client, finds what the visitor has, and does what visitors do.

import type { VisitorClient, VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import type { Tab } from './browser-device.ts'
import type { Party } from './chaos-party.ts'
import { createSeat, type Owners, type Seat } from './chaos-seat.ts'
import type { SeededRandom } from './seeded-random.ts'

const WEIGHTS = {
  send: 66,
  start: 8,
  read: 8,
  type: 6,
  edit: 4,
  remove: 1,
  withdraw: 5,
  person: 2,
  rate: 1,
  end: 1,
}
const MOST_CONVERSATIONS = 2

export interface VisitorSeatDeps {
  name: string
  party: Party
  owners: Owners
  site: string
  /** Makes the client in another way than by loading the SDK here. */
  boot?: (tab: Tab) => Promise<VisitorClient>
}

export function createVisitorSeat({ name, party, owners, site, boot }: VisitorSeatDeps) {
  const seat: Seat<VisitorClient> = createSeat<VisitorClient>({
    name,
    party,
    owners,
    async boot(tab) {
      if (boot) return boot(tab)
      const { createVisitorClient } = await party.loadPage()
      const client = createVisitorClient({ server: party.server, site, locale: 'en' }, tab.env)
      void client.conversations.resume().catch(() => {})
      return client
    },
    follow({ conversations }, open) {
      const openAll = (): void => {
        for (const { id } of conversations.list.get()) {
          owners.set(id, party.name)
          open(id)
        }
      }
      conversations.list.subscribe(openAll)
      openAll()
      for (const [id, owner] of owners) if (owner === party.name) open(id)
    },
  })

  async function start(random: SeededRandom): Promise<void> {
    const want = random.chance(0.7) ? 'person' : 'assistant'
    const { conversations } = seat.client()!
    await seat.write('new', 'conversation.start', async (message) => {
      const view = await conversations.start({ message, want })
      owners.set(view.id, party.name)
      seat.openView(view.id)
      view.close()
    })
  }

  /** One thing, by chance. */
  async function act(random: SeededRandom): Promise<void> {
    const what = random.weighted(WEIGHTS)
    const place = random.next()
    seat.forgetUnbegun()
    const own = [...seat.views.values()] as VisitorConversationView[]
    const view = own[Math.floor(place * own.length)]
    if (!view || (what === 'start' && own.length < MOST_CONVERSATIONS)) return start(random)
    // Answers come when they come; a visitor who waits for one writes on meanwhile.
    const wish = (promise: Promise<unknown>): void => void promise.catch(() => {})
    if (what === 'send' || what === 'start') await seat.write(view.id, 'message.send', view.send)
    else if (what === 'withdraw') await seat.withdraw(view as never)
    else if (what === 'edit' || what === 'remove')
      wish(seat.change(view as never, what, (actor) => actor.kind === 'contact'))
    else if (what === 'read') view.read()
    else if (what === 'type') view.typing(`typing ${place}`)
    else if (what === 'person') wish(view.requestPerson())
    else if (what === 'rate') wish(view.rate(random.pick([1, 2, 3, 4, 5])))
    else wish(view.end())
  }

  return { ...seat, act, pace: [60, 700] as const }
}
