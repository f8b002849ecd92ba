// States of the tray of files.

import { html } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { ApiError } from '../../client/api-error.ts'
import type { Demo, Demos } from '../demo/demo.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { createFakeFiles, type FakeFiles } from '../demo/fake-files.ts'
import type { DeskbellAttachmentTray } from './attachment-tray.ts'

const file = (name: string, size: number, type: string): File => {
  const made = new File(['x'], name, { type })
  // As large as it says: nobody wants to make 48 MB for a picture of it.
  Object.defineProperty(made, 'size', { value: size })
  return made
}

export const ride = (): File => file('ride.mov', 48_000_000, 'video/quicktime')
export const photo = (): File => file('freehub.jpg', 2_400_000, 'image/jpeg')
export const invoice = (): File => file('Invoice 4711.pdf', 84_000, 'application/pdf')

const target = () => ({ conversationId: '00000000-0000-7000-8000-000000000001' })

/** The tray with these files, and what becomes of them. */
const tray = (files: () => File[], then: (uploads: FakeFiles['uploads']) => void = () => {}): Demo => {
  let held = createFakeFiles({ held: true })
  return {
    client: () => {
      held = createFakeFiles({ held: true })
      return createFakeClient({ files: held })
    },
    render: () =>
      html`<deskbell-attachment-tray .target=${target} ${ref(async (element) => {
        const shown = element as DeskbellAttachmentTray | undefined
        if (!shown?.isEmpty) return
        // Only after it has its client.
        await shown.updateComplete
        shown.add(files())
        await shown.updateComplete
        then(held.uploads)
      })}></deskbell-attachment-tray>`,
  }
}

export const attachmentTrayDemos: Demos = {
  empty: { render: () => html`<deskbell-attachment-tray .target=${target}></deskbell-attachment-tray>` },
  'to drop at': {
    render: () => html`<deskbell-attachment-tray dragging .target=${target}></deskbell-attachment-tray>`,
  },
  uploading: tray(
    () => [photo(), invoice()],
    ([first, second]) => {
      first?.onProgress?.(0.4)
      second?.arrive()
    },
  ),
  'without a network, and failed': tray(
    () => [photo(), invoice()],
    ([first, second]) => {
      first?.onProgress?.(null)
      second?.fail(new ApiError('network'))
    },
  ),
  refused: tray(() => [ride(), file('logo.svg', 900, 'image/svg+xml')]),
}
