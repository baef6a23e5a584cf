import { useState } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'

/** Mine first; the rest unfolds, because a city has many. */
const SHOWN_MAX = 4

/** Teams one may join and leave; nothing where the city has none. */
export function TeamsPart({ onConsent }: { onConsent: (again: () => void) => void }) {
  const asked = useAsked(() => call.volunteering.listTeams({}), [])
  const [sendingId, setSendingId] = useState<string | undefined>(undefined)
  const join = async (teamId: string, isMember: boolean) => {
    setSendingId(teamId)
    try {
      await call.volunteering.joinTeam({ teamId, isMember })
      toast(isMember ? '已加入队伍' : '已离开队伍')
      await asked.again()
    } catch (error) {
      if (error instanceof Refused && error.code === 'consent-needed') onConsent(() => void join(teamId, isMember))
      else toast(wordsForError(error))
    } finally {
      setSendingId(undefined)
    }
  }
  const [isOpen, setIsOpen] = useState(false)
  const teams = [...(asked.value?.teams ?? [])].sort((a, b) => Number(b.isMember) - Number(a.isMember))
  if (asked.value && teams.length === 0) return null
  const isLong = !isOpen && teams.length > SHOWN_MAX
  return (
    <Section title="志愿队伍" {...(isLong && { action: { word: `全部 ${teams.length} 支`, onPress: () => setIsOpen(true) } })}>
      {!asked.value && asked.state === 'waiting' && <Skeleton shape="lines" />}
      {!asked.value && asked.state === 'failed' && (
        <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
      )}
      {asked.value && (
        <ListGroup>
          {teams.slice(0, isLong ? SHOWN_MAX : teams.length).map(({ teamId, name, organisationName, memberCount, isMember }) => (
            <ListRow
              key={teamId}
              title={name}
              line={`${organisationName} · ${memberCount} 人`}
              role="switch"
              isSelected={isMember}
              end={<SwitchMark isOn={isMember} />}
              onPress={() => sendingId === undefined && void join(teamId, !isMember)}
            />
          ))}
        </ListGroup>
      )}
    </Section>
  )
}
