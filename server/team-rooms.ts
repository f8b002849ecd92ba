// The rooms of the team's administration, and of consoles in pages of other origins.

import type { Agents } from './accounts/agent.service.ts'
import { createApiKeys } from './accounts/api-key.service.ts'
import { createConsoleKeys } from './accounts/console-key.service.ts'
import { createDepartmentAdmin, type DepartmentAdminDeps } from './accounts/department-admin.service.ts'
import { createHostTokens } from './accounts/host-token.ts'
import { createInviteMail } from './accounts/invite-mail.ts'
import type { Sessions } from './accounts/session.service.ts'
import { createTeam } from './accounts/team.service.ts'
import { createWorkspaceSettings } from './accounts/workspace-settings.service.ts'
import { createOpenCounts } from './conversations/open-counts.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import type { Log } from './platform/log.ts'
import type { Mail } from './platform/mail/mail.service.ts'

export interface TeamRoomsDeps {
  db: Database
  bus: Bus
  log: Log
  clock: () => Date
  agents: Agents
  sessions: Sessions
  mail: Mail
  onDepartmentRemoved: DepartmentAdminDeps['onRemoved']
}

export function createTeamRooms({
  db,
  bus,
  log,
  clock,
  agents,
  sessions,
  mail,
  onDepartmentRemoved,
}: TeamRoomsDeps) {
  const consoleKeys = createConsoleKeys({ db })
  const open = createOpenCounts({ db })
  return {
    apiKeys: createApiKeys({ db, bus }),
    consoleKeys,
    hostTokens: createHostTokens({ db, keys: consoleKeys, sessions, log, clock }),
    workspaceSettings: createWorkspaceSettings({ db, bus, clock }),
    departmentAdmin: createDepartmentAdmin({ db, loads: open.byDepartment, onRemoved: onDepartmentRemoved }),
    team: createTeam({ db, agents, loads: open.byAgent }),
    sendInvite: createInviteMail({ mail }),
  }
}
