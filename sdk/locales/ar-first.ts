// Arabic, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'رجوع',
  'common.close': 'إغلاق',
  'common.retry': 'حاول مرة أخرى',
  'common.yesterday': 'أمس',
  'common.loading': 'جارٍ التحميل',

  'widget.label': 'المساعدة والتواصل',
  'widget.failed': 'لم تُحمَّل صفحة الدعم.',
  'widget.failed_more': 'لم يستجب خادمنا. ما كتبته محفوظ على هذا الجهاز.',

  'home.greeting': 'مرحبًا، كيف يمكننا مساعدتك؟',
  'home.greeting_name': 'مرحبًا {name}،\nكيف يمكننا مساعدتك؟',
  'home.people_here': '{names} هنا الآن',
  'home.person_here': '{names} هنا الآن',
  'home.wait': {
    one: 'يردّ عليك شخص خلال دقيقة تقريبًا',
    two: 'يردّ عليك شخص خلال دقيقتين تقريبًا',
    few: 'يردّ عليك شخص خلال {n} دقائق تقريبًا',
    other: 'يردّ عليك شخص خلال {n} دقيقة تقريبًا',
  },
  'home.ai_first': 'يجيبك مساعد آلي أولًا',
  'home.ai_now': 'يجيبك مساعد آلي الآن',
  'home.person_answers': 'يردّ عليك شخص',
  'home.leave_message': 'اترك رسالة ويردّ عليك شخص لاحقًا',
  'home.back_at': 'نعود {day} الساعة {time}',
  'home.back_today': 'نعود الساعة {time}',
  'home.tomorrow': 'غدًا',
  'home.on_day': 'يوم {day}',
  'home.their_time': 'بتوقيت {zone}، {time} بتوقيتك',
  'home.away': 'لا يوجد أحد الآن',
  'home.away_more': 'كل تذكرة يُردّ عليها',
  'home.search': 'ابحث عن إجابة',
  'home.continue': 'أكمل من حيث توقفت',
  'home.unread': 'غير مقروء',
  'home.all': 'كل المحادثات',
  'home.popular': 'أسئلة متكررة',
  'home.chat': 'تحدّث معنا',
  'home.ticket': 'أرسل تذكرة',
  'home.ticket_more': 'يردّ عليك شخص وتحصل على رقم مرجعي',
  'home.status': 'تابع تذكرة',
  'home.status_more': 'برقمها المرجعي وبريدك الإلكتروني',
  'home.foot_open': 'يمكنك طلب التحدث إلى شخص في أي وقت.',
  'home.foot_closed': 'لكل تذكرة رقم مرجعي، فلا يضيع شيء.',

  'chat.title': 'المحادثة',
}
