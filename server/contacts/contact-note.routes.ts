// Notes about a customer over REST. Mounted under /api/v1 behind the agents' guard.

import { Router } from 'express'
import * as z from 'zod'
import { WriteContactNote } from '../../sdk/protocol/contact-note.ts'
import { agentOf } from '../accounts/require-agent.ts'
import { parse } from '../platform/parse.ts'
import type { ContactNotes } from './contact-note.service.ts'

const OfContact = z.object({ id: z.uuid() })
const OneNote = z.object({ id: z.uuid(), note_id: z.uuid() })

export function contactNoteRoutes({ contactNotes }: { contactNotes: ContactNotes }): Router {
  const router = Router()

  router.get('/contacts/:id/notes', async function listNotes(request, response) {
    const { id } = parse(OfContact, request.params)
    const { workspaceId } = agentOf(response)
    response.json({ notes: await contactNotes.list({ workspaceId, contactId: id }) })
  })

  router.post('/contacts/:id/notes', async function addNote(request, response) {
    const { id } = parse(OfContact, request.params)
    const { workspaceId, id: authorId } = agentOf(response)
    const note = parse(WriteContactNote, request.body)
    response.status(201).json(await contactNotes.add({ workspaceId, contactId: id, authorId }, note))
  })

  router.delete('/contacts/:id/notes/:note_id', async function removeNote(request, response) {
    const { id, note_id } = parse(OneNote, request.params)
    const { workspaceId } = agentOf(response)
    await contactNotes.remove({ workspaceId, contactId: id }, note_id)
    response.json({ ok: true })
  })

  return router
}
