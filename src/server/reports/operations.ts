import { askSuspension } from '#server/reports/ask-suspension'
import { correctReport } from '#server/reports/correct-report'
import { countWork } from '#server/reports/count-work'
import { declineSuspension } from '#server/reports/decline-suspension'
import { dispatchReports } from '#server/reports/dispatch-reports'
import { findSimilarReports } from '#server/reports/find-similar-reports'
import { followReport } from '#server/reports/follow-report'
import { getReport } from '#server/reports/get-report'
import { listCalendarDays } from '#server/reports/list-calendar-days'
import { listCategories } from '#server/reports/list-categories'
import { listMyReports } from '#server/reports/list-my-reports'
import { listPublishedReports } from '#server/reports/list-published-reports'
import { listReportsOnMap } from '#server/reports/list-reports-on-map'
import { listRoutingRules } from '#server/reports/list-routing-rules'
import { listWork } from '#server/reports/list-work'
import { moveReport } from '#server/reports/move-report'
import { publishReport } from '#server/reports/publish-report'
import { rankUnits } from '#server/reports/rank-units'
import { rateReport } from '#server/reports/rate-report'
import { removeCalendarDays } from '#server/reports/remove-calendar-days'
import { saveCalendarDays } from '#server/reports/save-calendar-days'
import { keepCategory } from '#server/reports/keep-category'
import { listRetiredCategories } from '#server/reports/list-retired-categories'
import { retireCategory } from '#server/reports/retire-category'
import { saveCategory } from '#server/reports/save-category'
import { saveRoutingRule } from '#server/reports/save-routing-rule'
import { submitReport } from '#server/reports/submit-report'
import { unpublishReport } from '#server/reports/unpublish-report'

/** Every operation of `reports`, by its name in the contract. */
export const reports = {
  askSuspension,
  correctReport,
  countWork,
  declineSuspension,
  dispatchReports,
  findSimilarReports,
  followReport,
  getReport,
  listCalendarDays,
  listCategories,
  listMyReports,
  listPublishedReports,
  listReportsOnMap,
  listRoutingRules,
  listWork,
  moveReport,
  publishReport,
  rankUnits,
  rateReport,
  removeCalendarDays,
  saveCalendarDays,
  keepCategory,
  listRetiredCategories,
  retireCategory,
  saveCategory,
  saveRoutingRule,
  submitReport,
  unpublishReport
}
