// What is drawn of a ticket that the server has, one chunk: who has sent one looks at it.

export { ticketSent } from '../ticket-form/ticket-sent.ts'
export { ticketFound } from './ticket-found.ts'
