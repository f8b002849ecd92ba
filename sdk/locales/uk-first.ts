// Ukrainian, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Назад',
  'common.close': 'Закрити',
  'common.retry': 'Спробувати ще раз',
  'common.yesterday': 'Учора',
  'common.loading': 'Завантаження',

  'widget.label': 'Допомога й контакт',
  'widget.failed': 'Допомога не завантажилася.',
  'widget.failed_more': 'Наш сервер не відповів. Те, що ви написали, збережено на цьому пристрої.',

  'home.greeting': 'Вітаємо, чим допомогти?',
  'home.greeting_name': 'Вітаємо, {name},\nчим допомогти?',
  'home.people_here': '{names} тут',
  'home.person_here': '{names} тут',
  'home.wait': 'Людина відповість приблизно за {n} хв',
  'home.ai_first': 'Спершу відповідає ШІ-помічник',
  'home.ai_now': 'ШІ-помічник відповідає зараз',
  'home.person_answers': 'Відповідає людина',
  'home.leave_message': 'Залиште повідомлення, людина відповість пізніше',
  'home.back_at': 'Повернемося: {day}, {time}',
  'home.back_today': 'Повернемося о {time}',
  'home.tomorrow': 'завтра',
  'home.on_day': '{day}',
  'home.their_time': 'Час: {zone}, у вас {time}',
  'home.away': 'Зараз нікого немає',
  'home.away_more': 'На кожне звернення відповідаємо',
  'home.search': 'Шукати відповідь',
  'home.continue': 'Продовжити розмову',
  'home.unread': 'непрочитане',
  'home.all': 'Усі розмови',
  'home.popular': 'Часті запитання',
  'home.chat': 'Написати в чат',
  'home.ticket': 'Надіслати звернення',
  'home.ticket_more': 'Відповідає людина, ви отримуєте номер',
  'home.status': 'Перевірити звернення',
  'home.status_more': 'За номером і вашою е-поштою',
  'home.foot_open': 'Ви будь-коли можете покликати людину.',
  'home.foot_closed': 'Кожне звернення має номер, тож ніщо не загубиться.',

  'chat.title': 'Чат',
}
