import { volunteering as contract } from '#contract/volunteering'
import { command } from '#server/operation'
import { refuse } from '#server/refusal'
import { isCityOffice } from '#server/volunteering/activities/volunteering-rights-rules'
import { readCode } from '#server/volunteering/certificates/certificate-rules'
import { findCertificate, revokeCertificateRow } from '#server/volunteering/certificates/certificate-store'

/** The city office takes a certificate back, once, for a reason the public page shows. */
export const revokeCertificate = command(contract.revokeCertificate, async ({ input, caller, writing, city, now }) => {
  if (!isCityOffice(caller, city)) refuse('not-found')
  const code = readCode(input.code) ?? refuse('not-found')
  if (!(await findCertificate(writing, code))) refuse('not-found')
  if (!(await revokeCertificateRow(writing, code, input.reason, now))) refuse('already-done')
  return { code }
})
