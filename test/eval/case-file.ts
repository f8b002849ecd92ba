// The cases that ship, read from YAML. A file says once what most of its cases share.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { CaseExpectation, type CaseTurn } from '../../sdk/protocol/assistant-case.ts'
import { ActionCompleted } from '../../sdk/protocol/assistant-event.ts'
import { RunKind } from '../../sdk/protocol/assistant-run.ts'
import { AssistantSettings } from '../../sdk/protocol/assistant-settings.ts'
import { HandoffReason } from '../../sdk/protocol/conversation.ts'
import { OperatorError, reasonOf } from '../../server/platform/operator-error.ts'
import { demoArticles } from '../helpers/demo-articles.ts'

const list = <T extends z.ZodType>(entry: T) =>
  z.union([z.array(entry), entry.transform((one) => [one])]) as unknown as z.ZodType<z.output<T>[]>

const Spoken = z.union([
  z.strictObject({ customer: z.string() }),
  z.strictObject({ assistant: z.string(), cited: z.array(z.string()).optional() }),
  z.strictObject({ agent: z.string() }),
])

const shared = {
  outcome: list(RunKind),
  reasons: list(HandoffReason),
  not_reasons: list(HandoffReason),
  must_not: list(z.string().min(1)),
  locale: z.string(),
}

/** What a model may call, and what a call comes to. */
const CaseTool = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{2,63}$/),
  title: z.string().min(1),
  description: z.string().min(1),
  effect: z.enum(['read', 'write']).default('read'),
  outcome: ActionCompleted.shape.outcome.default('succeeded'),
  result: z.string(),
  /** It has been called, and the customer has not been told of it yet. */
  called: z.boolean().default(false),
})
export type CaseTool = z.output<typeof CaseTool>

const CaseEntry = z
  .strictObject({
    ...shared,
    cites: list(z.string()),
    contains: list(z.string().min(1)),
    page_url: z.string(),
    /** Names of files sent with the last message. */
    files: list(z.string()),
    settings: z.looseObject({}),
    /** Articles only the cases with articles of their own can find. */
    articles: z.array(z.strictObject({ slug: z.string(), title: z.string(), body: z.string() })),
    tools: z.array(CaseTool),
  })
  .partial()
  .extend({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    ask: z.union([z.string().transform((customer) => [{ customer }]), z.array(Spoken).min(1)]),
  })

const CaseFile = z
  .strictObject({ ...shared })
  .partial()
  .extend({ category: z.string().min(1), cases: z.array(CaseEntry).min(1) })

export interface EvalCase {
  id: string
  category: string
  turns: CaseTurn[]
  locale: string
  pageUrl: string | null
  expected: CaseExpectation
  notReasons: HandoffReason[]
  mustNot: string[]
  settings: Record<string, unknown>
  articles: { slug: string; title: string; body: string }[]
  tools: CaseTool[]
}

type Entry = z.output<typeof CaseEntry>

function turnOf(said: z.output<typeof Spoken>): CaseTurn {
  if ('customer' in said) return { by: 'customer', body: said.customer }
  if ('agent' in said) return { by: 'agent', body: said.agent }
  return { by: 'assistant', body: said.assistant, ...(said.cited && { cited: said.cited }) }
}

function turnsOf({ ask, files }: Entry): CaseTurn[] {
  const turns = ask.map(turnOf)
  const last = turns.at(-1)!
  return files ? [...turns.slice(0, -1), { ...last, files }] : turns
}

export const CASES_FOLDER = path.join(import.meta.dirname, 'cases')

async function namesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort()
  } catch (error) {
    throw new OperatorError(`${folder}: ${reasonOf(error)}.`)
  }
}

async function readCaseFile(folder: string, file: string): Promise<z.output<typeof CaseFile>> {
  const text = await readFile(path.join(folder, file), 'utf8')
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw new OperatorError(`${file}: ${(error as Error).message}`)
  }
  const read = CaseFile.safeParse(value)
  if (!read.success) throw new OperatorError(`${file}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** @throws OperatorError that names the file and what is wrong in it */
export async function readCases(folder = CASES_FOLDER): Promise<EvalCase[]> {
  const slugs = new Set((await demoArticles()).map(({ slug }) => slug))
  const files = await namesOf(folder)
  if (files.length === 0) throw new OperatorError(`${folder}: no YAML file is there.`)
  const cases: EvalCase[] = []
  for (const file of files) {
    const { cases: entries, ...common } = await readCaseFile(folder, file)
    for (const entry of entries) {
      const refuse = (what: string): never => {
        throw new OperatorError(`${file}: ${entry.id} ${what}`)
      }
      if (cases.some(({ id }) => id === entry.id)) refuse('is there twice.')
      const outcome = entry.outcome ?? common.outcome ?? refuse('says no outcome.')
      const unknown = entry.cites?.find(
        (slug) => !slugs.has(slug) && !entry.articles?.some((own) => own.slug === slug),
      )
      if (unknown) refuse(`cites "${unknown}", and there is no such article.`)
      const settings = AssistantSettings.safeParse(entry.settings ?? {})
      if (!settings.success) refuse(`has settings that are none: ${z.prettifyError(settings.error)}`)
      cases.push({
        id: entry.id,
        category: common.category,
        turns: turnsOf(entry),
        locale: entry.locale ?? common.locale ?? 'en',
        pageUrl: entry.page_url ?? null,
        expected: CaseExpectation.parse({
          outcome,
          reasons: entry.reasons ?? common.reasons,
          cites: entry.cites,
          contains: entry.contains,
        }),
        notReasons: entry.not_reasons ?? [],
        mustNot: [...(common.must_not ?? []), ...(entry.must_not ?? [])],
        settings: entry.settings ?? {},
        articles: entry.articles ?? [],
        tools: entry.tools ?? [],
      })
    }
  }
  return cases
}
