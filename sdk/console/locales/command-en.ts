// Commands, the palette, undo and shortcuts: English texts that come with the inbox. Keys say where a text stands;
// `{name}` is filled in.

export const en = {
  'undo.undo': 'Undo',
  'undo.redo': 'Redo',
  'undo.label': 'What was just done',
  'undo.undone': 'Taken back: {what}',
  'undo.failed': 'Could not take back “{what}”: {reason}',
  'undo.redo_failed': 'Could not do “{what}” again: {reason}',
  'undo.close': 'Dismiss',
  'command.failed': '{what} did not work: {reason}',
} as const
