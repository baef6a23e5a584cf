import { volunteering as contract } from '#contract/volunteering'
import { query } from '#server/operation'
import { readStatement } from '#server/volunteering/certificates/certificate-rules'
import { listCertificatesOf } from '#server/volunteering/certificates/certificate-store'
import { certificateOf } from '#server/volunteering/certificates/verified-certificate'

/** The caller's certificates, whatever became of them, with fresh addresses. */
export const listMyCertificates = query(contract.listMyCertificates, async ({ caller, reading, documents, now }) => {
  const rows = await listCertificatesOf(reading, caller.personId)
  return {
    certificates: rows.map(row => ({
      ...certificateOf(row, readStatement(row.statement)),
      pdfUrl: documents.addressOf(`certificate/${row.code}.pdf`, { viewerId: caller.personId, now }),
      verifyUrl: documents.verifyUrlOf(row.code)
    }))
  }
})
