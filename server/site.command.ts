// `npm run site -- [--name N] [--origin O]… [--colour #rrggbb]`: shows the sites with the tag to paste, and sets what
// is given, also while the server is running. Until the console has settings of its own, this is where they are.

import { parseArgs } from 'node:util'
import { createWorkspaces } from './accounts/workspace.service.ts'
import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { connectDatabase } from './platform/database/database.ts'
import { OperatorError } from './platform/operator-error.ts'
import { createSites, type Site } from './sites/site.service.ts'

const USAGE =
  'Usage: npm run site -- [--key K] [--name N] [--origin https://shop.example]… [--colour #0a5e4b] [--locale en] [--greeting G]'

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        key: { type: 'string' },
        name: { type: 'string' },
        origin: { type: 'string', multiple: true },
        colour: { type: 'string' },
        locale: { type: 'string' },
        greeting: { type: 'string' },
      },
    })
    if (values.colour !== undefined && !/^#[0-9a-f]{6}$/i.test(values.colour))
      throw new OperatorError('--colour takes six digits after a #, such as #0a5e4b.')
    return values
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

function show(site: Site, publicUrl: string): void {
  const origins = site.allowedOrigins.join(', ') || 'pages on localhost only; add yours with --origin'
  console.log(
    [
      '',
      `  ${site.name}`,
      `  Origins  ${origins}`,
      `  Colour   ${site.appearance.light.solid}`,
      `  Tag      <script src="${publicUrl}/support/widget/embed.js" data-site="${site.key}" async></script>`,
      '',
    ].join('\n'),
  )
}

async function main(): Promise<number> {
  const { key, name, origin, colour, locale, greeting } = readArguments()
  const change = {
    ...(name !== undefined && { name }),
    ...(origin !== undefined && { allowedOrigins: origin }),
    ...(colour !== undefined && { colour: colour.toLowerCase() }),
    ...(locale !== undefined && { locale }),
    ...(greeting !== undefined && { greeting }),
  }
  return withDatabaseUrl(async (url, { publicUrl }) => {
    const db = connectDatabase({ url, pool: 2 })
    try {
      const sites = createSites({ db })
      const workspace = await createWorkspaces({ db }).first()
      if (!workspace) throw new OperatorError('There is no site yet: start Deskbell once first.')
      const chosen = (await sites.list(workspace.id)).filter((site) => key === undefined || site.key === key)
      if (chosen.length === 0) throw new OperatorError(`There is no site with the key ${key}.`)
      if (Object.keys(change).length === 0) for (const site of chosen) show(site, publicUrl)
      else if (chosen.length > 1) throw new OperatorError('There are several sites: choose one with --key.')
      else show(await sites.update(chosen[0]!, change), publicUrl)
      return 0
    } finally {
      await db.close()
    }
  })
}

await runCommandLine(main)
