// Hebrew, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'חזרה',
  'common.close': 'סגירה',
  'common.retry': 'לנסות שוב',
  'common.yesterday': 'אתמול',
  'common.loading': 'בטעינה',

  'widget.label': 'עזרה ויצירת קשר',
  'widget.failed': 'התמיכה לא נטענה.',
  'widget.failed_more': 'השרת שלנו לא הגיב. מה שכתבת שמור במכשיר הזה.',

  'home.greeting': 'שלום, איך אפשר לעזור?',
  'home.greeting_name': 'שלום {name},\nאיך אפשר לעזור?',
  'home.people_here': '{names} כאן',
  'home.person_here': '{names} כאן',
  'home.wait': {
    one: 'נציג עונה בתוך דקה בערך',
    two: 'נציג עונה בתוך שתי דקות בערך',
    other: 'נציג עונה בתוך {n} דקות בערך',
  },
  'home.ai_first': 'קודם עונה עוזר AI',
  'home.ai_now': 'עוזר AI עונה עכשיו',
  'home.person_answers': 'נציג עונה',
  'home.leave_message': 'אפשר להשאיר הודעה, נציג יענה אחר כך',
  'home.back_at': 'נחזור {day} בשעה {time}',
  'home.back_today': 'נחזור בשעה {time}',
  'home.tomorrow': 'מחר',
  'home.on_day': 'ב{day}',
  'home.their_time': 'שעון {zone}, אצלך {time}',
  'home.away': 'אין כאן אף אחד כרגע',
  'home.away_more': 'כל פנייה מקבלת תשובה',
  'home.search': 'חיפוש תשובה',
  'home.continue': 'להמשיך מאיפה שעצרת',
  'home.unread': 'לא נקרא',
  'home.all': 'כל השיחות',
  'home.popular': 'שאלות נפוצות',
  'home.chat': 'צ׳אט איתנו',
  'home.ticket': 'שליחת פנייה',
  'home.ticket_more': 'נציג עונה, ומקבלים מספר פנייה',
  'home.status': 'בדיקת פנייה',
  'home.status_more': 'עם מספר הפנייה והדוא״ל שלך',
  'home.foot_open': 'אפשר לבקש נציג בכל רגע.',
  'home.foot_closed': 'לכל פנייה יש מספר, כך ששום דבר לא הולך לאיבוד.',

  'chat.title': 'צ׳אט',
}
