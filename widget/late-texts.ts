// Which texts come after those of the views: what only parts say that are fetched later still (see fetched-first.ts).
// test/e2e/weight.test.ts holds the list against the built chunks. Used by locale-files.ts only.

const ROOMS = /^(emoji|rating|action|prechat|form)\.(?!comment$|failed$)/

const OTHERS =
  'common.copy common.copied ' +
  'ticket.sent_title ticket.have_it ticket.who ticket.who_or ticket.who_from ticket.somebody ticket.reference ' +
  'ticket.keep ticket.see ticket.chat ' +
  'fault.needed fault.choice fault.tick fault.number fault.phone fault.date fault.code ' +
  'status.received status.in_progress status.received_head status.received_more status.in_progress_head ' +
  'status.in_progress_more status.in_progress_team status.waiting_head status.waiting_more status.solved_head ' +
  'status.solved_more status.reply status.reply_to status.reply_failed status.code_title status.code_more ' +
  'status.code status.code_wrong status.code_again status.code_wait status.code_mail ' +
  'chat.sending chat.sent chat.read chat.waits chat.not_sent chat.expired chat.take_back chat.is_writing ' +
  'chat.is_typing chat.new chat.to_new chat.quoted chat.sources chat.joined chat.left chat.waiting_since ' +
  'chat.ticket_since chat.solved_by chat.solved chat.reopened chat.ended chat.closed chat.moved chat.earlier ' +
  'chat.end chat.change chat.edit chat.delete chat.delete_ask chat.keep chat.edited chat.deleted chat.choices ' +
  'chat.end_ask chat.end_yes chat.end_no chat.transcript chat.download chat.mail chat.mail_to chat.mailed ' +
  'chat.download_failed chat.mute chat.unmute chat.notify chat.notify_on chat.typing_said ' +
  'files.list files.drop files.remove files.uploading files.on_its_way files.attached files.removed ' +
  'files.sends_then files.too_large files.empty files.wrong_type files.too_many files.quota files.off ' +
  'files.failed files.dismiss files.open files.download files.gone'

const LATE = new Set(OTHERS.split(' '))

export const isLateText = (key: string): boolean => LATE.has(key) || ROOMS.test(key)
