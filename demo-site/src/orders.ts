// What Nora has ordered. A real shop would ask its server; this one has a good memory.
export type OrderStep = 'Received' | 'Packing' | 'Left Bergen' | 'Delivered'

export const orderSteps: OrderStep[] = ['Received', 'Packing', 'Left Bergen', 'Delivered']

export type Order = {
  number: string
  placed: string
  step: OrderStep
  headline: string
  detail: string
  items: { part: string; choice: string | null }[]
  paid: number
}

export const customer = {
  name: 'Nora Lien',
  firstName: 'Nora',
  email: 'nora@example.com',
  address: ['Elvegata 14', '0183 Oslo', 'Norway'],
}

export const orders: Order[] = [
  {
    number: '20418',
    placed: '17 November 2026',
    step: 'Delivered',
    headline: 'Delivered 19 November',
    detail: 'You can return parts until 18 January 2027, fitted or not.',
    items: [
      { part: 'skarv-rotor', choice: '160' },
      { part: 'ro-pads', choice: 'Organic' },
    ],
    paid: 62,
  },
  {
    number: '20391',
    placed: '12 November 2026',
    step: 'Left Bergen',
    headline: 'Left Bergen on 19 November',
    detail: 'The HG freehub was out and came in on 18 November. Posten expects to deliver on 23 November.',
    items: [{ part: 'ridge-rear-wheel', choice: 'HG' }],
    paid: 389,
  },
  {
    number: '19642',
    placed: '14 September 2026',
    step: 'Delivered',
    headline: 'Delivered 16 September',
    detail: 'The 60 days ended on 15 November. The two-year warranty goes on.',
    items: [
      { part: 'vidde-bar', choice: '42' },
      { part: 'grep-tape', choice: null },
    ],
    paid: 115,
  },
]
