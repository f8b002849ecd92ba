// Notes about a customer over REST. Mounted under /api/v1 behind the agents' guard.

import { Router } from 'express'
import * as z from 'zod'
import { WriteContactNote } from '../../sdk/protocol/contact-note.ts'
import type { Audit } from '../accounts/audit.service.ts'
import { agentOf } from '../accounts/require-agent.ts'
import { parse } from '../platform/parse.ts'
import type { ContactNotes } from './contact-note.service.ts'

const OfContact = z.object({ id: z.uuid() })
const OneNote = z.object({ id: z.uuid(), note_id: z.uuid() })

export interface ContactNoteRoutesDeps {
  contactNotes: ContactNotes
  audit: Pick<Audit, 'record'>
}

export function contactNoteRoutes({ contactNotes, audit }: ContactNoteRoutesDeps): Router {
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
    const { workspaceId, id: agentId } = agentOf(response)
    // Anybody may take away anybody's: who did is kept.
    if (await contactNotes.remove({ workspaceId, contactId: id }, note_id))
      await audit.record({
        workspaceId,
        agentId,
        action: 'contact_note.deleted',
        data: { contact_id: id, note_id },
      })
    response.json({ ok: true })
  })

  return router
}
