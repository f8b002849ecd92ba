// Why a call failed, in a sentence for the agent.

import { ApiError } from '../../client/api-error.ts'

export const reasonOf = (error: unknown): string =>
  error instanceof ApiError ? (error.problem?.detail ?? error.problem?.title ?? error.message) : String(error)
