// A desk with the people who keep articles, and their REST in short.

import type { TestContext } from 'node:test'
import type { Role } from '../../sdk/protocol/agent.ts'
import type { AdminArticle } from '../../sdk/protocol/article-admin.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { type DeskOptions, startDesk } from './desk.ts'

export async function articleDesk(t: TestContext, options: DeskOptions = {}) {
  const desk = await startDesk(t, options)

  async function person(name: string, role: Role, workspaceId = desk.workspaceId) {
    const { id } = await desk.rooms.agents.create({
      workspaceId,
      kind: 'human',
      name,
      role,
      email: `${name}@desk.example`,
    })
    return (await desk.rooms.sessions.create({ workspaceId, agentId: id })).token
  }
  const admin = await person('ada', 'admin')
  const agent = await person('ben', 'agent')

  const as =
    (token: string) =>
    (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      desk.call(method, `/api/v1${path}`, { token, headers, ...(method !== 'GET' && { body: body ?? {} }) })

  /** The administrator of a workspace beside this one. */
  async function stranger() {
    const workspaceId = uuidv7()
    await desk.db.query(`insert into workspaces (id, name) values ($1, 'Other')`, [workspaceId])
    return { workspaceId, call: as(await person('eve', 'owner', workspaceId)) }
  }

  const call = as(admin)
  /** A published article. */
  async function publish(title: string, more: object = {}): Promise<AdminArticle> {
    const made = await call('POST', '/articles', { title, body: `All about ${title}.`, ...more })
    const { body } = await call('POST', `/articles/${made.body.article?.id}/publish`, {})
    return body.article
  }

  /** What a customer gets on a site. */
  const customer = (path: string, site = desk.site.key, headers: Record<string, string> = {}) =>
    desk.call('GET', `/support/widget${path}${path.includes('?') ? '&' : '?'}site=${site}`, { headers })

  return { desk, admin: call, agent: as(agent), as, person, stranger, publish, customer }
}
