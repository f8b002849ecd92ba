// What is known of a made-up customer, for demo states and tests: of who is verified a little more.

import type { AgentConversation } from '../../protocol/conversation.ts'
import type { ContactDetail } from '../../protocol/identity.ts'
import { at, idOf, nora } from './fake-desk.ts'

export const fakeContact = (contact: AgentConversation['contact'] = nora.contact): ContactDetail => ({
  ...contact,
  email_verified: contact.verified,
  customer_id: contact.verified ? '20418' : null,
  attributes: contact.verified ? { plan: 'gold', seats: 3, since: '2024-05-01' } : {},
  page_attributes: { cart_value: 149, newsletter: true },
  events: [
    {
      id: idOf(901),
      name: 'cart_filled',
      data: { items: 3 },
      url: 'https://fjordline.example/cart?step=2',
      at: at(13, 58),
    },
    { id: idOf(900), name: 'Looked at prices', data: {}, url: null, at: at(13, 41) },
  ],
  device: { browser: 'Firefox', system: 'Android', kind: 'phone' },
  time_zone: 'Europe/Oslo',
  pages: [
    ['/rotors/skarv-160', 'Skarv rotor, 160 mm', at(14, 6)],
    ['/cart?step=2', 'Cart', at(13, 58)],
    ['/rotors', 'Rotors', at(13, 52)],
    ['/help/returns', 'Returns', at(13, 49)],
    ['/', '', at(13, 47)],
  ].map(([path = '', title = '', at = '']) => ({ url: `https://fjordline.example${path}`, title, at })),
  ratings: { count: 3, average: 4.7 },
})
