// Japanese, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': '戻る',
  'common.close': '閉じる',
  'common.retry': 'もう一度試す',
  'common.yesterday': '昨日',
  'common.loading': '読み込み中',

  'widget.label': 'ヘルプとお問い合わせ',
  'widget.failed': 'サポートを読み込めませんでした。',
  'widget.failed_more': 'サーバーから応答がありません。入力した内容はこの端末に残っています。',

  'home.greeting': 'こんにちは。ご用件をお聞かせください',
  'home.greeting_name': '{name}さん、こんにちは。\nご用件をお聞かせください',
  'home.people_here': '{names}が対応中です',
  'home.person_here': '{names}が対応中です',
  'home.wait': '約{n}分で担当者がお答えします',
  'home.ai_first': 'まずAIアシスタントがお答えします',
  'home.ai_now': 'AIアシスタントが今お答えします',
  'home.person_answers': '担当者がお答えします',
  'home.leave_message': 'メッセージを残すと、後で担当者がお答えします',
  'home.back_at': '{day} {time}に再開します',
  'home.back_today': '{time}に再開します',
  'home.tomorrow': '明日',
  'home.on_day': '{day}',
  'home.their_time': '{zone}の時刻、お客様の{time}',
  'home.away': 'ただいま担当者がいません',
  'home.away_more': 'お問い合わせには必ず返信します',
  'home.search': '答えを探す',
  'home.continue': '続きから始める',
  'home.unread': '未読',
  'home.all': 'すべての会話',
  'home.popular': 'よくある質問',
  'home.chat': 'チャットで聞く',
  'home.ticket': 'お問い合わせを送る',
  'home.ticket_more': '担当者が返信し、受付番号が届きます',
  'home.status': 'お問い合わせを確認する',
  'home.status_more': '受付番号とメールアドレスで',
  'home.foot_open': 'いつでも担当者におつなぎできます。',
  'home.foot_closed': '受付番号があるので、内容は失われません。',

  'chat.title': 'チャット',
}
