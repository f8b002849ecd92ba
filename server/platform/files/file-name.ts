// The name a file gets: as its owner gave it, without what could mislead, and with the ending of what it is.

import { LIMITS } from '../../../sdk/protocol/limits.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import type { FileKind } from './file-kind.ts'

/** Control characters and line ends, invisible ones, and those that turn the direction of what follows. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu
/** Ends of folders, and what Windows takes for more than a name. */
const RESERVED = /[<>:"|?*\\/]/g

/** A name to show and to save by. */
export function fileName(given: string, { endings }: FileKind): string {
  const last = storable(given).split(/[\\/]/).at(-1)!
  const clean = last.normalize('NFC').replace(HIDDEN, '').replace(RESERVED, '_').replace(/\s+/g, ' ').trim()
  const at = clean.lastIndexOf('.')
  const ending = at > 0 ? clean.slice(at + 1).toLowerCase() : ''
  const isRight = endings.includes(ending)
  const kept = isRight ? ending : endings[0]
  // Dots at the end, and at the beginning, have a meaning of their own to some systems.
  const stem = (isRight || at > 0 ? clean.slice(0, at) : clean).replace(/^[. ]+|[. ]+$/g, '')
  const room = LIMITS.fileName - kept.length - 1
  return `${stem.slice(0, room).toWellFormed().replaceAll('\ufffd', '').trimEnd() || 'file'}.${kept}`
}
