// States of a message's files.

import { html } from 'lit'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Demos } from '../demo/demo.ts'

export const picture: Attachment = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'freehub.jpg',
  type: 'image/jpeg',
  size: 412_000,
  kind: 'image',
  width: 1600,
  height: 1200,
}
export const paper: Attachment = {
  id: '00000000-0000-4000-8000-0000000000bb',
  name: 'Invoice 4711 with a name that is much longer than the panel of the widget is wide.pdf',
  type: 'application/pdf',
  size: 84_000,
  kind: 'file',
}
const song: Attachment = {
  ...paper,
  id: '00000000-0000-4000-8000-0000000000cc',
  name: 'creak.m4a',
  type: 'audio/mp4',
  kind: 'audio',
}
const conversation = '00000000-0000-7000-8000-000000000001'

export const messageFilesDemos: Demos = {
  'an image': {
    render: () =>
      html`<deskbell-message-files .attachments=${[picture]} .conversationId=${conversation}></deskbell-message-files>`,
  },
  'files of all kinds': {
    render: () =>
      html`<deskbell-message-files .attachments=${[picture, paper, song]} .conversationId=${conversation}></deskbell-message-files>`,
  },
  'not sent yet': {
    render: () => html`<deskbell-message-files .attachments=${[picture, paper]}></deskbell-message-files>`,
  },
}
