import { people as contract } from '#contract/people'
import { query } from '#server/operation'
import { listConsents } from '#server/people/person-store'
import { exportHoldsOf } from '#server/points/hold-store'
import { exportLotsOf } from '#server/points/lots/lot-store'
import { exportAdjustmentsOf } from '#server/points/office/adjustment-store'
import { listLinesOfPerson } from '#server/points/points-store'
import { findBoardChoice } from '#server/points/community/board-store'
import { exportRedemptionsOf } from '#server/points/rewards/redemption-store'
import { exportFieldingOf } from '#server/quizzes/fielding/interview-store'
import { exportLearningOf } from '#server/quizzes/learning/learner-store'
import { exportPhotosOf, exportReportsOf } from '#server/reports/report-people-store'
import { exportVolunteeringOf } from '#server/volunteering/sign-ups/my-sign-ups-store'
import { exportCertificatesOf } from '#server/volunteering/certificates/certificate-store'
import { exportServiceOf } from '#server/volunteering/hours/hour-people-store'

/** Everything kept about the caller, readable and complete: who they are, what they agreed to, sent, followed and earned. */
export const exportMyData = query(contract.exportMyData, async ({ caller, reading, addresses, now }) => ({
  exportedAt: now.toISOString(),
  document: {
    person: { personId: caller.personId, displayName: caller.displayName, grants: caller.grants },
    consents: (await listConsents(reading, caller.personId)).map(row => ({
      policyVersion: row.policyVersion,
      at: row.givenAt.toISOString()
    })),
    reports: await exportReportsOf(reading, caller.personId),
    // The addresses open for about an hour, for this person alone.
    photos: (await exportPhotosOf(reading, caller.personId)).map(photo => ({
      ...photo,
      address: addresses.addressOf(photo.photoId, 'photo', { now, viewerId: caller.personId })
    })),
    learning: await exportLearningOf(reading, caller.personId, now),
    fielding: await exportFieldingOf(reading, caller.personId),
    certificates: await exportCertificatesOf(reading, caller.personId),
    service: await exportServiceOf(reading, caller.personId),
    redemptions: await exportRedemptionsOf(reading, caller.personId),
    board: (await findBoardChoice(reading, caller.personId)) ?? null,
    points: await listLinesOfPerson(reading, caller.personId),
    pointLots: await exportLotsOf(reading, caller.personId),
    pointHolds: await exportHoldsOf(reading, caller.personId),
    pointAdjustments: await exportAdjustmentsOf(reading, caller.personId),
    volunteering: await exportVolunteeringOf(reading, caller.personId)
  }
}))
