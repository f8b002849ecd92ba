// Which addresses the server may connect to on somebody else's word: those of the public internet, and what the
// operator has opened. Knows no names; they are resolved before they are judged.

import { BlockList, isIP, isIPv6 } from 'node:net'

/** IANA's special-purpose registry (RFC 6890), multicast, what is reserved, and a cloud's metadata on a public address. */
const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
]
/** Of IPv6 only global unicast is open at all (RFC 4291 §2.4), which leaves out loopback, link-local, ULA and NAT64. */
const OPEN_V6 = ['2000::/3']
/** And of that neither tunnels, which lead to an IPv4 address nobody has looked at, nor documentation. */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address, bits] = range.split('/') as [string, string | undefined]
    const type = isIPv6(address) ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits ?? (type === 'ipv6' ? 128 : 32)), type)
  }
  return list
}

/** An address, or a range in CIDR notation. */
export function isAddressRange(text: string): boolean {
  const match = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text)
  const version = isIP(match?.[1] ?? '')
  return version !== 0 && (match![2] === undefined || Number(match![2]) <= (version === 6 ? 128 : 32))
}

/** `::ffff:7f00:1` → `127.0.0.1`; any other address as it is. */
function unmapped(address: string): string {
  if (!isIPv6(address)) return address
  // The one form of it all spellings come to.
  const normal = new URL(`http://[${address.split('%', 1)[0]}]`).hostname.slice(1, -1)
  const parts = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(normal)
  if (!parts) return normal
  const [high, low] = [Number.parseInt(parts[1]!, 16), Number.parseInt(parts[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** @param opened ranges the operator vouches for, in CIDR notation */
export function createAddressRule(opened: readonly string[] = []) {
  const vouchedFor = listOf(opened)
  const closedV4 = listOf(CLOSED_V4)
  const openV6 = listOf(OPEN_V6)
  const closedV6 = listOf(CLOSED_V6)
  const typeOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

  const isVouchedFor = (given: string): boolean => {
    const address = unmapped(given)
    return vouchedFor.check(address, typeOf(address))
  }

  return {
    /** The operator has opened it, with all its ports. */
    isVouchedFor,
    isOpen(given: string): boolean {
      if (isIP(given) === 0) return false
      const address = unmapped(given)
      if (isVouchedFor(address)) return true
      return isIPv6(address)
        ? openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
        : !closedV4.check(address, 'ipv4')
    },
  }
}

export type AddressRule = ReturnType<typeof createAddressRule>
