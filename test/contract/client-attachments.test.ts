// Files between the real clients and the real server: what is sent, shown meanwhile, and fetched by the other side.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'
import { attend, visit } from '../helpers/real-clients.ts'
import { until } from '../helpers/scripted-server.ts'
import { png } from '../helpers/small-files.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const named = (name: string) => (state: { events: readonly { type: string; data: unknown }[] }) =>
  state.events.some(({ data }) =>
    (data as { attachments?: { name: string }[] }).attachments?.some((file) => file.name === name),
  )

test('clients: a chat begun off line with a file is sent when the line is back, and the other side fetches it', async (t) => {
  const desk = await startDesk(t, { env: { DATA_DIR: await temporaryFolder(t) } })
  const { client, cut, mend } = visit(t, desk)
  const conversationId = uuidv7()
  const files = await client.files()
  const picture = new File([new Uint8Array(await png())], 'rotor.png', { type: 'image/png' })
  const attachment = await files.upload(picture, { conversationId })
  assert.deepEqual([attachment.kind, attachment.width], ['image', 64])

  cut()
  const theirs = await client.conversations.start({
    message: '',
    conversationId,
    attachments: [attachment],
    want: 'person',
  })
  assert.equal(theirs.id, conversationId)
  await until(theirs.state, ({ pending }) => pending[0]?.attachments?.[0]?.name === 'rotor.png')
  mend()
  await until(theirs.state, named('rotor.png'))

  const mara = await attend(t, desk, 'mara')
  const ours = mara.client.open(conversationId)
  await until(ours.state, named('rotor.png'))
  const link = await (await mara.client.files()).link(conversationId, attachment.id)
  const { pathname, search } = new URL(link.url)
  assert.equal((await fetch(desk.base + pathname + search)).status, 200)

  const guide = await (await mara.client.files()).upload(new File(['Step 1'], 'guide.txt'), {
    conversationId,
  })
  await ours.send('Here', [guide])
  await until(theirs.state, named('guide.txt'))
  await assert.rejects(files.upload(new File(['<svg/>'], 'logo.svg'), { conversationId }), {
    code: 'attachment-refused',
  })
})

test('clients: a ticket takes the files of its form along', async (t) => {
  const desk = await startDesk(t, { env: { DATA_DIR: await temporaryFolder(t) } })
  const { client } = visit(t, desk)
  const form = uuidv7()
  const { id } = await (await client.files()).upload(new File(['Hello'], 'notes.txt'), { form })
  const email = 'nora@example.com'
  const { reference } = await client.tickets.create({
    name: 'Nora',
    email,
    subject: 'Rotor',
    description: 'It is bent.',
    attachments: [id],
    upload_id: form,
  })
  const { replies } = await client.tickets.status({ reference, email })
  assert.equal(replies[0]!.attachments?.[0]?.name, 'notes.txt')
})
