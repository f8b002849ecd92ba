// Danish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Tilbage',
  'common.close': 'Luk',
  'common.retry': 'Prøv igen',
  'common.yesterday': 'I går',
  'common.loading': 'Indlæser',

  'widget.label': 'Hjælp og kontakt',
  'widget.failed': 'Hjælpen blev ikke indlæst.',
  'widget.failed_more': 'Vores server svarede ikke. Det, du skrev, ligger stadig på denne enhed.',

  'home.greeting': 'Hej, hvad kan vi hjælpe med?',
  'home.greeting_name': 'Hej {name},\nhvad kan vi hjælpe med?',
  'home.people_here': '{names} er her',
  'home.person_here': '{names} er her',
  'home.wait': 'En person svarer om cirka {n} min.',
  'home.ai_first': 'En AI-assistent svarer først',
  'home.ai_now': 'En AI-assistent svarer nu',
  'home.person_answers': 'En person svarer',
  'home.leave_message': 'Læg en besked, en person svarer senere',
  'home.back_at': 'Vi er tilbage {day} kl. {time}',
  'home.back_today': 'Vi er tilbage kl. {time}',
  'home.tomorrow': 'i morgen',
  'home.on_day': 'på {day}',
  'home.their_time': 'Tid i {zone}, {time} hos dig',
  'home.away': 'Der er ingen lige nu',
  'home.away_more': 'Alle sager får svar',
  'home.search': 'Søg efter svar',
  'home.continue': 'Fortsæt, hvor du slap',
  'home.unread': 'ulæst',
  'home.all': 'Alle samtaler',
  'home.popular': 'Ofte stillede spørgsmål',
  'home.chat': 'Chat med os',
  'home.ticket': 'Send en sag',
  'home.ticket_more': 'En person svarer, med sagsnummer',
  'home.status': 'Følg en sag',
  'home.status_more': 'Med sagsnummeret og din e-mail',
  'home.foot_open': 'Du kan altid bede om en person.',
  'home.foot_closed': 'Hver sag får et nummer, så intet går tabt.',

  'chat.title': 'Chat',
}
