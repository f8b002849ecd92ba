// The demo shop on a busy day, filled through its own REST: customers who wrote, a team with tags, topics and views.

import type { Page } from 'playwright-core'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { asAgent } from './agent-api.ts'
import type { RunningDesk } from './running-desk.ts'

interface Customer {
  name: string
  says: string[]
  /** Where they are; the others sit at a computer in Oslo. */
  zone?: string
  /** How their browser calls itself. */
  browser?: string
  /** Has the conversation before their eyes for as long as the desk runs. */
  reads?: boolean
  /** Asks for a person. */
  person?: boolean
  locale?: string
}

const CUSTOMERS: readonly Customer[] = [
  { name: 'Priya', says: ['Which spacer goes behind the cassette?'], person: true },
  { name: 'Oskar', says: ['Which number is on the crank?'], person: true },
  { name: 'Jonas', says: ['Can I swap the 42 bar for a 44?'], person: true },
  {
    name: 'Leila',
    says: ['هل يصل الطلب قبل يوم الجمعة؟'],
    person: true,
    locale: 'ar',
    zone: 'Asia/Amman',
    browser:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  },
  { name: 'Ines', says: ['The new chain skips on one cog'], person: true },
  { name: 'Chloe', says: ['Where is my parcel?'] },
  { name: 'Mateo', says: ['How long until I get my money back?'] },
  { name: 'Ruben', says: ['Brake bleed went wrong, the lever goes to the bar'], person: true },
  { name: 'Lukas', says: ['Two cranks came in one box'], person: true },
  {
    name: 'Nora',
    says: ['Can I return brake pads I fitted once?', 'The rotor came bent too. Can a person look?'],
    person: true,
    reads: true,
  },
]

const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'

/** What they looked at before they asked. */
const VISITED = [
  ['/help.html', 'Help'],
  ['/', 'Fjordline'],
  ['/product.html?p=ro-pads', 'Ro brake pads'],
  ['/cart.html', 'Cart'],
  ['/product.html?p=skarv-rotor', 'Skarv rotor, 160 mm'],
]

/** Keeps a line as a widget does that is looked at. */
function readAlong(desk: RunningDesk, token: string, conversation_id: string): void {
  const socket = new WebSocket(`${desk.server.replace('http', 'ws')}/support/live`)
  const send = (type: string, data: object): void =>
    socket.send(JSON.stringify({ type, cid: uuidv7(), data }))
  const tab = uuidv7()
  const look = (): void => send('looking.tell', { conversation_id, tab, looking: true })
  const looks = setInterval(() => socket.readyState === WebSocket.OPEN && look(), 15_000)
  looks.unref()
  socket.onopen = () => {
    send('hello', { role: 'visitor', protocol: 1, site: 'fjordline', token, streams: {} })
    look()
  }
  socket.onclose = () => clearInterval(looks)
}

/** One customer's visit. @returns the conversation's id */
async function visit(desk: RunningDesk, customer: Customer): Promise<string> {
  const { name, says, person, locale = 'en', zone = 'Europe/Oslo', browser = WINDOWS } = customer
  const base = `${desk.server}/support/widget`
  let token = ''
  const post = async (path: string, body: object): Promise<{ token?: string }> => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': uuidv7(),
        'user-agent': browser,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  token = (await post('/session', { site: 'fjordline', locale })).token!
  const id = uuidv7()
  await post('/chat/start', {
    conversation_id: id,
    message: says[0],
    name,
    email: `${name.toLowerCase()}@example.com`,
    locale,
    page: { url: `${desk.shop}/product.html?p=skarv-rotor`, title: 'Skarv rotor, 160 mm' },
    ...(person && says.length === 1 && { want: 'person' }),
  })
  for (const body of says.slice(1)) await post(`/chat/${id}/messages`, { body })
  for (const [path, title] of VISITED)
    await post('/contact/visit', { time_zone: zone, page: { url: desk.shop + path, title } })
  if (person && says.length > 1) await post(`/chat/${id}/person`, {})
  if (customer.reads) readAlong(desk, token, id)
  return id
}

/** @param console a page somebody is signed in on, of whose name the filling is done */
export async function fillDesk(desk: RunningDesk, console: Page): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const customer of CUSTOMERS) ids[customer.name] = await visit(desk, customer)
  const api = (method: string, path: string, body?: object) => asAgent(console, method, path, body)
  await api('PATCH', '/admin/workspace', {
    solve_targets: { urgent: 480, high: 1440, normal: 2880, low: null },
  })
  const { departments } = await api('GET', '/departments')
  const workshop = departments.find(({ name }: { name: string }) => name === 'Workshop').id
  const made = async (path: string, name: string, more: object = {}): Promise<string> => {
    const answer = await api('POST', path, { name, ...more })
    return (answer.id ?? (Object.values(answer)[0] as { id: string }).id) as string
  }
  const [bent, batch] = [await made('/tags', 'bent-rotor'), await made('/tags', 'batch 2411')]
  const damaged = await made('/topics', 'Damaged on arrival')
  const fitting = await made('/topics', 'Fitting help')
  await api('POST', '/views', {
    name: 'Urgent',
    filter: { priority: ['urgent', 'high'] },
    shared: true,
    sort: 'deadline',
  })
  await api('POST', '/views', { name: 'In Arabic', filter: { locale: ['ar'] } })
  await api('POST', '/canned-replies', {
    shortcut: 'torque',
    title: 'Torque for rotor bolts',
    body: 'Hi {{contact.first_name|there}}, tighten them crosswise to 6 Nm.',
  })
  const act = (name: string, path: string, body: object) =>
    api('POST', `/conversations/${ids[name]}/${path}`, body)
  for (const name of ['Nora', 'Ines', 'Jonas', 'Leila', 'Priya', 'Oskar']) await act(name, 'accept', {})
  for (const name of ['Nora', 'Ines', 'Priya']) await act(name, 'department', { department_id: workshop })
  await act('Nora', 'facts', { topic_id: damaged, add_tag_ids: [bent, batch], priority: 'high' })
  await act('Ines', 'facts', { topic_id: fitting })
  await act('Jonas', 'facts', { priority: 'low' })
  await act('Leila', 'facts', { priority: 'urgent' })
  await act('Priya', 'messages', { body: 'Try the spacer behind the cassette first.' })
  await act('Oskar', 'messages', { body: 'It is on the inside of the arm.' })
  await act('Nora', 'notes', { body: 'Second bent one from batch 2411 this week. Send a new one.' })
  await act('Nora', 'messages', {
    body: 'Hi Nora, that came bent, so this is on us. A new one leaves Bergen today, and you can keep the old one.',
  })
  return ids
}
