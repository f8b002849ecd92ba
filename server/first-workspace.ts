// What an empty database is filled with at the first start: the demo shop, or a bare workspace for its first administrator.

import path from 'node:path'
import type { Config } from './config.ts'
import { importFolder } from './knowledge/article-import.ts'
import { newToken } from './platform/token.ts'
import type { Rooms } from './rooms.ts'

const DAY = 24 * 60 * 60_000
const WORKDAY: [string, string][] = [['08:00', '18:00']]

/** Where the shop's peak stands in a 24 × 24 box. */
const FJORDLINE_LOGO = 'M3 18.5 9.2 6.5l4 7 2.3-3.6 5.5 8.6'

/** People of the demo; the first is who the printed link signs in. */
const DEMO_PEOPLE = [
  { name: 'Mika', email: 'mika@fjordline.example', role: 'owner', departments: ['Workshop'] },
  { name: 'Ana', email: 'ana@fjordline.example', role: 'agent', departments: ['Workshop', 'Orders'] },
  { name: 'Samir', email: 'samir@fjordline.example', role: 'agent', departments: ['Orders'] },
] as const

export interface FirstWorkspaceDeps {
  rooms: Rooms
  config: Config
  root: string
}

async function fillDemo({ rooms, config, root }: FirstWorkspaceDeps): Promise<void> {
  const { id: workspaceId } = await rooms.workspaces.create({ name: 'Fjordline' })
  const ids = new Map<string, string>()
  for (const [position, name] of ['Workshop', 'Orders'].entries())
    ids.set(name, (await rooms.departments.create({ workspaceId, name, position })).id)
  for (const { departments, ...person } of DEMO_PEOPLE) {
    const departmentIds = departments.map((name) => ids.get(name)!)
    const agent = await rooms.agents.create({ workspaceId, kind: 'human', ...person, departmentIds })
    // One nobody knows: the printed link is the way in, and the console does not ask for one to be chosen.
    await rooms.credentials.set(workspaceId, agent.id, newToken())
  }
  await rooms.agents.create({ workspaceId, kind: 'ai', name: 'Assistant' })
  const { port } = config.demo!
  await rooms.sites.create({
    workspaceId,
    key: 'fjordline',
    name: 'Fjordline',
    allowedOrigins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    colour: '#0a5e4b',
    logoPath: FJORDLINE_LOGO,
    hours: {
      time_zone: 'Europe/Oslo',
      days: { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY },
    },
  })
  await importFolder({
    articles: rooms.articles,
    categories: rooms.categoryAdmin,
    workspaceId,
    folder: path.join(root, 'demo-site/articles'),
  })
}

async function fillBare({ rooms }: FirstWorkspaceDeps): Promise<void> {
  const { id: workspaceId } = await rooms.workspaces.create({ name: 'Deskbell' })
  await rooms.departments.create({ workspaceId, name: 'Support' })
  await rooms.agents.create({ workspaceId, kind: 'human', name: 'Administrator', role: 'owner' })
  await rooms.agents.create({ workspaceId, kind: 'ai', name: 'Assistant' })
  await rooms.sites.create({ workspaceId, name: 'Support' })
}

/** Fills an empty database, never one with data; returns the links to print. */
export async function prepareWorkspace(
  deps: FirstWorkspaceDeps,
): Promise<{ demo: { loginLink: string } | null; adminLink: string | null }> {
  const { rooms, config } = deps
  if (await rooms.workspaces.isEmpty()) await (config.demo ? fillDemo(deps) : fillBare(deps))
  const workspace = (await rooms.workspaces.first())!
  const owner = (await rooms.agents.list(workspace.id)).find(
    ({ role, kind }) => role === 'owner' && kind === 'human',
  )
  if (!owner) return { demo: null, adminLink: null }
  const link = async (ttlMs: number): Promise<string> =>
    `${config.publicUrl}/console#login=${await rooms.links.create(owner.id, { ttlMs })}`
  if (config.demo) return { demo: { loginLink: await link(DAY) }, adminLink: null }
  const isNew = !(await rooms.credentials.hasPassword(workspace.id, owner.id))
  return { demo: null, adminLink: isNew ? await link(DAY) : null }
}
