// The JSON schema of a tool's input: which schemas are taken, and whether an input fits one. JSON Schema 2020-12 in a
// subset without references and without patterns: nothing is fetched, and no regular expression of an owner runs on
// what a customer wrote.

import type { ValidateFunction } from 'ajv/dist/2020.js'
import { TOOL_LIMITS, type ToolParameters } from '../../../sdk/protocol/tool.ts'
import { latePackage } from '../../platform/late-package.ts'

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']
const FORMATS = ['date', 'date-time', 'email', 'time', 'uri', 'uuid'] as const

/** Keywords that hold a plain value. */
const PLAIN: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'examples',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
])

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** What is wrong with a schema, in a sentence that names the place; null: it can be used. */
export function schemaFault(parameters: ToolParameters): string | null {
  if (JSON.stringify(parameters).length > TOOL_LIMITS.schema)
    return `The schema has more than ${TOOL_LIMITS.schema} characters.`
  if (parameters.type !== 'object') return 'The schema’s type must be "object".'
  let properties = 0

  function look(schema: unknown, path: string, depth: number): string | null {
    if (typeof schema === 'boolean') return null
    if (!isObject(schema)) return `${path || 'The schema'} must be a schema.`
    if (depth > TOOL_LIMITS.depth) return `${path} lies deeper than ${TOOL_LIMITS.depth} levels.`
    for (const [keyword, value] of Object.entries(schema)) {
      const at = `${path}/${keyword}`
      const fault = lookAt(keyword, value, at, depth)
      if (fault) return fault
    }
    return null
  }

  function lookAt(keyword: string, value: unknown, at: string, depth: number): string | null {
    if (PLAIN.has(keyword)) return null
    switch (keyword) {
      case 'type':
        return [value].flat().every((type) => TYPES.includes(type as string))
          ? null
          : `${at} must be one of ${TYPES.join(', ')}.`
      case 'format':
        return (FORMATS as readonly unknown[]).includes(value)
          ? null
          : `${at} must be one of ${FORMATS.join(', ')}.`
      case 'required':
        return Array.isArray(value) && value.every((name) => typeof name === 'string')
          ? null
          : `${at} must be a list of names.`
      case 'additionalProperties':
      case 'items':
        return look(value, at, depth + 1)
      case 'anyOf':
        if (!Array.isArray(value)) return `${at} must be a list of schemas.`
        return first(value.map((one, index) => look(one, `${at}/${index}`, depth + 1)))
      case 'properties': {
        if (!isObject(value)) return `${at} must be an object.`
        const entries = Object.entries(value)
        properties += entries.length
        if (properties > TOOL_LIMITS.properties)
          return `The schema has more than ${TOOL_LIMITS.properties} properties.`
        const unfit = entries.find(([name]) => !/^\w{1,63}$/.test(name) || name === '__proto__')
        if (unfit) return `${at} has a name that is not made of letters, digits and underscores.`
        return first(entries.map(([name, one]) => look(one, `${at}/${name}`, depth + 1)))
      }
      default:
        return `${at}: this keyword is not supported.`
    }
  }

  const fault = look(parameters, '', 0)
  if (fault) return fault
  try {
    compile(parameters)
    return null
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : 'The schema is not valid.'
  }
}

const first = (faults: (string | null)[]): string | null => faults.find((fault) => fault !== null) ?? null

function compile(parameters: ToolParameters): ValidateFunction {
  // One each: it would keep every schema it has seen.
  const ajv = new (latePackage('ajv/dist/2020.js').Ajv2020)({
    strict: false,
    ownProperties: true,
    messages: true,
  })
  latePackage('ajv-formats').default(ajv, { formats: [...FORMATS], mode: 'fast' })
  const { $schema: _dialect, ...schema } = parameters
  // What the owner did not name is not let through, unless they said otherwise.
  return ajv.compile({ additionalProperties: false, ...schema })
}

/** So many compiled schemas are kept. */
const KEPT = 200

export interface CheckedInput {
  /** Null: it fits. */
  fault: string | null
  input: Record<string, unknown>
}

/** Checks what a model wrote against schemas, each compiled once. */
export function createInputCheck() {
  const kept = new Map<string, ValidateFunction>()

  function validator(parameters: ToolParameters): ValidateFunction {
    const key = JSON.stringify(parameters)
    const known = kept.get(key)
    if (known) return known
    const made = compile(parameters)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(key, made)
    return made
  }

  return function checkInput(parameters: ToolParameters, text: string): CheckedInput {
    const refused = (fault: string): CheckedInput => ({ fault, input: {} })
    if (text.length > TOOL_LIMITS.input) return refused('The input is too long.')
    let input: unknown
    try {
      input = JSON.parse(text)
    } catch {
      return refused('The input is not valid JSON.')
    }
    if (!isObject(input)) return refused('The input must be a JSON object.')
    const validate = validator(parameters)
    if (validate(input)) return { fault: null, input }
    const [error] = validate.errors ?? []
    const name = error?.params.additionalProperty ? ` ("${String(error.params.additionalProperty)}")` : ''
    return refused(
      `The input${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'}${name}.`.slice(0, 300),
    )
  }
}

export type InputCheck = ReturnType<typeof createInputCheck>

/** The schema without the fields the server fills in: what a model is shown, and held to. */
export function openParameters(
  parameters: ToolParameters,
  bound: Readonly<Record<string, unknown>>,
): ToolParameters {
  const properties = isObject(parameters.properties) ? parameters.properties : {}
  const required = Array.isArray(parameters.required) ? parameters.required : []
  return {
    ...parameters,
    properties: Object.fromEntries(
      Object.entries(properties).filter(([name]) => !Object.hasOwn(bound, name)),
    ),
    ...(required.length > 0 && { required: required.filter((name) => !Object.hasOwn(bound, name)) }),
  }
}

/** What people call the fields: their schemas' titles. */
export function inputLabels(parameters: ToolParameters): Record<string, string> {
  const properties = isObject(parameters.properties) ? parameters.properties : {}
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) =>
      isObject(schema) && typeof schema.title === 'string' ? [[name, schema.title.slice(0, 80)]] : [],
    ),
  )
}
