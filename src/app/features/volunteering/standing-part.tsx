import { View } from '@tarojs/components'
import type { VolunteerProfile } from '#contract/volunteering-shapes'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { dayWords } from '#app/words/time-words'
import './standing-part.scss'

function appealAnswerWords({ reason, outcome, note }: NonNullable<VolunteerProfile['appeal']>): string {
  const answers = { lifted: '社区看过了，已经解除。', stands: '社区看过了，这次不变。' }
  return `你说明过“${reason.replace(/(?<![。.!！])[。.!！]+$/, '')}”。${outcome ? answers[outcome] : '社区还在看。'}${note ? `回复：${note}` : ''}`
}

/** How reliably I came, as staff would see it; nothing where there is nothing to say. */
export function StandingPart({ profile, now }: { profile: VolunteerProfile; now: Date }) {
  const { coolDownUntil, faultCount, signUpCount, appeal } = profile
  if (signUpCount === 0) return null
  const isCooling = coolDownUntil !== undefined && Date.parse(coolDownUntil) > now.getTime()
  const rate = faultCount === 0 ? '每次都守约，谢谢你。' : `其中 ${faultCount} 次临时取消或没到。`
  return (
    <Section title="最近 90 天">
      <Notice tone={isCooling ? 'wait' : 'info'} icon={isCooling ? 'hourglass' : 'calendar'}>
        {`报名 ${signUpCount} 次，${rate}${isCooling ? `到${dayWords(coolDownUntil, now)}为止，一次只能报一个时段。` : ''}`}
      </Notice>
      {appeal && <View className="standing-part__gap" />}
      {appeal && (
        <Notice tone={appeal.outcome === 'lifted' ? 'good' : 'info'} icon="inbox">
          {appealAnswerWords(appeal)}
        </Notice>
      )}
    </Section>
  )
}
