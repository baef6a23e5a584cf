import { useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { ConsentSheet } from '#app/features/people/consent-sheet.tsx'
import { JoinByCode } from '#app/features/teams/join-by-code.tsx'
import { LeavePart } from '#app/features/volunteering/leave-part.tsx'
import { PaperCard } from '#app/features/volunteering/paper-card.tsx'
import { ProfileForm } from '#app/features/volunteering/profile-form.tsx'
import { SignedOut } from '#app/features/volunteering/signed-out.tsx'
import { StandingPart } from '#app/features/volunteering/standing-part.tsx'
import { TeamsPart } from '#app/features/volunteering/teams-part.tsx'
import { call } from '#app/platform/call-operation'
import { back, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useAsked } from '#app/platform/use-asked'
import { useNow } from '#app/platform/use-now'
import { wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** What was refused for want of consent is done again once it is given. */
function useConsent() {
  const [again, setAgain] = useState<(() => void) | undefined>(undefined)
  return { isAsked: again !== undefined, ask: (act: () => void) => setAgain(() => act), again, close: () => setAgain(undefined) }
}

function Mine({ isForJoining }: { isForJoining: boolean }) {
  const now = useNow()
  const asked = useAsked(() => call.volunteering.getMyProfile({}), [])
  const consent = useConsent()
  const [joined, setJoined] = useState(0)
  const profile = asked.value
  const agreed = () => {
    consent.close()
    consent.again?.()
  }
  return (
    <>
      {!profile && asked.state === 'waiting' && <Skeleton shape="lines" count={4} />}
      {!profile && asked.state === 'failed' && (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
      {profile && (
        <ProfileForm
          key={profile.birthDate ?? 'new'}
          profile={profile}
          now={now}
          isForJoining={isForJoining}
          onConsent={consent.ask}
          onSaved={isForJoining ? async () => back() : asked.again}
        />
      )}
      {profile && !isForJoining && (
        <>
          <StandingPart profile={profile} now={now} />
          {profile.cardCode && <PaperCard code={profile.cardCode} />}
          <TeamsPart key={`teams-${joined}`} onConsent={consent.ask} />
          <JoinByCode onConsent={consent.ask} onJoined={() => setJoined(joined + 1)} />
          {profile.isVolunteer && <LeavePart onLeft={asked.again} />}
        </>
      )}
      <ConsentSheet isOpen={consent.isAsked} onClose={consent.close} onAgreed={agreed} />
    </>
  )
}

export default function ProfilePage() {
  const { reason } = useParams()
  const person = usePerson()
  return (
    <Screen title="志愿者资料">
      {person ? <Mine key={person.personId} isForJoining={reason === 'join'} /> : <SignedOut sentence="登录后，填你的志愿者资料" />}
    </Screen>
  )
}
