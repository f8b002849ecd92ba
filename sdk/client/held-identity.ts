// Whom a page's token names, read without checking it: only to compare with whom this browser held last.

export interface HeldIdentity {
  /** The customer's id in the owner's system. */
  sub: string
  /** All that is claimed of them; another text means that there is something new to tell the server. */
  claims: string
}

/** What is no token names nobody we know; the server says what is wrong with it. */
export function holderOf(jwt: string): HeldIdentity {
  try {
    const text = atob(jwt.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))
    // Times and numbers of the token itself change with each one.
    const { iat, exp, nbf, jti, ...claims } = JSON.parse(text)
    return { sub: String(claims.sub), claims: JSON.stringify(claims) }
  } catch {
    return { sub: '', claims: '' }
  }
}
