import { cleaningSubjects } from '#server/demo/scenes/subjects/cleaning'
import { facilitySubjects } from '#server/demo/scenes/subjects/facilities'
import { greenAndHomeSubjects } from '#server/demo/scenes/subjects/greens-and-homes'
import { parkingSubjects } from '#server/demo/scenes/subjects/parking'
import type { Subject } from '#server/demo/scenes/subjects/subject'
import { conductSubjects } from '#server/demo/scenes/subjects/conduct'
import { tradingSubjects } from '#server/demo/scenes/subjects/trading'
import { wallSubjects } from '#server/demo/scenes/subjects/walls-and-piles'
import { anythingElse, otherSubjects } from '#server/demo/scenes/subjects/works-and-others'

const subjects: Readonly<Record<string, Subject>> = {
  ...cleaningSubjects,
  ...wallSubjects,
  ...parkingSubjects,
  ...tradingSubjects,
  ...conductSubjects,
  ...facilitySubjects,
  ...greenAndHomeSubjects,
  ...otherSubjects
}

/** Codes of categories.csv that have a picture of their own. */
export const drawnCategoryCodes = Object.keys(subjects)

export const subjectOf = (categoryCode: string): Subject => subjects[categoryCode] ?? anythingElse
