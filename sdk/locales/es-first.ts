// Spanish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Atrás',
  'common.close': 'Cerrar',
  'common.retry': 'Probar otra vez',
  'common.yesterday': 'Ayer',
  'common.loading': 'Cargando',

  'widget.label': 'Ayuda y contacto',
  'widget.failed': 'La ayuda no se ha cargado.',
  'widget.failed_more': 'Nuestro servidor no respondió. Lo que escribiste sigue en este dispositivo.',

  'home.greeting': 'Hola, ¿en qué podemos ayudarte?',
  'home.greeting_name': 'Hola, {name}:\n¿en qué podemos ayudarte?',
  'home.people_here': '{names} están aquí',
  'home.person_here': '{names} está aquí',
  'home.wait': {
    one: 'Una persona responde en más o menos {n} minuto',
    other: 'Una persona responde en unos {n} minutos',
  },
  'home.ai_first': 'Primero responde un agente de IA',
  'home.ai_now': 'Un agente de IA responde ahora',
  'home.person_answers': 'Responde una persona',
  'home.leave_message': 'Deja un mensaje, una persona responde después',
  'home.back_at': 'Volvemos {day} a las {time}',
  'home.back_today': 'Volvemos a las {time}',
  'home.tomorrow': 'mañana',
  'home.on_day': 'el {day}',
  'home.their_time': 'Hora de {zone}, las {time} para ti',
  'home.away': 'Ahora mismo no hay nadie',
  'home.away_more': 'Todos los tickets reciben respuesta',
  'home.search': 'Buscar respuestas',
  'home.continue': 'Sigue donde lo dejaste',
  'home.unread': 'sin leer',
  'home.all': 'Todas las conversaciones',
  'home.popular': 'Preguntas frecuentes',
  'home.chat': 'Chatea con nosotros',
  'home.ticket': 'Enviar un ticket',
  'home.ticket_more': 'Responde una persona, con referencia',
  'home.status': 'Consultar un ticket',
  'home.status_more': 'Con su referencia y tu correo',
  'home.foot_open': 'Puedes pedir hablar con una persona cuando quieras.',
  'home.foot_closed': 'Cada ticket tiene una referencia, así no se pierde nada.',

  'chat.title': 'Chat',
}
