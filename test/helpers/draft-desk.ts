// A desk whose AI agent drafts and whose agents decide, with one article, a customer who asks and the draft that waits.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import type { LogEvent, LogEventOf, LogEventType } from '../../sdk/protocol/event.ts'
import { importFolder } from '../../server/knowledge/article-import.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type Desk, startDesk } from './desk.ts'
import { type ModelTurn, type SeenRequest, scriptedModel } from './scripted-model.ts'
import type { TestSocket } from './socket-client.ts'

const ARTICLE = `---
title: Returning parts you have fitted
category: Returns
questions: [Can I return brake pads I fitted once?]
---
You have 60 days, counted from delivery.

Fitted parts can come back if they are clean and not worn through.
`
export const QUESTION = 'Can I return brake pads I fitted once?'

/** The number under which the prompt holds the passage with these words. */
export const numberOf = ({ messages }: SeenRequest, words: string): string => {
  const passages = messages[0]!.content.split('<passage ').slice(1)
  return /number="(\d+)"/.exec(passages.find((passage) => passage.includes(words))!)![1]!
}

export async function draftDesk(
  t: TestContext,
  {
    script,
    mode = 'draft',
  }: { script?: (seen: SeenRequest, count: number) => ModelTurn; mode?: string } = {},
) {
  const model = script && (await scriptedModel(async (seen, count) => script(seen, count)))
  if (model) t.after(() => model.close())
  const desk = await startDesk(t, model ? { modelUrl: model.baseUrl } : {})
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-drafts-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'returns.md'), ARTICLE)
  await importFolder({ articles: desk.rooms.articles, workspaceId: desk.workspaceId, folder })
  await desk.rooms.assistantSettings.update({ workspaceId: desk.workspaceId, siteId: desk.site.id }, { mode })
  return { desk, requests: model?.requests ?? [] }
}

/** A person of the team who follows a conversation; `until` waits for a row of its log. */
export async function follower(desk: Desk, name: string, id: string) {
  const person = await desk.person(name)
  const socket = await desk.join(person, 'agent')
  const subscribed = await command(socket, 'conversation.subscribe', { conversation_id: id, after: 0 })
  const seen: LogEvent[] = [...subscribed.data.events]
  const from = new Set<string>()
  return {
    ...person,
    socket,
    seen,
    /** The next event of a type that fits and that no earlier call has returned. */
    async until<T extends LogEventType>(
      type: T,
      fits: (event: LogEventOf<T>) => boolean = () => true,
    ): Promise<LogEventOf<T>> {
      for (;;) {
        const found = seen.find(
          (event) => event.type === type && !from.has(event.id) && fits(event as LogEventOf<T>),
        )
        if (found) {
          from.add(found.id)
          return found as LogEventOf<T>
        }
        const { data } = await socket.nextOf(
          (frame) => frame.type === 'events' && frame.data.conversation_id === id,
        )
        seen.push(...data.events)
      }
    },
    act: (type: string, data: object, cid?: string) =>
      command(socket, type, { conversation_id: id, ...data }, cid),
  }
}

/** A customer who has asked. */
export async function asker(desk: Desk, message = QUESTION) {
  const visitor = await desk.visitor()
  const socket: TestSocket = await desk.join(visitor, 'visitor')
  const id = uuidv7()
  await command(socket, 'conversation.start', { conversation_id: id, message })
  return {
    visitor,
    socket,
    id,
    say: (body: string) => command(socket, 'message.send', { conversation_id: id, body }),
  }
}

/** What the customer's own log holds. */
export async function publicLog(
  desk: Desk,
  id: string,
): Promise<{ type: string; actor: string; body: string }[]> {
  return desk.db.query(
    `select type, actor_kind as actor, coalesce(data->>'body', '') as body from conversation_events
      where conversation_id = $1 and pub_seq is not null order by pub_seq`,
    [id],
  )
}
