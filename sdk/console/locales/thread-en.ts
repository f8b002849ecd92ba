// The thread and the composer: English texts that come with the inbox. Keys say where a text stands; `{name}` is filled in.

export const en = {
  'picker.none': 'Nothing fits',
  'picker.own_time': 'A time of your own',
  'picker.set': 'Set',
  'picker.load': '{open} of {capacity}',
  'picker.team': 'Team',
  'picker.no_topic': 'No topic',
  'picker.no_department': 'No team',
  'picker.in_hour': 'In an hour',
  'picker.later_today': 'Later today',
  'picker.tomorrow': 'Tomorrow',
  'picker.monday': 'Monday',
  'picker.next_week': 'In a week',
  'pick.assign': 'Assign to',
  'pick.priority': 'Priority',
  'pick.topic': 'Topic',
  'pick.department': 'Team',
  'pick.tag': 'Tags',
  'pick.snooze': 'Snooze until',
  'pick.later': 'Send later',
  'pick.new_tag': 'New tag “{name}”',
} as const
