import type { AnyProcedure } from '@orpc/server'
import { claimDesktopSignIn } from '#server/people/claim-desktop-sign-in'
import { confirmDesktopSignIn } from '#server/people/confirm-desktop-sign-in'
import { deleteMyAccount } from '#server/people/delete-my-account'
import { exportMyData } from '#server/people/export-my-data'
import { findPeople } from '#server/people/find-people'
import { getMe } from '#server/people/get-me'
import { giveConsent } from '#server/people/give-consent'
import { grantRole } from '#server/people/grant-role'
import { listStaff } from '#server/people/list-staff'
import { renameMe } from '#server/people/rename-me'
import { revokeRole } from '#server/people/revoke-role'
import { signInDemo } from '#server/people/sign-in-demo'
import { signInWeChat } from '#server/people/sign-in-wechat'
import { startDesktopSignIn } from '#server/people/start-desktop-sign-in'
import { getUnit } from '#server/places/get-unit'
import { importAreas } from '#server/places/import-areas'
import { listAreas } from '#server/places/list-areas'
import { listShapes } from '#server/places/list-shapes'
import { listUnits } from '#server/places/list-units'
import { locatePoint } from '#server/places/locate-point'
import { saveUnit } from '#server/places/save-unit'
import { getMyPoints } from '#server/points/get-my-points'
import { askSuspension } from '#server/reports/ask-suspension'
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
import { saveCalendarDays } from '#server/reports/save-calendar-days'
import { saveCategory } from '#server/reports/save-category'
import { saveRoutingRule } from '#server/reports/save-routing-rule'
import { submitReport } from '#server/reports/submit-report'
import { unpublishReport } from '#server/reports/unpublish-report'

/** What the product can be asked, by noun. The shape is that of `contract/api.ts`; a test holds the two together. */
export const implemented: Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>> = {
  people: {
    claimDesktopSignIn,
    confirmDesktopSignIn,
    deleteMyAccount,
    exportMyData,
    findPeople,
    getMe,
    giveConsent,
    grantRole,
    listStaff,
    renameMe,
    revokeRole,
    signInDemo,
    signInWeChat,
    startDesktopSignIn
  },
  places: { getUnit, importAreas, listAreas, listShapes, listUnits, locatePoint, saveUnit },
  points: { getMyPoints },
  reports: {
    askSuspension,
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
    saveCalendarDays,
    saveCategory,
    saveRoutingRule,
    submitReport,
    unpublishReport
  }
}

/** `<noun>/<operation>` → procedure: what dispatch looks up. */
export const operations: Readonly<Record<string, AnyProcedure>> = Object.fromEntries(
  Object.entries(implemented).flatMap(([noun, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => [`${noun}/${name}`, procedure])
  )
)
