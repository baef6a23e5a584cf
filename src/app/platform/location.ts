import Taro from '@tarojs/taro'
import gcoord from 'gcoord'
import type { Point } from '#contract/shapes'

/** Asking for a position ends in one of these; a no is as normal as a yes. */
export type Position = { kind: 'found'; point: Point; accuracyMetres: number } | { kind: 'refused' } | { kind: 'unavailable' }

const TIMEOUT_MILLISECONDS = 8_000
const OLDEST_MILLISECONDS = 30_000

/** WGS-84 to what WeChat's map draws (GCJ-02). Only this file and the mini-program's map know of it. */
export function toWeChatMap({ longitude, latitude }: Point): Point {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { longitude: east, latitude: north }
}

/** What WeChat's map says (GCJ-02) to WGS-84. */
export function fromWeChatMap({ longitude, latitude }: Point): Point {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
  return { longitude: east, latitude: north }
}

function positionInBrowser(): Promise<Position> {
  return new Promise(resolve => {
    // Absent where the page was not reached over HTTPS.
    if (!('geolocation' in navigator)) {
      resolve({ kind: 'unavailable' })
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({ kind: 'found', point: { longitude, latitude }, accuracyMetres: accuracy }),
      error => resolve({ kind: error.code === error.PERMISSION_DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MILLISECONDS, maximumAge: OLDEST_MILLISECONDS }
    )
  })
}

async function positionInWeChat(): Promise<Position> {
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'wgs84', isHighAccuracy: true })
    return { kind: 'found', point: { longitude, latitude }, accuracyMetres: accuracy }
  } catch (error) {
    const message = String((error as { errMsg?: string }).errMsg)
    return { kind: /auth|deny|privacy/.test(message) ? 'refused' : 'unavailable' }
  }
}

/** Where the person is, WGS-84. Asks for permission, so call it only for something the person does. */
export const getPosition = (): Promise<Position> => (process.env.TARO_ENV === 'h5' ? positionInBrowser() : positionInWeChat())

/** Whether `getPosition` would go through without asking anything. */
export async function isPositionAllowed(): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
    const { authSetting } = await Taro.getSetting()
    return authSetting['scope.userLocation'] === true
  } catch {
    return false
  }
}
