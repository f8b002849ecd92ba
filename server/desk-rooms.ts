// What the team finds, is told of and is measured by: search, the bell, preferences, the live board.

import { createContactSearch } from './contacts/contact-search.ts'
import { createMessageFeeder } from './conversations/search/message-feeder.ts'
import { createMessageIndex } from './conversations/search/message-index.ts'
import { createMessageSearch } from './conversations/search/message-search.ts'
import { createConversationSearch, type FoundArticle } from './conversations/search/search.service.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'

export interface DeskRoomsDeps {
  db: Database
  bus: Bus
  jobs: Jobs
  log: Log
  clock: () => Date
  /** Knowledge's own search, drafts included. */
  articles: (workspaceId: string, text: string, limit: number) => Promise<FoundArticle[]>
}

/** Registers the jobs, too: call before they start. */
export function createDeskRooms({ db, bus, jobs, log, clock, articles }: DeskRoomsDeps) {
  const messageIndex = createMessageIndex({ db })
  const messageFeeder = createMessageFeeder({ db, bus, jobs, log, index: messageIndex, clock })
  const conversationSearch = createConversationSearch({
    db,
    messages: createMessageSearch({ db }),
    contacts: createContactSearch({ db }),
    articles,
  })

  return {
    conversationSearch,
    messageFeeder,
    /** Once the jobs have started. */
    scheduleDesk: (): Promise<void> => messageFeeder.schedule(),
    close(): void {
      messageFeeder.close()
    },
  }
}
