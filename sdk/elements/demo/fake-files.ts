// Files without a server: what is handed over arrives when the test says so, or at once.

import { ApiError } from '../../client/api-error.ts'
import type { AttachmentClient, UploadOptions, UploadTarget } from '../../client/attachment-client.ts'
import type { Attachment } from '../../protocol/attachment.ts'

export interface FakeUpload extends UploadOptions {
  file: File
  target: UploadTarget
  arrive(change?: Partial<Attachment>): void
  fail(error: unknown): void
}

export interface FakeFiles extends AttachmentClient {
  /** Those on their way. */
  uploads: FakeUpload[]
}

/** A grey square, as pages may show from anywhere. */
const SQUARE = 'data:image/gif;base64,R0lGODlhAQABAIAAAJSUlAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='

export function createFakeFiles({ held = false }: { held?: boolean } = {}): FakeFiles {
  const uploads: FakeUpload[] = []
  return {
    uploads,
    upload: (file, target, options = {}) =>
      new Promise((resolve, reject) => {
        const kind = file.type.startsWith('image/') ? 'image' : 'file'
        const n = uploads.length + 1
        const attachment: Attachment = {
          id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          name: file.name,
          type: file.type || 'text/plain',
          size: file.size,
          kind,
        }
        uploads.push({
          ...options,
          file,
          target,
          arrive: (change) => resolve({ ...attachment, ...change }),
          fail: reject,
        })
        options.signal?.addEventListener('abort', () => reject(new ApiError('network')))
        if (!held) resolve(attachment)
      }),
    link: async (_conversationId, id) => ({
      id,
      url: `https://support.example/support/attachments/${id}/file`,
      thumb_url: SQUARE,
      expires_at: '2030-01-01T00:00:00.000Z',
    }),
  }
}
