// Swedish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Tillbaka',
  'common.close': 'Stäng',
  'common.retry': 'Försök igen',
  'common.yesterday': 'I går',
  'common.loading': 'Laddar',

  'widget.label': 'Hjälp och kontakt',
  'widget.failed': 'Hjälpen laddades inte.',
  'widget.failed_more': 'Vår server svarade inte. Det du skrev finns kvar på den här enheten.',

  'home.greeting': 'Hej, vad kan vi hjälpa till med?',
  'home.greeting_name': 'Hej {name},\nvad kan vi hjälpa till med?',
  'home.people_here': '{names} är här',
  'home.person_here': '{names} är här',
  'home.wait': 'En person svarar om ungefär {n} min',
  'home.ai_first': 'En AI-assistent svarar först',
  'home.ai_now': 'En AI-assistent svarar nu',
  'home.person_answers': 'En person svarar',
  'home.leave_message': 'Lämna ett meddelande, en person svarar senare',
  'home.back_at': 'Vi är tillbaka {day} kl. {time}',
  'home.back_today': 'Vi är tillbaka kl. {time}',
  'home.tomorrow': 'i morgon',
  'home.on_day': 'på {day}',
  'home.their_time': 'Tid i {zone}, {time} hos dig',
  'home.away': 'Ingen är här just nu',
  'home.away_more': 'Alla ärenden får svar',
  'home.search': 'Sök efter svar',
  'home.continue': 'Fortsätt där du var',
  'home.unread': 'oläst',
  'home.all': 'Alla samtal',
  'home.popular': 'Vanliga frågor',
  'home.chat': 'Chatta med oss',
  'home.ticket': 'Skicka ett ärende',
  'home.ticket_more': 'En person svarar, med ärendenummer',
  'home.status': 'Följ ett ärende',
  'home.status_more': 'Med ärendenumret och din e-post',
  'home.foot_open': 'Du kan be om en person när som helst.',
  'home.foot_closed': 'Alla ärenden får ett nummer, så inget försvinner.',

  'chat.title': 'Chatt',
}
