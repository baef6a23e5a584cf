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
import { getTeam } from '#server/volunteering/organisations/get-team'
import { joinTeamByCode } from '#server/volunteering/organisations/join-team-by-code'
import { listManagedTeams } from '#server/volunteering/organisations/list-managed-teams'
import { listOrganisations } from '#server/volunteering/organisations/list-organisations'
import { removeTeamMember } from '#server/volunteering/organisations/remove-team-member'
import { renewTeamCode } from '#server/volunteering/organisations/renew-team-code'
import { retireOrganisation } from '#server/volunteering/organisations/retire-organisation'
import { saveOrganisation } from '#server/volunteering/organisations/save-organisation'
import { saveTeam } from '#server/volunteering/organisations/save-team'
import { setTeamLeader } from '#server/volunteering/organisations/set-team-leader'
import { verifyOrganisation } from '#server/volunteering/organisations/verify-organisation'
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

/** Every operation of `volunteering`, by its name in the contract. */
export const volunteering = {
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
  getTeam,
  issueCertificate,
  joinShift,
  joinTeam,
  joinTeamByCode,
  leaveShift,
  leaveVolunteering,
  listActivities,
  listAppeals,
  listManagedActivities,
  listManagedTeams,
  listMyCertificates,
  listMyShifts,
  listOrganisations,
  listProposedHours,
  listTeams,
  publishActivity,
  removeTeamMember,
  renewTeamCode,
  respondToOffer,
  retireOrganisation,
  returnActivity,
  reverseHours,
  revokeCertificate,
  saveActivity,
  saveMyProfile,
  saveOrganisation,
  saveShift,
  saveTeam,
  scanVolunteer,
  setTeamLeader,
  settleActivity,
  submitActivity,
  syncScans,
  verifyAttendance,
  verifyCertificate,
  verifyOrganisation
}
