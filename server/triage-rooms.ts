// What a team does to conversations besides writing, put together.

import type { AgentPrincipal } from './accounts/principal.ts'
import type { Attachments } from './conversations/attachment.service.ts'
import type { ConversationLog } from './conversations/conversation-log.ts'
import type { Messages } from './conversations/message.service.ts'
import { createAsides } from './conversations/triage/conversation-aside.service.ts'
import { createFacts } from './conversations/triage/facts.service.ts'
import { createFollowers } from './conversations/triage/followers.service.ts'
import { createMerges } from './conversations/triage/merge.service.ts'
import { createScheduled } from './conversations/triage/scheduled.service.ts'
import { createShelving } from './conversations/triage/shelving.service.ts'
import type { Snoozes } from './conversations/triage/snooze.service.ts'
import { createSplits } from './conversations/triage/split.service.ts'
import { triageConsequences } from './conversations/triage/triage-consequences.ts'
import { createViewers, type Viewer } from './conversations/triage/viewers.ts'
import type { TriageServices } from './conversations/triage.commands.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { SharedMap } from './platform/bus/shared-map.ts'
import type { Database } from './platform/database/database.ts'
import type { Jobs } from './platform/jobs/jobs.ts'

export interface TriageRoomsDeps {
  db: Database
  bus: Bus
  jobs: Jobs
  clock: () => Date
  conversationLog: ConversationLog
  attachments: Attachments
  messages: Messages
  snoozes: Snoozes
  viewing: SharedMap<Viewer[]>
  department: (workspaceId: string, id: string) => Promise<{ id: string; name: string }>
  principalOf: (workspaceId: string, agentId: string) => Promise<AgentPrincipal>
}

/** Registers the jobs, too: call before they start. */
export function createTriageRooms({
  db,
  bus,
  jobs,
  clock,
  conversationLog: log,
  attachments,
  messages,
  snoozes,
  viewing,
  department,
  principalOf,
}: TriageRoomsDeps): TriageServices {
  log.amend(triageConsequences({ db, jobs }))
  return {
    facts: createFacts({ db, log, department }),
    snoozes,
    shelving: createShelving({ db, bus, log, clock }),
    followers: createFollowers({ db, bus, log }),
    merges: createMerges({ db, log, jobs, clock }),
    splits: createSplits({ db, log, attachments }),
    scheduled: createScheduled({ db, log, jobs, clock, messages, principalOf }),
    viewers: createViewers({ map: viewing, clock }),
    asides: createAsides({ db, bus }),
  }
}
