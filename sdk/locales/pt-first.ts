// Portuguese, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Voltar',
  'common.close': 'Fechar',
  'common.retry': 'Tentar de novo',
  'common.yesterday': 'Ontem',
  'common.loading': 'Carregamento',

  'widget.label': 'Ajuda e contato',
  'widget.failed': 'A ajuda não carregou.',
  'widget.failed_more': 'Nosso servidor não respondeu. O que você escreveu continua neste dispositivo.',

  'home.greeting': 'Olá, como podemos ajudar?',
  'home.greeting_name': 'Olá, {name},\ncomo podemos ajudar?',
  'home.people_here': '{names} estão aqui',
  'home.person_here': '{names} está aqui',
  'home.wait': {
    one: 'Uma pessoa responde em cerca de {n} minuto',
    other: 'Uma pessoa responde em cerca de {n} minutos',
  },
  'home.ai_first': 'Um assistente de IA responde primeiro',
  'home.ai_now': 'Um assistente de IA responde agora',
  'home.person_answers': 'Uma pessoa responde',
  'home.leave_message': 'Deixe uma mensagem, uma pessoa responde depois',
  'home.back_at': 'Voltamos {day} às {time}',
  'home.back_today': 'Voltamos às {time}',
  'home.tomorrow': 'amanhã',
  'home.on_day': '{day}',
  'home.their_time': 'Hora de {zone}, {time} para você',
  'home.away': 'Não há ninguém no momento',
  'home.away_more': 'Todo ticket recebe resposta',
  'home.search': 'Buscar respostas',
  'home.continue': 'Continue de onde parou',
  'home.unread': 'não lida',
  'home.all': 'Todas as conversas',
  'home.popular': 'Perguntas frequentes',
  'home.chat': 'Converse conosco',
  'home.ticket': 'Enviar um ticket',
  'home.ticket_more': 'Uma pessoa responde, com referência',
  'home.status': 'Consultar um ticket',
  'home.status_more': 'Com a referência e seu e-mail',
  'home.foot_open': 'Você pode pedir uma pessoa a qualquer momento.',
  'home.foot_closed': 'Cada ticket tem uma referência, assim nada se perde.',

  'chat.title': 'Chat',
}
