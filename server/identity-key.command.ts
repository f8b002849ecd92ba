// `npm run identity-key -- create|list|revoke [--site K]`: the keys a site's own system signs its customers' tokens with,
// also while the server is running. A secret is printed when it is made and never again.

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { IdentityAlgorithm } from '../sdk/protocol/identity.ts'
import { createAudit } from './accounts/audit.service.ts'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { createContacts } from './contacts/contact.service.ts'
import { createIdentities } from './contacts/identity.service.ts'
import { createVisitorSessions } from './contacts/visitor-session.service.ts'
import { createConversationMove } from './conversations/conversation-move.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import { connectDatabase, type Database } from './platform/database/database.ts'
import { OperatorError } from './platform/operator-error.ts'
import { createIdentityKeys } from './sites/identity-key.service.ts'
import { createSites, type Site } from './sites/site.service.ts'

const USAGE = `Usage: npm run identity-key -- create [--site K] [--algorithm EdDSA --public-key FILE]
       npm run identity-key -- list [--site K]
       npm run identity-key -- revoke <key id> [--site K]`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        algorithm: { type: 'string' },
        'public-key': { type: 'string' },
      },
    })
    const { algorithm = 'HS256' } = values
    if (algorithm !== 'HS256' && algorithm !== 'EdDSA')
      throw new OperatorError('--algorithm takes HS256 or EdDSA.')
    return {
      action: positionals[0],
      id: positionals[1],
      site: values.site,
      algorithm: algorithm as IdentityAlgorithm,
      file: values['public-key'],
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

/** A JWK, or else PEM. */
async function readPublicKey(file: string): Promise<string | Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new OperatorError(`${file} could not be read: ${error.message}`)
  })
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** What an owner pastes into their own server; the key comes from where they keep their secrets. */
const snippet = (kid: string, algorithm: IdentityAlgorithm, site: string): string => `
  // npm install jose
  import { ${algorithm === 'EdDSA' ? 'importPKCS8, ' : ''}SignJWT } from 'jose'

  const key = ${
    algorithm === 'EdDSA'
      ? "await importPKCS8(process.env.DESKBELL_PRIVATE_KEY, 'EdDSA')"
      : 'new TextEncoder().encode(process.env.DESKBELL_SECRET)'
  }
  export const identityToken = (user) =>
    new SignJWT({ name: user.name, email: user.email, email_verified: true })
      .setProtectedHeader({ alg: '${algorithm}', kid: '${kid}' })
      .setSubject(String(user.id))
      .setAudience('${site}')
      .setExpirationTime('10m')
      .sign(key)

  // In the page: Deskbell('identify', () => fetch('/identity-token').then((answer) => answer.text()))
`

async function chooseSite(db: Database, key: string | undefined): Promise<Site> {
  const workspace = await createWorkspaces({ db }).first()
  if (!workspace) throw new OperatorError('There is no site yet: start Deskbell once first.')
  const sites = (await createSites({ db }).list(workspace.id)).filter(
    (site) => key === undefined || site.key === key,
  )
  if (sites.length === 0) throw new OperatorError(`There is no site with the key ${key}.`)
  if (sites.length > 1) throw new OperatorError('There are several sites: choose one with --site.')
  return sites[0]!
}

async function run(db: Database): Promise<number> {
  const { action, id = '', site: key, algorithm, file } = readArguments()
  if (action !== 'create' && action !== 'list' && action !== 'revoke') throw new OperatorError(USAGE)
  const site = await chooseSite(db, key)
  const keys = createIdentityKeys({ db })
  const record = (done: 'created' | 'revoked', data: object) =>
    createAudit({ db }).record({
      workspaceId: site.workspaceId,
      agentId: null,
      action: `identity_key.${done}`,
      data: { site: site.key, by: 'command line', ...data },
    })
  if (action === 'list') {
    for (const { id, algorithm, state, created_at, last_used_at } of await keys.list(site))
      console.log(
        `  ${id}  ${algorithm}  ${state}  created ${created_at}  ${last_used_at ? `last used ${last_used_at}` : 'never used'}`,
      )
  } else if (action === 'create') {
    const public_key = file === undefined ? undefined : await readPublicKey(file)
    const made = await keys.create(site, { algorithm, public_key }, null)
    await record('created', { kid: made.key.id, algorithm })
    console.log(`\n  Key id   ${made.key.id}`)
    if (made.secret) console.log(`  Secret   ${made.secret}   (shown this once: keep it on your server)`)
    console.log(snippet(made.key.id, algorithm, site.key))
  } else {
    if (!UUID.test(id)) throw new OperatorError(`Name the key by its id.\n${USAGE}`)
    const bus = createInProcessBus({ onError: () => {} })
    const visitorSessions = createVisitorSessions({ db, bus, contacts: createContacts({ db, bus }) })
    const moveConversations = createConversationMove({ db })
    await createIdentities({ db, bus, keys, visitorSessions, moveConversations }).revokeKey(site, id)
    await record('revoked', { kid: id })
    console.log(`  ${id} signs no more; who it let in is signed out within minutes.`)
  }
  return 0
}

await runCommandLine(() =>
  withDatabaseUrl(async (url) => {
    const db = connectDatabase({ url, pool: 2 })
    try {
      return await run(db)
    } finally {
      await db.close()
    }
  }),
)
