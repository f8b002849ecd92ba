// Keys, tokens and passwords: they are nobody's answer, wherever they came from.

const SECRETS: readonly RegExp[] = [
  /\bsk-[A-Za-z0-9_-]{8,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bglpat-[A-Za-z0-9_-]{16,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bwhsec_[A-Za-z0-9+/=]{16,}/,
  /\b(?:rk|pk|sk)_(?:live|test)_[A-Za-z0-9]{8,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\./,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)/,
  /\bpostgres(?:ql)?:\/\/[^\s:@]+:[^\s@]+@/i,
  /\b(?:password|passwort|api[ _-]?key|secret|token)\b\s*(?:is|=|:)\s*["'`]?(?=\S*\d)[^\s"'`]{8,}/i,
  // Long runs of hexadecimal or base64 with both letters and digits.
  /\b(?=[a-f0-9]*\d)(?=[a-f0-9]*[a-f])[a-f0-9]{32,}\b/i,
  /\b(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z0-9+/_-]{40,}={0,2}/,
]

export const holdsSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text))
