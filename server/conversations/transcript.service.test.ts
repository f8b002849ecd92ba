// A transcript's answers name what they were taken from, with an address anybody can open.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createTranscripts, type TranscriptDeps } from './transcript.service.ts'

test('transcript: an answer’s sources are links into the help centre', async () => {
  const answer = {
    id: '1',
    seq: 1,
    pub_seq: 1,
    type: 'message.created',
    actor_kind: 'ai',
    actor_name: 'Assistant',
    created_at: new Date('2026-11-21T09:00:00Z'),
    data: {
      body: 'Within 60 days. [1]',
      content: [{ type: 'paragraph', children: ['Within 60 days.', { type: 'citation', index: 1 }] }],
      citations: [{ slug: 'returns', title: 'Returning <parts>', passage: 'p2', quote: 'x' }],
    },
  }
  const row = {
    id: 'c1',
    workspace_id: 'w1',
    site_id: 's1',
    contact_id: 'v1',
    reference: 'DB-1',
    site_name: 'Shop',
    locale: 'en',
  }
  const transcripts = createTranscripts({
    log: { read: async () => [answer] },
    views: { load: async () => row },
    mail: {},
    articleUrl: async (site: string, slug: string, passage: string | null) =>
      `https://help.example/help/articles/${slug}?${site}#${passage}`,
  } as unknown as TranscriptDeps)
  const visitor = { side: 'visitor', id: 'v1', workspaceId: 'w1', siteId: 's1', contactId: 'v1' }
  const { text, html } = await transcripts.of(visitor as never, 'c1', null)
  assert.match(text, /1\. Returning <parts> \(https:\/\/help\.example\/help\/articles\/returns\?s1#p2\)/)
  assert.match(
    html,
    /<a href="https:\/\/help\.example\/help\/articles\/returns\?s1#p2"[^>]*>Returning &lt;parts&gt;<\/a>/,
  )
})
