// The accounts room on a database of its own, and an app with its routes, for tests of it.

import type { TestContext } from 'node:test'
import { accountRoutes } from '../../server/accounts/account.routes.ts'
import { createAgents } from '../../server/accounts/agent.service.ts'
import { createAudit } from '../../server/accounts/audit.service.ts'
import { createCredentials } from '../../server/accounts/credential.service.ts'
import { createDepartments } from '../../server/accounts/department.service.ts'
import { createLoginLinks } from '../../server/accounts/login-link.service.ts'
import { createPasswords } from '../../server/accounts/password.ts'
import { createSessions } from '../../server/accounts/session.service.ts'
import { createSessionCookie } from '../../server/accounts/session-cookie.ts'
import { createWorkspaces } from '../../server/accounts/workspace.service.ts'
import { createInProcessBus } from '../../server/platform/bus/in-process-bus.ts'
import { consoleGuard } from '../../server/platform/http/console-guard.ts'
import { jsonBody } from '../../server/platform/http/json-body.ts'
import { createRateLimits } from '../../server/platform/http/rate-limit.ts'
import { testApp } from './middleware-app.ts'
import { testDatabase } from './test-database.ts'

export async function accountsRoom(
  t: TestContext,
  { publicUrl = 'http://localhost:4600', lifted = false } = {},
) {
  const { db } = await testDatabase(t)
  const bus = createInProcessBus({ onError: (error) => t.diagnostic(String(error)) })
  const workspaces = createWorkspaces({ db })
  const departments = createDepartments({ db })
  const agents = createAgents({ db, bus })
  const audit = createAudit({ db })
  const credentials = createCredentials({ db, passwords: createPasswords() })
  const sessions = createSessions({ db, bus })
  const links = createLoginLinks({ db })
  const cookie = createSessionCookie({ publicUrl })
  const limits = createRateLimits({ lifted })
  const { app, logged } = testApp((app) => {
    app.use('/api/v1', consoleGuard(), jsonBody())
    app.use(
      '/api/v1',
      accountRoutes({ agents, audit, cookie, credentials, departments, limits, links, sessions, workspaces }),
    )
  })
  const { id: workspaceId } = await workspaces.create({ name: 'Fjordline' })
  const ingrid = await agents.create({
    workspaceId,
    kind: 'human',
    name: 'Ingrid Solheim',
    email: 'Ingrid@fjordline.example',
    role: 'owner',
  })
  return {
    db,
    bus,
    workspaces,
    departments,
    agents,
    audit,
    credentials,
    sessions,
    links,
    cookie,
    app,
    logged,
    workspaceId,
    ingrid,
  }
}
