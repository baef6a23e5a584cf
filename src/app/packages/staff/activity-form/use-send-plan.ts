import { useState } from 'react'
import type { Activity } from '#contract/volunteering-shapes'
import { activityFieldsOf, shiftPlansOf, type ActivityPlan } from '#app/features/organising/activity-plan-rules'
import { useAct } from '#app/features/organising/use-act'
import { staffPaths } from '#app/platform/staff-paths'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { back, replace } from '#app/platform/navigation'

/** Sends a plan: a new activity with its shifts at once, or what an activity on the server says anew. */
export function useSendPlan(plan: ActivityPlan, saved: Activity | undefined, onSent: () => void) {
  // Until the next page stands, the emptied plan is not shown as one with everything missing.
  const [isSent, setIsSent] = useState(false)
  const { isActing, fault, act } = useAct()
  const create = async (isDraft: boolean) => {
    const fields = activityFieldsOf(plan)
    if (!fields) return
    let activityId = ''
    const isDone = await act(
      async () => {
        const command = { ...fields, shifts: shiftPlansOf(plan), ...(isDraft && { isDraft }) }
        activityId = (await sendOnce('activity', command, keyed => call.volunteering.createActivity(keyed))).activityId
      },
      isDraft ? '存成草稿了' : '交上去了，等另一位同事审核'
    )
    if (!isDone) return
    setIsSent(true)
    onSent()
    replace(staffPaths.activities, { activity: activityId })
  }
  const save = async () => {
    const fields = activityFieldsOf(plan)
    if (fields && saved && (await act(() => call.volunteering.saveActivity({ activityId: saved.activityId, ...fields }), '改好了'))) back()
  }
  return { isActing, isSent, fault, send: (isDraft: boolean) => (saved ? save() : create(isDraft)) }
}
