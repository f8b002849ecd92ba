// The lines a start ends with: where to go.

import type { Config } from './config.ts'
import type { Node } from './start.ts'

export interface WelcomeOptions {
  config: Config
  node: Pick<Node, 'demo' | 'adminLink' | 'databaseFolder'>
  seconds: number
}

export function welcome({ config, node, seconds }: WelcomeOptions): string {
  const { publicUrl, demo, databaseUrl, models } = config
  const named = models.map(
    ({ name, baseUrl }) => `${name} at ${baseUrl ? new URL(baseUrl).host : 'api.openai.com'}`,
  )
  const answers = models.length
    ? named.join(', else ')
    : 'quoting articles (with OPENAI_API_KEY a model writes them)'
  const rows: [string, string | null | undefined][] = [
    ['Shop', demo && `http://localhost:${demo.port}`],
    ['Console', node.demo?.loginLink ?? `${publicUrl}/console`],
    ['First login', node.adminLink && `${node.adminLink} (works once)`],
    ['Server', publicUrl],
    ['Data', databaseUrl ? databaseAt(databaseUrl) : (node.databaseFolder ?? config.dataDir)],
    ['Answers by', answers],
  ]
  const lines = rows.filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(13)}${value}`)
  const head = `  Deskbell is ready after ${seconds.toFixed(1)} s.`
  const foot = '  Ctrl-C stops it, the data stays.'
  return ['', head, '', ...lines, '', foot, ''].join('\n')
}

/** Without the password. */
function databaseAt(url: string): string {
  const { host, pathname } = new URL(url)
  return `PostgreSQL at ${host}${pathname}`
}
