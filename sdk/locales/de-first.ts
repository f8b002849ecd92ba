// German, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Zurück',
  'common.close': 'Schließen',
  'common.retry': 'Erneut versuchen',
  'common.yesterday': 'Gestern',
  'common.loading': 'Wird geladen',

  'widget.label': 'Hilfe und Kontakt',
  'widget.failed': 'Das hat nicht geladen.',
  'widget.failed_more':
    'Unser Server hat nicht geantwortet. Was Sie geschrieben haben, bleibt auf diesem Gerät.',

  'home.greeting': 'Hallo, wie können wir helfen?',
  'home.greeting_name': 'Hallo {name},\nwie können wir helfen?',
  'home.people_here': '{names} sind da',
  'home.person_here': '{names} ist da',
  'home.wait': {
    one: 'Eine Person antwortet in etwa {n} Minute',
    other: 'Eine Person antwortet in etwa {n} Minuten',
  },
  'home.ai_first': 'Zuerst antwortet ein KI-Assistent',
  'home.ai_now': 'Ein KI-Assistent antwortet sofort',
  'home.person_answers': 'Eine Person antwortet',
  'home.leave_message': 'Schreiben Sie uns, eine Person antwortet später',
  'home.back_at': 'Wir sind {day} um {time} zurück',
  'home.back_today': 'Wir sind um {time} zurück',
  'home.tomorrow': 'morgen',
  'home.on_day': 'am {day}',
  'home.their_time': 'Ortszeit {zone}, bei Ihnen {time}',
  'home.away': 'Gerade ist niemand da',
  'home.away_more': 'Jedes Ticket wird beantwortet',
  'home.search': 'Antworten suchen',
  'home.continue': 'Hier weitermachen',
  'home.unread': 'ungelesen',
  'home.all': 'Alle Gespräche',
  'home.popular': 'Oft gefragt',
  'home.chat': 'Mit uns chatten',
  'home.ticket': 'Ticket schreiben',
  'home.ticket_more': 'Eine Person antwortet, mit Nummer',
  'home.status': 'Ticket nachsehen',
  'home.status_more': 'Mit der Nummer und Ihrer E-Mail',
  'home.foot_open': 'Sie können jederzeit nach einer Person fragen.',
  'home.foot_closed': 'Jedes Ticket hat eine Nummer, so geht nichts verloren.',

  'chat.title': 'Chat',
}
