import { View } from '@tarojs/components'
import type { Activity } from '#contract/volunteering-shapes'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { planSteps, shiftPlansOf, type ActivityPlan, type PlanStep } from '#app/features/organising/activity-plan-rules'
import { spanWords } from '#app/features/organising/city-time-rules'
import { riskChoices } from '#app/words/organising'

const SHOWN_COUNT = 12

interface Props {
  plan: ActivityPlan
  faults: Record<PlanStep, string[]>
  saved?: Activity
  stepWords: Record<PlanStep, string>
  fault?: string
  onGo: (step: PlanStep) => void
}

/** What publishing asks for and is still missing, each leading to its step; then the whole once more before it is sent. */
export function CheckStep({ plan, faults, saved, stepWords, fault, onGo }: Props) {
  const missing = planSteps.filter(step => step !== 'check').flatMap(step => faults[step].map(sentence => ({ step, sentence })))
  const shifts = saved ? [] : shiftPlansOf(plan)
  return (
    <>
      {missing.length > 0 ? (
        <Section title="发布前还缺这些">
          <ListGroup>
            {missing.map(({ step, sentence }) => (
              <ListRow key={sentence} icon="alert" title={sentence} line={`去“${stepWords[step]}”`} onPress={() => onGo(step)} />
            ))}
          </ListGroup>
        </Section>
      ) : (
        <Notice tone="good" icon="done">
          {saved ? '都齐了，可以保存。' : '都齐了。交给审核后，由另一位同事看过再发布。'}
        </Notice>
      )}
      <Section title="活动">
        <ListGroup>
          <ListRow title={plan.title || '还没有名字'} line={[plan.topic, plan.meetingPlace].filter(Boolean).join(' · ')} />
          <ListRow title={`风险${riskChoices[plan.riskLevel]?.word ?? ''}`} line={plan.riskNote || undefined} />
          <ListRow title={plan.needsApproval ? '报名要你同意' : '报名即确认'} />
        </ListGroup>
      </Section>
      {shifts.length > 0 && (
        <Section title={`${shifts.length} 个时段`}>
          <ListGroup>
            {shifts.slice(0, SHOWN_COUNT).map((shift, place) => (
              <ListRow key={place} title={spanWords(shift.startsAt, shift.endsAt)} line={shift.position} end={`${shift.capacity} 人`} />
            ))}
            {shifts.length > SHOWN_COUNT && <ListRow title={`还有 ${shifts.length - SHOWN_COUNT} 个`} />}
          </ListGroup>
        </Section>
      )}
      <ActFault fault={fault} />
      <View />
    </>
  )
}
