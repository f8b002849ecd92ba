// Dutch, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Terug',
  'common.close': 'Sluiten',
  'common.retry': 'Opnieuw proberen',
  'common.yesterday': 'Gisteren',
  'common.loading': 'Laden',

  'widget.label': 'Hulp en contact',
  'widget.failed': 'De hulp is niet geladen.',
  'widget.failed_more': 'Onze server gaf geen antwoord. Wat je schreef, staat nog op dit apparaat.',

  'home.greeting': 'Hallo, waarmee kunnen we helpen?',
  'home.greeting_name': 'Hallo {name},\nwaarmee kunnen we helpen?',
  'home.people_here': '{names} zijn er',
  'home.person_here': '{names} is er',
  'home.wait': 'Een medewerker antwoordt over ongeveer {n} min',
  'home.ai_first': 'Eerst antwoordt een AI-assistent',
  'home.ai_now': 'Een AI-assistent antwoordt nu',
  'home.person_answers': 'Een medewerker antwoordt',
  'home.leave_message': 'Laat een bericht achter, een medewerker antwoordt later',
  'home.back_at': 'We zijn {day} om {time} terug',
  'home.back_today': 'We zijn om {time} terug',
  'home.tomorrow': 'morgen',
  'home.on_day': '{day}',
  'home.their_time': 'Tijd in {zone}, bij jou {time}',
  'home.away': 'Er is nu niemand',
  'home.away_more': 'Op elk ticket volgt een antwoord',
  'home.search': 'Zoek een antwoord',
  'home.continue': 'Ga verder waar je was',
  'home.unread': 'ongelezen',
  'home.all': 'Alle gesprekken',
  'home.popular': 'Vaak gevraagd',
  'home.chat': 'Chat met ons',
  'home.ticket': 'Stuur een ticket',
  'home.ticket_more': 'Een medewerker antwoordt, met ticketnummer',
  'home.status': 'Volg een ticket',
  'home.status_more': 'Met het ticketnummer en je e-mailadres',
  'home.foot_open': 'Je kunt altijd om een medewerker vragen.',
  'home.foot_closed': 'Elk ticket heeft een nummer, zo raakt niets kwijt.',

  'chat.title': 'Chat',
}
