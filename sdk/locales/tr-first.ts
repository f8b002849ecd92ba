// Turkish, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': 'Geri',
  'common.close': 'Kapat',
  'common.retry': 'Yeniden dene',
  'common.yesterday': 'Dün',
  'common.loading': 'Yükleniyor',

  'widget.label': 'Yardım ve iletişim',
  'widget.failed': 'Destek yüklenemedi.',
  'widget.failed_more': 'Sunucumuz yanıt vermedi. Yazdıklarınız bu cihazda duruyor.',

  'home.greeting': 'Merhaba, nasıl yardımcı olabiliriz?',
  'home.greeting_name': 'Merhaba {name},\nnasıl yardımcı olabiliriz?',
  'home.people_here': '{names} burada',
  'home.person_here': '{names} burada',
  'home.wait': 'Bir temsilci yaklaşık {n} dk içinde yanıtlar',
  'home.ai_first': 'Önce yapay zekâ asistanı yanıtlar',
  'home.ai_now': 'Yapay zekâ asistanı hemen yanıtlar',
  'home.person_answers': 'Bir temsilci yanıtlar',
  'home.leave_message': 'Mesaj bırakın, bir temsilci sonra yanıtlar',
  'home.back_at': 'Yine buradayız: {day} saat {time}',
  'home.back_today': 'Yine buradayız: saat {time}',
  'home.tomorrow': 'yarın',
  'home.on_day': '{day}',
  'home.their_time': '{zone} saati, sizde {time}',
  'home.away': 'Şu anda kimse yok',
  'home.away_more': 'Her talep yanıtlanır',
  'home.search': 'Yanıt arayın',
  'home.continue': 'Kaldığınız yerden devam edin',
  'home.unread': 'okunmadı',
  'home.all': 'Tüm görüşmeler',
  'home.popular': 'Sık sorulanlar',
  'home.chat': 'Bize yazın',
  'home.ticket': 'Talep gönderin',
  'home.ticket_more': 'Bir temsilci yanıtlar, talep numarası alırsınız',
  'home.status': 'Talebinizi izleyin',
  'home.status_more': 'Talep numarası ve e-postanızla',
  'home.foot_open': 'İstediğiniz an bir temsilci isteyebilirsiniz.',
  'home.foot_closed': 'Her talebin bir numarası var, hiçbir şey kaybolmaz.',

  'chat.title': 'Sohbet',
}
