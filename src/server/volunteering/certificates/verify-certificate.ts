import { volunteering as contract } from '#contract/volunteering'
import { openQuery } from '#server/operation'
import { refuse } from '#server/refusal'
import { verifiedCertificate } from '#server/volunteering/certificates/verified-certificate'

/** What stands behind a code, for anybody who holds one; the page `/verify/<code>` says the same in words. */
export const verifyCertificate = openQuery(contract.verifyCertificate, async ({ input, reading, certificateKeys }) => {
  const { certificate, isAuthentic, row } = (await verifiedCertificate(reading, certificateKeys, input.code)) ?? refuse('not-found')
  return { ...certificate, isAuthentic, keyId: row.keyId }
})
