// Finnish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Takaisin',
  'common.close': 'Sulje',
  'common.retry': 'Yritä uudelleen',
  'common.yesterday': 'Eilen',
  'common.loading': 'Ladataan',

  'widget.label': 'Apu ja yhteys',
  'widget.failed': 'Apu ei latautunut.',
  'widget.failed_more': 'Palvelimemme ei vastannut. Kirjoittamasi on tallessa tällä laitteella.',

  'home.greeting': 'Hei, miten voimme auttaa?',
  'home.greeting_name': 'Hei {name},\nmiten voimme auttaa?',
  'home.people_here': '{names} ovat paikalla',
  'home.person_here': '{names} on paikalla',
  'home.wait': 'Asiakaspalvelija vastaa noin {n} min kuluttua',
  'home.ai_first': 'Ensin vastaa tekoälyavustaja',
  'home.ai_now': 'Tekoälyavustaja vastaa heti',
  'home.person_answers': 'Asiakaspalvelija vastaa',
  'home.leave_message': 'Jätä viesti, asiakaspalvelija vastaa myöhemmin',
  'home.back_at': 'Palaamme: {day} klo {time}',
  'home.back_today': 'Palaamme klo {time}',
  'home.tomorrow': 'huomenna',
  'home.on_day': '{day}',
  'home.their_time': 'Aika: {zone}, sinulla {time}',
  'home.away': 'Juuri nyt ketään ei ole paikalla',
  'home.away_more': 'Jokaiseen tukipyyntöön vastataan',
  'home.search': 'Etsi vastausta',
  'home.continue': 'Jatka siitä, mihin jäit',
  'home.unread': 'lukematta',
  'home.all': 'Kaikki keskustelut',
  'home.popular': 'Usein kysyttyä',
  'home.chat': 'Chattaa kanssamme',
  'home.ticket': 'Lähetä tukipyyntö',
  'home.ticket_more': 'Asiakaspalvelija vastaa, saat viitteen',
  'home.status': 'Katso tukipyyntöä',
  'home.status_more': 'Viitteellä ja sähköpostillasi',
  'home.foot_open': 'Voit pyytää asiakaspalvelijaa milloin vain.',
  'home.foot_closed': 'Jokaisella tukipyynnöllä on viite, joten mikään ei katoa.',

  'chat.title': 'Chat',
}
