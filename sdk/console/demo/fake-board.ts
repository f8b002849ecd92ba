// A made-up shop's live board, as the picture of it shows it. No behaviour.

import type { Board } from '../../protocol/board.ts'
import { ana, at, idOf, mika, orders, samir, workshop } from './fake-desk.ts'

const wholesale = { id: idOf(12), name: 'Wholesale' }

type Waiting = Board['waiting']['conversations'][number]
const waits = (n: number, name: string, subject: string, rest: Partial<Waiting>): Waiting => ({
  id: idOf(500 + n),
  reference: `DB-0000000${n}`,
  subject,
  channel: 'chat',
  contact: { id: idOf(40 + n), name },
  preview: subject,
  department: orders,
  reason: 'asked_for_person',
  waiting_since: at(14, 7),
  due_at: null,
  ...rest,
})

type Person = Board['agents'][number]
const person = (id: string, name: string, rest: Partial<Person>): Person => ({
  id,
  name,
  availability: 'online',
  since: at(8, 0),
  departments: [workshop],
  open_chats: 0,
  capacity: 6,
  next_due_at: null,
  first_reply_median_seconds: null,
  rating_average: null,
  rating_count: 0,
  ...rest,
})

const line = [
  70, 95, 80, 130, 165, 110, 95, 180, 215, 150, 120, 190, 250, 205, 160, 220, 310, 265, 215, 290, 340,
]
const solved: [number, number, number][] = [
  [3, 4, 1],
  [4, 5, 2],
  [5, 7, 2],
  [6, 9, 4],
  [7, 11, 5],
  [8, 12, 4],
  [9, 10, 6],
  [10, 14, 5],
  [11, 12, 7],
  [12, 16, 6],
  [13, 13, 6],
  [14, 9, 4],
]

export const fakeBoard: Board = {
  at: at(14, 8),
  waiting: {
    count: 3,
    longest_seconds: 370,
    target_seconds: 180,
    conversations: [
      waits(1, 'Ruben', 'Brake bleed went wrong', {
        department: workshop,
        reason: 'low_confidence',
        waiting_since: at(14, 1, 50),
        due_at: at(14, 4, 50),
      }),
      waits(2, 'Aisha', 'متى يصل الاسترداد؟', { waiting_since: at(14, 5, 36), due_at: at(14, 8, 36) }),
      waits(3, 'Lukas', 'Two cranks, one box', {
        reason: 'sensitive_topic',
        waiting_since: at(14, 7, 12),
        due_at: at(14, 10, 12),
      }),
    ],
  },
  with_person: { count: 17, places: 24, free: 7 },
  assistant: { count: 18, drafts: 2 },
  first_reply: { median_seconds: 102, target_seconds: 180 },
  resolved: { by_assistant: 122, all: 174 },
  rating: { average: 4.6, count: 38 },
  overdue: 1,
  agents: [
    person(mika.id, 'Mika', {
      open_chats: 4,
      next_due_at: at(14, 4),
      first_reply_median_seconds: 80,
      rating_average: 4.8,
      rating_count: 9,
    }),
    person(ana.id, 'Ana', {
      open_chats: 3,
      next_due_at: at(14, 12),
      first_reply_median_seconds: 112,
      rating_average: 4.7,
      rating_count: 8,
    }),
    person(samir.id, 'Samir', {
      departments: [orders],
      open_chats: 6,
      next_due_at: at(14, 17),
      first_reply_median_seconds: 160,
      rating_average: 4.5,
      rating_count: 7,
    }),
    person(idOf(1500), 'Ingrid', {
      departments: [orders],
      open_chats: 4,
      next_due_at: at(14, 9),
      first_reply_median_seconds: 65,
      rating_average: 4.9,
      rating_count: 9,
    }),
    person(idOf(1501), 'Yuki', {
      departments: [orders],
      availability: 'away',
      since: at(13, 40),
      first_reply_median_seconds: 122,
      rating_average: 4.6,
      rating_count: 5,
    }),
    person(idOf(1502), 'Elif', { departments: [wholesale], availability: 'offline', since: at(12, 0) }),
  ],
  longest_wait: [
    ...line.map((seconds, index) => ({ at: at(12, 6 * index), seconds })),
    { at: at(14, 8), seconds: 370 },
  ],
  solved: solved.map(([hour, assistant, people]) => ({ at: at(hour, 0), person: people, assistant })),
}

export const quietBoard: Board = {
  ...fakeBoard,
  waiting: { ...fakeBoard.waiting, count: 0, longest_seconds: null, conversations: [] },
  with_person: { count: 0, places: 0, free: 0 },
  first_reply: { median_seconds: null, target_seconds: null },
  resolved: { by_assistant: 0, all: 0 },
  rating: { average: null, count: 0 },
  agents: [],
  longest_wait: [{ at: at(14, 8), seconds: 0 }],
  solved: [],
}
