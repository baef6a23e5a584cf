import Taro from '@tarojs/taro'
import { deployment } from '#app/platform/deployment'

/** Only WeChat sends reminders, and only where the deployment has a template for them. */
export const canAskForReminder = process.env.TARO_ENV === 'weapp' && deployment.reminderTemplate !== ''

/**
 * Asks whether one reminder may be sent (订阅消息 are granted one at a time). WeChat shows its question only straight from a tap:
 * after a request to the server it refuses.
 * @returns false where the person said no, or where the phone cannot be asked; nothing else changes by it.
 */
export async function askForReminder(): Promise<boolean> {
  if (!canAskForReminder) return false
  const template = deployment.reminderTemplate
  try {
    // `entityIds` is another platform's, but the types want it.
    const answer: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] })) }
    return answer[template] === 'accept'
  } catch {
    return false
  }
}
