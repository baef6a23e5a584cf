import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { AppealList } from '#app/features/organising/appeal-list.tsx'
import { ProposalList } from '#app/features/organising/proposal-list.tsx'
import { ShiftHoursPage } from '#app/packages/staff/hours/shift-hours.tsx'
import { useParams } from '#app/platform/navigation'

/** 名单与时长 of one shift; without one, the typed-in hours that wait for a second person, and the cool-downs somebody appealed. */
export default function HoursPage() {
  const { shift, person } = useParams()
  if (shift) return <ShiftHoursPage key={shift} shiftId={shift} onlyPersonId={person} />
  return (
    <Screen title="补录和申诉">
      <Section title="补录">
        <ProposalList />
      </Section>
      <AppealList />
    </Screen>
  )
}
