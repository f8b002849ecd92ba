// The variables as people read them: the README's table and .env.example, both made from the schema.

import * as z from 'zod'
import { ENVIRONMENT } from './config.ts'

const variables = () =>
  Object.entries(ENVIRONMENT.shape).map(([name, schema]) => {
    const { description = '' } = schema
    const preset = schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : ''
    return { name, description, preset }
  })

/** A Markdown table, a row a variable. */
export function environmentTable(): string {
  const rows = variables().map(
    ({ name, description, preset }) => `| \`${name}\` | ${preset && `\`${preset}\``} | ${description} |`,
  )
  return ['| variable | default | what it does |', '|---|---|---|', ...rows].join('\n')
}

/** Every variable, commented out, at its default. */
export function environmentExample(): string {
  const entries = variables().map(
    ({ name, description, preset }) => `# ${description.replaceAll('`', '')}\n# ${name}=${preset}`,
  )
  return [
    '# What can be set; nothing has to be. Copy to .env and take the mark off the lines you need.',
    ...entries,
    '',
  ].join('\n\n')
}
