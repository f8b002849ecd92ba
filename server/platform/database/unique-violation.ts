// Whether a statement failed because what it wrote is there already.

/** PostgreSQL's SQLSTATE. */
const UNIQUE_VIOLATION = '23505'

export function isUniqueViolation(error: unknown): boolean {
  const { original, code } = error as { original?: { code?: string }; code?: string }
  return (original?.code ?? code) === UNIQUE_VIOLATION
}
