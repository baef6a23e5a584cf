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
import { answerWave } from '#server/quizzes/awareness/answer-wave'
import { closeWave } from '#server/quizzes/awareness/close-wave'
import { createWave } from '#server/quizzes/awareness/create-wave'
import { drawSample } from '#server/quizzes/awareness/draw-sample'
import { getWaveForm } from '#server/quizzes/awareness/get-wave-form'
import { getWaveReport } from '#server/quizzes/awareness/get-wave-report'
import { listWaves } from '#server/quizzes/awareness/list-waves'
import { logNonResponse } from '#server/quizzes/awareness/log-non-response'
import { openWave } from '#server/quizzes/awareness/open-wave'
import { suggestSample } from '#server/quizzes/awareness/suggest-sample'
import { getQuestion } from '#server/quizzes/bank/get-question'
import { listFacts } from '#server/quizzes/bank/list-facts'
import { listQuestions } from '#server/quizzes/bank/list-questions'
import { moveQuestion } from '#server/quizzes/bank/move-question'
import { saveQuestion } from '#server/quizzes/bank/save-question'
import { suspendFact } from '#server/quizzes/bank/suspend-fact'
import { exportQuestions } from '#server/quizzes/exchange/export-questions'
import { getImportTemplate } from '#server/quizzes/exchange/get-import-template'
import { importQuestions } from '#server/quizzes/exchange/import-questions'
import { answerItem } from '#server/quizzes/learning/answer-item'
import { finishAttempt } from '#server/quizzes/learning/finish-attempt'
import { getAttempt } from '#server/quizzes/learning/get-attempt'
import { getMyKnowledge } from '#server/quizzes/learning/get-my-knowledge'
import { listMyMistakes } from '#server/quizzes/learning/list-my-mistakes'
import { listTopics } from '#server/quizzes/learning/list-topics'
import { startChallenge } from '#server/quizzes/learning/start-challenge'
import { startDaily } from '#server/quizzes/learning/start-daily'
import { startMistakes } from '#server/quizzes/learning/start-mistakes'
import { startTopic } from '#server/quizzes/learning/start-topic'
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
import { addShifts } from '#server/volunteering/activities/add-shifts'
import { cancelActivity } from '#server/volunteering/activities/cancel-activity'
import { cancelShift } from '#server/volunteering/activities/cancel-shift'
import { copyActivity } from '#server/volunteering/activities/copy-activity'
import { countByDay } from '#server/volunteering/activities/count-by-day'
import { createActivity } from '#server/volunteering/activities/create-activity'
import { getActivity } from '#server/volunteering/activities/get-activity'
import { listActivities } from '#server/volunteering/activities/list-activities'
import { listManagedActivities } from '#server/volunteering/activities/list-managed-activities'
import { publishActivity } from '#server/volunteering/activities/publish-activity'
import { returnActivity } from '#server/volunteering/activities/return-activity'
import { saveActivity } from '#server/volunteering/activities/save-activity'
import { saveShift } from '#server/volunteering/activities/save-shift'
import { submitActivity } from '#server/volunteering/activities/submit-activity'
import { issueCertificate } from '#server/volunteering/certificates/issue-certificate'
import { listMyCertificates } from '#server/volunteering/certificates/list-my-certificates'
import { revokeCertificate } from '#server/volunteering/certificates/revoke-certificate'
import { verifyCertificate } from '#server/volunteering/certificates/verify-certificate'
import { approveHours } from '#server/volunteering/hours/approve-hours'
import { decideAudit } from '#server/volunteering/hours/decide-audit'
import { decideFlag } from '#server/volunteering/hours/decide-flag'
import { disputeHours } from '#server/volunteering/hours/dispute-hours'
import { enterHours } from '#server/volunteering/hours/enter-hours'
import { exportHours } from '#server/volunteering/hours/export-hours'
import { exportShift } from '#server/volunteering/hours/export-shift'
import { getIntegrityBoard } from '#server/volunteering/hours/get-integrity-board'
import { getMyHours } from '#server/volunteering/hours/get-my-hours'
import { listProposedHours } from '#server/volunteering/hours/list-proposed-hours'
import { reverseHours } from '#server/volunteering/hours/reverse-hours'
import { settleActivity } from '#server/volunteering/hours/settle-activity'
import { verifyAttendance } from '#server/volunteering/hours/verify-attendance'
import { checkIn } from '#server/volunteering/presence/check-in'
import { checkOut } from '#server/volunteering/presence/check-out'
import { confirmMidway } from '#server/volunteering/presence/confirm-midway'
import { enterHeadCount } from '#server/volunteering/presence/enter-head-count'
import { getDeskKit } from '#server/volunteering/presence/get-desk-kit'
import { getMyCode } from '#server/volunteering/presence/get-my-code'
import { getRoster } from '#server/volunteering/presence/get-roster'
import { getShiftCode } from '#server/volunteering/presence/get-shift-code'
import { scanVolunteer } from '#server/volunteering/presence/scan-volunteer'
import { syncScans } from '#server/volunteering/presence/sync-scans'
import { decideSignUp } from '#server/volunteering/sign-ups/decide-sign-up'
import { joinShift } from '#server/volunteering/sign-ups/join-shift'
import { leaveShift } from '#server/volunteering/sign-ups/leave-shift'
import { listMyShifts } from '#server/volunteering/sign-ups/list-my-shifts'
import { respondToOffer } from '#server/volunteering/sign-ups/respond-to-offer'
import { appealCoolDown } from '#server/volunteering/volunteers/appeal-cool-down'
import { decideCoolDown } from '#server/volunteering/volunteers/decide-cool-down'
import { getMyProfile } from '#server/volunteering/volunteers/get-my-profile'
import { joinTeam } from '#server/volunteering/volunteers/join-team'
import { leaveVolunteering } from '#server/volunteering/volunteers/leave-volunteering'
import { listAppeals } from '#server/volunteering/volunteers/list-appeals'
import { listTeams } from '#server/volunteering/volunteers/list-teams'
import { saveMyProfile } from '#server/volunteering/volunteers/save-my-profile'

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
  quizzes: {
    answerItem,
    answerWave,
    closeWave,
    createWave,
    drawSample,
    exportQuestions,
    finishAttempt,
    getAttempt,
    getImportTemplate,
    getMyKnowledge,
    getQuestion,
    getWaveForm,
    getWaveReport,
    importQuestions,
    listFacts,
    listMyMistakes,
    listQuestions,
    listTopics,
    listWaves,
    logNonResponse,
    moveQuestion,
    openWave,
    saveQuestion,
    startChallenge,
    startDaily,
    startMistakes,
    startTopic,
    suggestSample,
    suspendFact
  },
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
  },
  volunteering: {
    addShifts,
    appealCoolDown,
    approveHours,
    cancelActivity,
    cancelShift,
    checkIn,
    checkOut,
    confirmMidway,
    copyActivity,
    countByDay,
    createActivity,
    decideAudit,
    decideCoolDown,
    decideFlag,
    decideSignUp,
    disputeHours,
    enterHeadCount,
    enterHours,
    exportHours,
    exportShift,
    getActivity,
    getDeskKit,
    getIntegrityBoard,
    getMyCode,
    getMyHours,
    getMyProfile,
    getRoster,
    getShiftCode,
    issueCertificate,
    joinShift,
    joinTeam,
    leaveShift,
    leaveVolunteering,
    listActivities,
    listAppeals,
    listManagedActivities,
    listMyCertificates,
    listMyShifts,
    listProposedHours,
    listTeams,
    publishActivity,
    respondToOffer,
    returnActivity,
    reverseHours,
    revokeCertificate,
    saveActivity,
    saveMyProfile,
    saveShift,
    scanVolunteer,
    settleActivity,
    submitActivity,
    syncScans,
    verifyAttendance,
    verifyCertificate
  }
}

/** `<noun>/<operation>` → procedure: what dispatch looks up. */
export const operations: Readonly<Record<string, AnyProcedure>> = Object.fromEntries(
  Object.entries(implemented).flatMap(([noun, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => [`${noun}/${name}`, procedure])
  )
)
