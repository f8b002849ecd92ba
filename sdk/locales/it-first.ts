// Italian, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Indietro',
  'common.close': 'Chiudi',
  'common.retry': 'Riprova',
  'common.yesterday': 'Ieri',
  'common.loading': 'Caricamento',

  'widget.label': 'Aiuto e contatti',
  'widget.failed': 'L’assistenza non si è caricata.',
  'widget.failed_more':
    'Il nostro server non ha risposto. Quello che hai scritto resta su questo dispositivo.',

  'home.greeting': 'Ciao, come possiamo aiutarti?',
  'home.greeting_name': 'Ciao {name},\ncome possiamo aiutarti?',
  'home.people_here': 'Ci sono {names}',
  'home.person_here': 'C’è {names}',
  'home.wait': {
    one: 'Una persona risponde in circa {n} minuto',
    other: 'Una persona risponde in circa {n} minuti',
  },
  'home.ai_first': 'Prima risponde un assistente IA',
  'home.ai_now': 'Un assistente IA risponde subito',
  'home.person_answers': 'Risponde una persona',
  'home.leave_message': 'Lascia un messaggio, una persona risponde più tardi',
  'home.back_at': 'Torniamo {day} alle {time}',
  'home.back_today': 'Torniamo alle {time}',
  'home.tomorrow': 'domani',
  'home.on_day': '{day}',
  'home.their_time': 'Ora di {zone}, da te le {time}',
  'home.away': 'Al momento non c’è nessuno',
  'home.away_more': 'Ogni ticket riceve risposta',
  'home.search': 'Cerca una risposta',
  'home.continue': 'Riprendi da dove eri',
  'home.unread': 'non letto',
  'home.all': 'Tutte le conversazioni',
  'home.popular': 'Domande frequenti',
  'home.chat': 'Chatta con noi',
  'home.ticket': 'Invia un ticket',
  'home.ticket_more': 'Risponde una persona, con un riferimento',
  'home.status': 'Segui un ticket',
  'home.status_more': 'Con il riferimento e la tua e-mail',
  'home.foot_open': 'Puoi chiedere di una persona in qualsiasi momento.',
  'home.foot_closed': 'Ogni ticket ha un riferimento, così nulla va perso.',

  'chat.title': 'Chat',
}
