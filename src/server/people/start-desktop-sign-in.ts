import { toString as drawQrCode } from 'qrcode'
import { v7 as newId } from 'uuid'
import { people as contract } from '#contract/people'
import { openCommand } from '#server/operation'
import { DESKTOP_SIGN_IN_MINUTES, digestOfSecret, newDesktopSecrets } from '#server/people/desktop-sign-in'
import { addDesktopSignIn } from '#server/people/person-store'

export const startDesktopSignIn = openCommand(contract.startDesktopSignIn, async ({ writing, now }) => {
  const ticket = newId()
  const { secret, shortCode } = newDesktopSecrets()
  const expiresAt = new Date(now.getTime() + DESKTOP_SIGN_IN_MINUTES * 60_000)
  await addDesktopSignIn(writing, { ticket, shortCode, secretDigest: digestOfSecret(secret), expiresAt })
  const qrSvg = await drawQrCode(`tongchuang:sign-in:${shortCode}`, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return { ticket, secret, shortCode, qrSvg, expiresAt: expiresAt.toISOString() }
})
