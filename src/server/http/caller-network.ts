const GROUPS = 8
/** A household or a phone is given the whole of it. */
const NETWORK_GROUPS = 4

/** The groups on one side of `::`, or of the whole address. */
const groupsOf = (text: string) => (text === '' ? [] : text.split(':'))

/** What requests of one address are counted by: an IPv4 address itself, of an IPv6 address the network (/64, RFC 6177). */
export function networkOf(address: string): string {
  const [plain = address] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)
  if (mapped) return mapped[1] ?? plain
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const front = groupsOf(before)
  const back = after === undefined ? [] : groupsOf(after)
  const between = after === undefined ? [] : Array.from({ length: GROUPS - front.length - back.length }, () => '0')
  const network = [...front, ...between, ...back].slice(0, NETWORK_GROUPS)
  return `${network.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
