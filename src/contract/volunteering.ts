import { onSiteOperations, planningOperations } from '#contract/volunteering-organising'
import { organisationOperations } from '#contract/volunteering-organisations'
import { residentOperations } from '#contract/volunteering-residents'
import { settlingOperations } from '#contract/volunteering-settling'

/** Finding, joining, proving, settling and certifying volunteer service. */
export const volunteering = {
  ...residentOperations,
  ...planningOperations,
  ...onSiteOperations,
  ...organisationOperations,
  ...settlingOperations
}
