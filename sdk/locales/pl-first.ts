// Polish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Wstecz',
  'common.close': 'Zamknij',
  'common.retry': 'Spróbuj ponownie',
  'common.yesterday': 'Wczoraj',
  'common.loading': 'Wczytywanie',

  'widget.label': 'Pomoc i kontakt',
  'widget.failed': 'Nie udało się wczytać pomocy.',
  'widget.failed_more': 'Nasz serwer nie odpowiedział. Twój tekst jest nadal na tym urządzeniu.',

  'home.greeting': 'Cześć, w czym możemy pomóc?',
  'home.greeting_name': 'Cześć, {name},\nw czym możemy pomóc?',
  'home.people_here': '{names} są tutaj',
  'home.person_here': '{names} jest tutaj',
  'home.wait': 'Konsultant odpowie za około {n} min',
  'home.ai_first': 'Najpierw odpowiada asystent AI',
  'home.ai_now': 'Asystent AI odpowiada teraz',
  'home.person_answers': 'Odpowiada konsultant',
  'home.leave_message': 'Zostaw wiadomość, konsultant odpowie później',
  'home.back_at': 'Wracamy: {day}, godz. {time}',
  'home.back_today': 'Wracamy o {time}',
  'home.tomorrow': 'jutro',
  'home.on_day': '{day}',
  'home.their_time': 'Czas: {zone}, u Ciebie {time}',
  'home.away': 'Teraz nikogo nie ma',
  'home.away_more': 'Na każde zgłoszenie odpowiadamy',
  'home.search': 'Szukaj odpowiedzi',
  'home.continue': 'Wróć do rozmowy',
  'home.unread': 'nieprzeczytane',
  'home.all': 'Wszystkie rozmowy',
  'home.popular': 'Częste pytania',
  'home.chat': 'Porozmawiaj z nami',
  'home.ticket': 'Wyślij zgłoszenie',
  'home.ticket_more': 'Odpowiada konsultant, dostajesz numer',
  'home.status': 'Sprawdź zgłoszenie',
  'home.status_more': 'Podaj numer i swój e-mail',
  'home.foot_open': 'W każdej chwili możesz poprosić o konsultanta.',
  'home.foot_closed': 'Każde zgłoszenie ma numer, więc nic nie zginie.',

  'chat.title': 'Czat',
}
