import type { AnyProcedure } from '@orpc/server'
import { claimDesktopSignIn } from '#server/people/claim-desktop-sign-in'
import { confirmDesktopSignIn } from '#server/people/confirm-desktop-sign-in'
import { deleteMyAccount } from '#server/people/delete-my-account'
import { endSessionsOf } from '#server/people/end-sessions-of'
import { exportMyData } from '#server/people/export-my-data'
import { findPeople } from '#server/people/find-people'
import { getMe } from '#server/people/get-me'
import { giveConsent } from '#server/people/give-consent'
import { grantRole } from '#server/people/grant-role'
import { listStaff } from '#server/people/list-staff'
import { redeemInvitation } from '#server/people/redeem-invitation'
import { renameMe } from '#server/people/rename-me'
import { renameStaff } from '#server/people/rename-staff'
import { revokeRole } from '#server/people/revoke-role'
import { signInDemo } from '#server/people/sign-in-demo'
import { signInWeChat } from '#server/people/sign-in-wechat'
import { signOut } from '#server/people/sign-out'
import { signOutEverywhere } from '#server/people/sign-out-everywhere'
import { startDesktopSignIn } from '#server/people/start-desktop-sign-in'
import { places } from '#server/places/operations'
import { points } from '#server/points/operations'
import { quizzes } from '#server/quizzes/operations'
import { reports } from '#server/reports/operations'
import { volunteering } from '#server/volunteering/operations'

/** What the product can be asked, by noun. The shape is that of `contract/api.ts`; a test holds the two together. */
export const implemented: Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>> = {
  people: {
    claimDesktopSignIn,
    confirmDesktopSignIn,
    deleteMyAccount,
    endSessionsOf,
    exportMyData,
    findPeople,
    getMe,
    giveConsent,
    grantRole,
    listStaff,
    redeemInvitation,
    renameMe,
    renameStaff,
    revokeRole,
    signInDemo,
    signInWeChat,
    signOut,
    signOutEverywhere,
    startDesktopSignIn
  },
  places,
  points,
  quizzes,
  reports,
  volunteering
}

/** `<noun>/<operation>` → procedure: what dispatch looks up. */
export const operations: Readonly<Record<string, AnyProcedure>> = Object.fromEntries(
  Object.entries(implemented).flatMap(([noun, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => [`${noun}/${name}`, procedure])
  )
)
