// The made-up shop of the demo states: its people, settings, articles, a ticket. Times are around one fixed day.

import type { Actor } from '../../protocol/actor.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { Article, ArticleCategory, ArticleSearchResult } from '../../protocol/help-article.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'

const uuid = (n: number): string => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** The moment every demo plays at. */
export const DEMO_NOW = new Date(2026, 10, 20, 14, 10).getTime()
/** A demo time as ISO 8601: that day, or so many days before. */
export const demoTime = (hours: number, minutes: number, daysAgo = 0): string =>
  new Date(2026, 10, 20 - daysAgo, hours, minutes).toISOString()
/** Put it into a fake client, so that "today" is the demo's day. */
export const demoClockOffset = (): number => DEMO_NOW - Date.now()

export const mika: Actor = { kind: 'human', id: uuid(1), name: 'Mika' }
export const ana: Actor = { kind: 'human', id: uuid(2), name: 'Ana' }
export const samir: Actor = { kind: 'human', id: uuid(3), name: 'Samir' }
export const assistant: Actor = { kind: 'ai', id: uuid(4), name: 'Assistant' }
export const nora: Actor = { kind: 'contact', id: uuid(5), name: 'Nora' }
export const workshop = { id: uuid(6), name: 'Workshop' }

export const sampleConfig: WidgetConfig = {
  site: { name: 'Fjordline' },
  logo_path: 'M3 18 9 6l4 7 2-3 6 8',
  greeting: '',
  departments: [workshop, { id: uuid(7), name: 'Orders' }],
  assistant: { id: assistant.id!, name: 'Assistant' },
  availability: {
    available: true,
    people: [mika, ana, samir],
    estimated_wait_seconds: 170,
    opens_at: null,
    time_zone: 'Europe/Oslo',
  },
  popular: [
    { slug: 'where-is-my-parcel', title: 'Where is my parcel?', category: 'Shipping' },
    { slug: 'returning-fitted-parts', title: 'Returning parts you have fitted', category: 'Returns' },
    { slug: 'rotor-size', title: 'Which rotor size fits my fork?', category: 'Sizes' },
  ],
  article_count: 46,
}

export const sampleConversation: VisitorConversation = {
  id: uuid(20),
  reference: 'DB-7K3M92QF',
  channel: 'chat',
  subject: 'Rotor arrived bent',
  status: 'assigned',
  department: workshop,
  assignee: mika,
  head: 6,
  read_seq: 5,
  other_read_seq: 4,
  last_message: { preview: 'The new rotor leaves today', at: demoTime(14, 5), actor: mika },
  rating: null,
  created_at: demoTime(14, 0),
  updated_at: demoTime(14, 5),
  queue: null,
  contact: { id: nora.id!, name: 'Nora', email: 'nora@example.com' },
}

const hit = (slug: string, category: string, title: string, excerpt: string, words: RegExp) => {
  const parts = (text: string) =>
    text
      .split(words)
      .filter(Boolean)
      .map((piece) => (piece.search(words) === 0 ? { text: piece, match: true } : { text: piece }))
  return {
    slug,
    category,
    title,
    excerpt,
    title_parts: parts(title),
    excerpt_parts: parts(excerpt),
    passage: 'p2',
  }
}
const words = /(returning|returns?|fitted|parts?)/i

export const sampleSearch: ArticleSearchResult = {
  searched: 46,
  articles: [
    hit(
      'returning-fitted-parts',
      'Returns',
      'Returning parts you have fitted',
      'Fitted parts can come back within 60 days, if they are clean and not worn through.',
      words,
    ),
    hit(
      'return-labels',
      'Returns',
      'Return labels and postage',
      'Print the label from your order page. One label covers all parts in the parcel.',
      words,
    ),
    hit(
      'damaged-on-arrival',
      'Warranty',
      'When a part arrives damaged',
      'Keep the part and send a photo. We replace it and you do not have to return it.',
      words,
    ),
    hit(
      'refunds',
      'Payments',
      'Refunds: when the money is back',
      'Three to five working days after your return reaches our workshop in Bergen.',
      words,
    ),
  ],
}

const link = (slug: string, title: string, category: string) => ({ slug, title, category })

export const sampleCategories: readonly ArticleCategory[] = [
  {
    id: 'returns',
    name: 'Returns',
    count: 6,
    articles: [
      link('returning-fitted-parts', 'Returning parts you have fitted', 'Returns'),
      link('return-labels', 'Return labels and postage', 'Returns'),
    ],
  },
  {
    id: 'shipping',
    name: 'Shipping',
    count: 1,
    articles: [link('where-is-my-parcel', 'Where is my parcel?', 'Shipping')],
  },
  { id: 'other', name: '', count: 2, articles: [link('jobs', 'Work with us', '')] },
]

export const sampleArticle: Article = {
  id: uuid(30),
  slug: 'returning-fitted-parts',
  title: 'Returning parts you have fitted',
  category: 'Returns',
  summary: null,
  locale: 'en',
  updated_at: demoTime(9, 0, 8),
  reading_minutes: 2,
  content: [
    { id: 'p1', type: 'paragraph', children: ['You have 60 days, counted from delivery.'] },
    {
      id: 'p2',
      type: 'paragraph',
      children: [
        'Fitted parts can come back if they are clean and not worn through. A bedding-in mark on a pad or rotor is fine.',
      ],
    },
    { id: 'p3', type: 'heading', depth: 2, children: ['What we take back'] },
    {
      id: 'p4',
      type: 'table',
      head: [['Part'], ['Fitted once'], ['Ridden']],
      rows: [
        [['Brake pads'], ['Yes'], ['Up to 50 km']],
        [['Rotors'], ['Yes'], ['If straight']],
        [['Chains'], ['Uncut only'], ['No']],
        [['Tyres'], ['Yes'], ['No']],
      ],
    },
  ],
  related: [{ slug: 'return-labels', title: 'Return labels and postage', category: 'Returns' }],
}

const reply = (n: number, actor: Actor, body: string, created_at: string) => ({
  id: uuid(n),
  body,
  content: [{ type: 'paragraph' as const, children: [body] }],
  author: actor.name,
  actor,
  is_agent: actor.kind !== 'contact',
  created_at,
})

export const sampleTicket: TicketStatus = {
  reference: 'DB-7K3M92QF',
  subject: 'Rotor arrived bent',
  status: 'waiting_on_customer',
  step: 'waiting_for_you',
  status_label: 'Waiting for you',
  status_color: '#755010',
  created_at: demoTime(16, 12, 1),
  department: 'Workshop',
  replies: [
    reply(
      40,
      nora,
      'It rubs once per turn, right out of the box. The hub spins true without it.',
      demoTime(16, 12, 1),
    ),
    reply(
      41,
      assistant,
      'A person needs to see this one. I have passed it to Workshop.',
      demoTime(16, 12, 1),
    ),
    reply(
      42,
      ana,
      'Hi Nora, sorry about that. Which number is etched inside the ring? I will send a new one.',
      demoTime(9, 40),
    ),
  ],
}
