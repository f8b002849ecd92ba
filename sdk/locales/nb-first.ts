// Norwegian bokmål, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Tilbake',
  'common.close': 'Lukk',
  'common.retry': 'Prøv igjen',
  'common.yesterday': 'I går',
  'common.loading': 'Laster',

  'widget.label': 'Hjelp og kontakt',
  'widget.failed': 'Hjelpen ble ikke lastet.',
  'widget.failed_more': 'Serveren vår svarte ikke. Det du skrev, ligger på denne enheten.',

  'home.greeting': 'Hei, hva kan vi hjelpe med?',
  'home.greeting_name': 'Hei {name},\nhva kan vi hjelpe med?',
  'home.people_here': '{names} er her',
  'home.person_here': '{names} er her',
  'home.wait': {
    one: 'En person svarer om cirka {n} minutt',
    other: 'En person svarer om cirka {n} minutter',
  },
  'home.ai_first': 'En KI-agent svarer først',
  'home.ai_now': 'En KI-agent svarer nå',
  'home.person_answers': 'En person svarer',
  'home.leave_message': 'Legg igjen en melding, en person svarer senere',
  'home.back_at': 'Vi er tilbake {day} kl. {time}',
  'home.back_today': 'Vi er tilbake kl. {time}',
  'home.tomorrow': 'i morgen',
  'home.on_day': 'på {day}',
  'home.their_time': 'Lokal tid i {zone}, {time} hos deg',
  'home.away': 'Ingen er inne akkurat nå',
  'home.away_more': 'Alle saker får svar',
  'home.search': 'Søk etter svar',
  'home.continue': 'Fortsett der du slapp',
  'home.unread': 'ulest',
  'home.all': 'Alle samtaler',
  'home.popular': 'Ofte spurt',
  'home.chat': 'Chat med oss',
  'home.ticket': 'Send en sak',
  'home.ticket_more': 'En person svarer, med referanse',
  'home.status': 'Sjekk en sak',
  'home.status_more': 'Med referansen og e-posten din',
  'home.foot_open': 'Du kan be om en person når som helst.',
  'home.foot_closed': 'Hver sak får en referanse, så ingenting går tapt.',

  'chat.title': 'Chat',
}
