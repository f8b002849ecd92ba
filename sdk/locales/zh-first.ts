// Simplified Chinese, first part: the frame and the home view.

import type { FirstMessages } from './messages.ts'

export const texts: FirstMessages = {
  'common.back': '返回',
  'common.close': '关闭',
  'common.retry': '重试',
  'common.yesterday': '昨天',
  'common.loading': '正在加载',

  'widget.label': '帮助与客服',
  'widget.failed': '客服未能加载。',
  'widget.failed_more': '服务器没有响应。您写的内容保存在此设备上。',

  'home.greeting': '您好，有什么可以帮您？',
  'home.greeting_name': '{name}，您好，\n有什么可以帮您？',
  'home.people_here': '{names}在线',
  'home.person_here': '{names}在线',
  'home.wait': '人工客服约 {n} 分钟内回复',
  'home.ai_first': '先由 AI 助手回答',
  'home.ai_now': 'AI 助手现在回答',
  'home.person_answers': '由人工客服回答',
  'home.leave_message': '请留言，人工客服稍后回复',
  'home.back_at': '我们{day} {time} 回来',
  'home.back_today': '我们 {time} 回来',
  'home.tomorrow': '明天',
  'home.on_day': '{day}',
  'home.their_time': '{zone}时间，您当地 {time}',
  'home.away': '目前无人在线',
  'home.away_more': '每个工单都有回复',
  'home.search': '搜索答案',
  'home.continue': '继续上次的对话',
  'home.unread': '未读',
  'home.all': '所有对话',
  'home.popular': '常见问题',
  'home.chat': '与我们聊天',
  'home.ticket': '提交工单',
  'home.ticket_more': '人工客服回复，附工单号',
  'home.status': '查询工单',
  'home.status_more': '凭工单号和邮箱',
  'home.foot_open': '您随时可以转人工。',
  'home.foot_closed': '每个工单都有编号，不会丢失。',

  'chat.title': '聊天',
}
