// Signing in and out, and who is here. Mounted under /api/v1, behind the console guard.

import { type Response, Router } from 'express'
import { Login, type Me, RedeemLoginLink, SetPassword } from '../../sdk/protocol/agent.ts'
import { clientIp } from '../platform/http/client-ip.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import type { RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { Agents } from './agent.service.ts'
import type { Audit } from './audit.service.ts'
import type { Credentials } from './credential.service.ts'
import type { Departments } from './department.service.ts'
import type { LoginLinks } from './login-link.service.ts'
import { agentOf, bySomebody, requireAgent } from './require-agent.ts'
import type { Sessions } from './session.service.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Workspaces } from './workspace.service.ts'

export interface AccountRoutesDeps {
  agents: Pick<Agents, 'get' | 'list'>
  audit: Audit
  cookie: SessionCookie
  credentials: Credentials
  departments: Pick<Departments, 'list'>
  limits: Pick<RateLimits, 'consumeFor' | 'reset' | 'limit'>
  links: Pick<LoginLinks, 'redeem'>
  sessions: Sessions
  workspaces: Pick<Workspaces, 'first' | 'get'>
}

export function accountRoutes(deps: AccountRoutesDeps): Router {
  const { agents, audit, cookie, credentials, departments, limits, links, sessions, workspaces } = deps
  const router = Router()
  const signedIn = requireAgent({ sessions, cookie })

  async function me(workspaceId: string, agentId: string): Promise<Me> {
    const [agent, workspace, hasPassword] = await Promise.all([
      agents.get(workspaceId, agentId),
      workspaces.get(workspaceId),
      credentials.hasPassword(workspaceId, agentId),
    ])
    if (!workspace) throw new Problem('unauthenticated')
    return { agent, workspace, needs_password: agent.kind === 'human' && !hasPassword }
  }

  async function signIn(res: Response, who: { workspaceId: string; agentId: string }): Promise<void> {
    // A new token each time: one planted before the login is worth nothing after it.
    const { token } = await sessions.create(who)
    cookie.set(res, token)
    res.json(await me(who.workspaceId, who.agentId))
  }

  router.use(function neverStored(_req, res, next) {
    res.set('Cache-Control', 'no-store')
    next()
  })

  router.post('/login', async function login(req, res) {
    const { email, password } = parse(Login, req.body)
    const account = email.toLowerCase()
    await limits.consumeFor(res, 'loginIp', clientIp(req.ip))
    await limits.consumeFor(res, 'login', account)
    const workspace = await workspaces.first()
    if (!workspace) throw new Problem('login-failed')
    const workspaceId = workspace.id
    const { agentId, matches } = await credentials.check(workspaceId, account, password)
    // Written for unknown e-mails too: an answer that comes sooner would tell who has an account.
    await audit.record({ workspaceId, agentId, action: matches ? 'login' : 'login.failed' })
    if (!matches || agentId === null) throw new Problem('login-failed')
    await limits.reset('login', account)
    await signIn(res, { workspaceId, agentId })
  })

  router.post('/login-links/redeem', limits.limit('loginIp'), async function redeemLink(req, res) {
    const { token } = parse(RedeemLoginLink, req.body)
    const who = await links.redeem(token)
    await audit.record({ ...who, action: 'login.by_link' })
    await signIn(res, who)
  })

  router.post('/logout', signedIn, bySomebody, async function logout(_req, res) {
    const { workspaceId, id, sessionId } = agentOf(res)
    await sessions.revoke(workspaceId, sessionId)
    await audit.record({ workspaceId, agentId: id, action: 'logout' })
    cookie.clear(res)
    res.json({ ok: true })
  })

  router.get('/me', signedIn, async function whoAmI(_req, res) {
    const { workspaceId, id } = agentOf(res)
    res.json(await me(workspaceId, id))
  })

  router.post('/password', signedIn, bySomebody, async function setPassword(req, res) {
    const principal = agentOf(res)
    const { workspaceId, id } = principal
    const { password, email } = parse(SetPassword, req.body)
    // A stolen session must not be enough to lock its owner out.
    if ((await credentials.hasPassword(workspaceId, id)) && !(await sessions.isFresh(principal)))
      throw new Problem('forbidden', 'Sign in again to change your password.')
    if (email === undefined && (await agents.get(workspaceId, id)).email === null) {
      const missing = { pointer: '/email', detail: 'Give an e-mail to sign in with.' }
      throw new Problem('invalid-request', missing.detail, { errors: [missing] })
    }
    await credentials.set(workspaceId, id, password, email)
    await sessions.revokeOthers(principal)
    await audit.record({ workspaceId, agentId: id, action: 'password.set' })
    res.json({ ok: true })
  })

  router.get('/agents', signedIn, async function listAgents(_req, res) {
    res.json({ agents: await agents.list(agentOf(res).workspaceId) })
  })

  router.get('/departments', signedIn, async function listDepartments(_req, res) {
    res.json({ departments: await departments.list(agentOf(res).workspaceId) })
  })

  return refuseOtherMethods(router)
}
