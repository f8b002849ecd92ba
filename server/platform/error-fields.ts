// An error as the log may show it: what and where, never the values it was about.

/** A database error carries its statement's bound values; they are customers' words and stay out. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = (error as { code?: unknown; parent?: { code?: unknown } }).code
  const state = (error as { parent?: { code?: unknown } }).parent?.code
  return {
    name,
    message,
    stack,
    ...((code ?? state) !== undefined && { code: code ?? state }),
    ...(cause instanceof Error && { cause: errorFields(cause) }),
  }
}
