// French, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Retour',
  'common.close': 'Fermer',
  'common.retry': 'Réessayer',
  'common.yesterday': 'Hier',
  'common.loading': 'Chargement',

  'widget.label': 'Assistance',
  'widget.failed': 'L’assistance ne s’est pas chargée.',
  'widget.failed_more': 'Notre serveur n’a pas répondu. Ce que vous avez écrit reste sur cet appareil.',

  'home.greeting': 'Bonjour, comment pouvons-nous vous aider ?',
  'home.greeting_name': 'Bonjour {name},\ncomment pouvons-nous vous aider ?',
  'home.people_here': '{names} sont là',
  'home.person_here': '{names} est là',
  'home.wait': {
    one: 'Une personne répond dans environ {n} minute',
    other: 'Une personne répond dans environ {n} minutes',
  },
  'home.ai_first': 'Un agent IA répond d’abord',
  'home.ai_now': 'Un agent IA répond tout de suite',
  'home.person_answers': 'Une personne répond',
  'home.leave_message': 'Laissez un message, une personne répond plus tard',
  'home.back_at': 'Nous revenons {day} à {time}',
  'home.back_today': 'Nous revenons à {time}',
  'home.tomorrow': 'demain',
  'home.on_day': '{day}',
  'home.their_time': 'Heure de {zone}, {time} chez vous',
  'home.away': 'Personne n’est là pour le moment',
  'home.away_more': 'Chaque ticket reçoit une réponse',
  'home.search': 'Chercher une réponse',
  'home.continue': 'Reprendre où vous en étiez',
  'home.unread': 'non lu',
  'home.all': 'Toutes les conversations',
  'home.popular': 'Questions fréquentes',
  'home.chat': 'Discuter avec nous',
  'home.ticket': 'Envoyer un ticket',
  'home.ticket_more': 'Une personne répond, avec une référence',
  'home.status': 'Suivre un ticket',
  'home.status_more': 'Avec sa référence et votre e-mail',
  'home.foot_open': 'Vous pouvez demander une personne à tout moment.',
  'home.foot_closed': 'Chaque ticket a une référence, rien ne se perd.',

  'chat.title': 'Chat',
}
