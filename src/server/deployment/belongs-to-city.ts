import type { Reading } from '#server/database/database'
import { findDeployment, hasPeopleOfWeChat } from '#server/deployment/deployment-store'

/** Whether a city was served from this database, by this version or an earlier one. The demo lets anybody be anybody and never opens it. */
export const belongsToCity = async (reading: Reading): Promise<boolean> =>
  (await findDeployment(reading))?.identity === 'wx-login' || hasPeopleOfWeChat(reading)
