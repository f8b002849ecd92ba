// Notes about a customer: the team's alone, kept through a merge, harmless to repeat.

import assert from 'node:assert/strict'
import test from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'

test('notes about a customer are read newest first, by any agent, and taken away', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('mika')
  const ana = await desk.person('ana')
  const visitor = await desk.visitor()
  const [contact] = await desk.db.query<{ id: string }>('select id from contacts')
  const path = `/api/v1/contacts/${contact!.id}/notes`
  const note = { id: uuidv7(), body: '  Likes short answers ' }
  const written = await desk.call('POST', path, { token: mika.token, body: note })
  assert.equal(written.status, 201)
  assert.equal(written.body.body, 'Likes short answers')
  const again = await desk.call('POST', path, { token: mika.token, body: note })
  assert.deepEqual(again.body, written.body)
  await desk.call('POST', path, { token: ana.token, body: { id: uuidv7(), body: 'Rides in the wet' } })

  const { body } = await desk.call('GET', path, { token: ana.token })
  assert.deepEqual(
    body.notes.map((each: { body: string; author: { name: string } }) => [each.body, each.author.name]),
    [
      ['Rides in the wet', 'ana'],
      ['Likes short answers', 'mika'],
    ],
  )
  assert.equal((await desk.call('GET', path, { token: visitor.token })).status, 401)
  assert.equal((await desk.call('DELETE', `${path}/${note.id}`, { token: ana.token })).status, 200)
  assert.equal((await desk.call('GET', path, { token: ana.token })).body.notes.length, 1)
})

test('a customer nobody knows has no notes, and a full book takes no more', async (t) => {
  const desk = await startDesk(t)
  const mika = await desk.person('mika')
  await desk.visitor()
  const [contact] = await desk.db.query<{ id: string }>('select id from contacts')
  const unknown = await desk.call('GET', `/api/v1/contacts/${uuidv7()}/notes`, { token: mika.token })
  assert.equal(unknown.status, 404)
  const path = `/api/v1/contacts/${contact!.id}/notes`
  await desk.db.query(
    `insert into contact_notes (id, workspace_id, contact_id, author_id, body)
     select gen_random_uuid(), $1, $2, $3, 'x' from generate_series(1, 50) returning id`,
    [desk.workspaceId, contact!.id, mika.id],
  )
  const more = await desk.call('POST', path, { token: mika.token, body: { id: uuidv7(), body: 'One more' } })
  assert.equal(more.status, 422)
})
