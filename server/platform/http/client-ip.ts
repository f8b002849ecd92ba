// The address a limit counts by. One household or phone holds a whole IPv6 /64, so that is what counts there.

import { isIPv6 } from 'node:net'

/** Expands an IPv6 address to its first four groups; IPv4 in IPv6 becomes plain IPv4. */
export function clientIp(address: string | undefined): string {
  if (!address) return 'unknown'
  const plain = address.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (mapped) return mapped[1]!
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  const full = [...groups, ...zeros, ...rest].slice(0, 4)
  return `${full.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
