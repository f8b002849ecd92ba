// What the team finds, is told of and is measured by: search, the bell, preferences, the live board.

import type { Router } from 'express'
import type { Actor } from '../sdk/protocol/actor.ts'
import type { Availability } from '../sdk/protocol/agent.ts'
import type { Audit } from './accounts/audit.service.ts'
import { preferenceRoutes } from './accounts/preference.routes.ts'
import { createPreferences } from './accounts/preference.service.ts'
import { agentOf } from './accounts/require-agent.ts'
import { contactNoteRoutes } from './contacts/contact-note.routes.ts'
import { createContactNotes } from './contacts/contact-note.service.ts'
import { createContactSearch } from './contacts/contact-search.ts'
import { createBellRinger } from './conversations/notifications/bell-ringer.ts'
import { notificationRoutes } from './conversations/notifications/notification.routes.ts'
import { createNotifications } from './conversations/notifications/notification.service.ts'
import {
  createConversationSearch,
  type FoundArticle,
} from './conversations/search/conversation-search.service.ts'
import { createMessageFeeder } from './conversations/search/message-feeder.ts'
import { createMessageIndex } from './conversations/search/message-index.ts'
import { createMessageSearch } from './conversations/search/message-search.ts'
import { searchRoutes } from './conversations/search/search.routes.ts'
import { createWhispers } from './conversations/whispers/whisper.service.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import type { RateKey, RateLimits } from './platform/http/rate-limit.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import { boardRoutes } from './routing/board.routes.ts'
import { createBoard } from './routing/board.service.ts'
import { createWaitSamples } from './routing/wait-samples.ts'

export interface DeskRoomsDeps {
  db: Database
  bus: Bus
  jobs: Jobs
  log: Log
  clock: () => Date
  /** Knowledge's own search, drafts included. */
  articles: (workspaceId: string, text: string, limit: number) => Promise<FoundArticle[]>
  effective: (agentId: string, chosen: Availability) => Availability
  agentActor: (workspaceId: string, agentId: string) => Promise<Actor>
}

/** Registers the jobs, too: call before they start. */
export function createDeskRooms({
  db,
  bus,
  jobs,
  log,
  clock,
  articles,
  effective,
  agentActor,
}: DeskRoomsDeps) {
  const messageIndex = createMessageIndex({ db })
  const messageFeeder = createMessageFeeder({ db, bus, jobs, log, index: messageIndex, clock })
  const conversationSearch = createConversationSearch({
    db,
    messages: createMessageSearch({ db }),
    contacts: createContactSearch({ db }),
    articles,
  })
  const preferences = createPreferences({ db })
  const contactNotes = createContactNotes({ db })
  const notifications = createNotifications({ db, bus, preferencesOf: preferences.get })
  const whispers = createWhispers({ db, bus, notifications, agentActor })
  const bellRinger = createBellRinger({ db, bus, jobs, log, notifications, clock })
  const board = createBoard({ db, effective })
  const waitSamples = createWaitSamples({ db, jobs, clock })

  return {
    conversationSearch,
    messageFeeder,
    preferences,
    contactNotes,
    notifications,
    whispers,
    bellRinger,
    board,
    waitSamples,
    /** Once the jobs have started. */
    async scheduleDesk(): Promise<void> {
      await messageFeeder.schedule()
      await bellRinger.schedule()
      await waitSamples.schedule()
    },
    close(): void {
      messageFeeder.close()
      bellRinger.close()
    },
  }
}

export type DeskRooms = Omit<ReturnType<typeof createDeskRooms>, 'close'>

/** All of it over REST, for agents. */
export function mountDeskRooms(
  router: Router,
  rooms: DeskRooms & { audit: Pick<Audit, 'record'> },
  limits: Pick<RateLimits, 'limit'>,
): void {
  const each: RateKey = (_request, response) => agentOf(response).id
  router.use('/search', limits.limit('teamSearch', each))
  router.use('/board', limits.limit('board', each))
  router.use('/notifications', limits.limit('bell', each))
  router.use(searchRoutes(rooms))
  router.use(preferenceRoutes(rooms))
  router.use(contactNoteRoutes(rooms))
  router.use(notificationRoutes(rooms))
  router.use(boardRoutes(rooms))
}
