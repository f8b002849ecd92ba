// Icons of files that cannot be shown.

import type { TemplateResult } from 'lit'
import type { Attachment } from '../../protocol/attachment.ts'
import { iconShape } from '../icon/icon-shape.ts'

const SHAPES: Readonly<Record<Attachment['kind'], string>> = {
  file: 'M13 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V9zM13 3.5V9h5.5',
  image:
    'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5zM8.5 9.5h.01M20 14.5l-4.5-4-7 8.5',
  audio:
    'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  video:
    'M5.5 6h8A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 4 16.5v-9A1.5 1.5 0 0 1 5.5 6zM15 10.5l5-3v9l-5-3',
}

export const fileIcon = (kind: Attachment['kind']): TemplateResult => iconShape(SHAPES[kind])
