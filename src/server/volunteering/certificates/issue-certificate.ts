import { randomBytes } from 'node:crypto'
import { volunteering as contract } from '#contract/volunteering'
import { businessDateOf, startOfBusinessDate } from '#server/business-date'
import type { City } from '#server/city'
import type { Reading, Writing } from '#server/database/database'
import { command } from '#server/operation'
import { refuse, refuseInput } from '#server/refusal'
import type { CertificateKeys } from '#server/volunteering/certificates/certificate-keys'
import {
  ACTIVITIES_LISTED_MAX,
  CERTIFICATES_PER_DAY_MAX,
  CODE_BYTES,
  codeOf,
  type Statement
} from '#server/volunteering/certificates/certificate-rules'
import { nameDigestOf, signStatement } from '#server/volunteering/certificates/certificate-signing'
import {
  countIssuedSince,
  insertCertificate,
  lockCertificates,
  supersedeEarlier
} from '#server/volunteering/certificates/certificate-store'
import { chainHead, finalActivitiesOf, finalMinutesOf } from '#server/volunteering/hours/hour-store'
import { maskName } from '#server/volunteering/volunteers/name-rules'

/** A code that is taken is drawn again; among 10¹² a month the third draw never comes. */
const DRAWS_MAX = 5

async function checkLimit(reading: Reading, personId: string, now: Date): Promise<void> {
  const today = startOfBusinessDate(businessDateOf(now))
  if ((await countIssuedSince(reading, personId, today)) < CERTIFICATES_PER_DAY_MAX) return
  refuse('too-many', { retryAt: new Date(today.getTime() + 86_400_000).toISOString() })
}

const cityNameOf = (city: City) => city.places.areas.find(area => area.kind === 'city')?.name ?? ''

interface Issued {
  personId: string
  content: Omit<Statement, 'kind' | 'version' | 'code'>
  name: { trueName: string; nameSalt: string } | undefined
  keys: CertificateKeys
  now: Date
}

/** Signs and keeps the statement under a fresh code. */
async function issue(writing: Writing, { personId, content, name, keys, now }: Issued): Promise<string> {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const code = codeOf(content.issuedOn, randomBytes(CODE_BYTES))
    const signed = signStatement({ kind: 'volunteer-service-certificate', version: 2, code, ...content }, keys)
    const row = { code, personId, fromDate: content.from, toDate: content.to, issuedAt: now, ...name, ...signed }
    if (await insertCertificate(writing, row)) return code
  }
  throw new Error('no free certificate code was found')
}

/**
 * 志愿服务记录证明 (志愿服务条例 Art. 19, 《志愿服务记录与证明出具办法》): the caller's final minutes of a period by grade and activity, signed; the
 * earlier one of the same period gives way.
 */
export const issueCertificate = command(contract.issueCertificate, async asked => {
  const { input, caller, writing, city, documents, certificateKeys: keys, now } = asked
  const { from, to } = input
  if (from > to) refuseInput('to', 'not before `from`')
  if (to > businessDateOf(now)) refuseInput('to', 'not after today')
  const { personId } = caller
  await lockCertificates(writing, personId)
  await checkLimit(writing, personId, now)
  const { minutes, byGrade, activityCount } = await finalMinutesOf(writing, personId, from, to)
  if (minutes <= 0) refuse('nothing-to-certify')
  const { trueName } = input
  const name = trueName === undefined ? undefined : { trueName, nameSalt: randomBytes(16).toString('base64url') }
  const content = {
    ...(name && { nameDigest: nameDigestOf(name.trueName, name.nameSalt) }),
    activities: await finalActivitiesOf(writing, personId, { from, to, limit: ACTIVITIES_LISTED_MAX }),
    ...{ maskedName: maskName(trueName ?? caller.displayName), from, to, minutes, byGrade, activityCount },
    ...{ issuer: cityNameOf(city), issuedOn: businessDateOf(now), chain: await chainHead(writing) }
  }
  const code = await issue(writing, { personId, content, name, keys, now })
  await supersedeEarlier(writing, { code, personId, from, to })
  return {
    code,
    pdfUrl: documents.addressOf(`certificate/${code}.pdf`, { viewerId: personId, now }),
    verifyUrl: documents.verifyUrlOf(code)
  }
})
