import type { VolunteerProfile } from '#contract/volunteering-shapes'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { dayWords } from '#app/words/time-words'

/** How reliably I came, as staff would see it; nothing where there is nothing to say. */
export function StandingPart({ profile, now }: { profile: VolunteerProfile; now: Date }) {
  const { coolDownUntil, faultCount, signUpCount } = profile
  if (signUpCount === 0) return null
  const isCooling = coolDownUntil !== undefined && Date.parse(coolDownUntil) > now.getTime()
  const rate = faultCount === 0 ? '每次都守约，谢谢你。' : `其中 ${faultCount} 次临时取消或没到。`
  return (
    <Section title="最近 90 天">
      <Notice tone={isCooling ? 'wait' : 'info'} icon={isCooling ? 'hourglass' : 'calendar'}>
        {`报名 ${signUpCount} 次，${rate}${isCooling ? `到${dayWords(coolDownUntil, now)}为止，一次只能报一个时段。` : ''}`}
      </Notice>
    </Section>
  )
}
