import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { TeamView } from '#app/features/teams/team-view.tsx'
import { call } from '#app/platform/call-operation'
import { Refused } from '#app/platform/refused'
import { canScanOnSite, scanOnSite } from '#app/platform/scan'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import './team-view.scss'

const CODE_LENGTH = 8
const CODE_LENGTH_MAX = 40

interface Props {
  onConsent: (again: () => void) => void
  onJoined: () => void
}

function CodeSheet({ isOpen, onClose, onConsent, onJoined }: Props & { isOpen: boolean; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isSending, setIsSending] = useState(false)
  const join = async (typed: string) => {
    setIsSending(true)
    try {
      const { name } = await call.volunteering.joinTeamByCode({ code: typed.trim() })
      toast(`已加入${name}`)
      setCode('')
      onClose()
      onJoined()
    } catch (error) {
      if (error instanceof Refused && error.code === 'consent-needed') onConsent(() => void join(typed))
      else setFault(wordsForError(error))
    } finally {
      setIsSending(false)
    }
  }
  const scan = async () => {
    const scanned = await scanOnSite()
    if (scanned) await join(scanned)
  }
  return (
    <BottomSheet isOpen={isOpen} onClose={onClose} title="用码入队">
      {canScanOnSite() && <Button word="扫队长的码" icon="scan" look="quiet" onPress={() => void scan()} />}
      <TextField
        label="或者输入八位数字"
        value={code}
        lengthMax={CODE_LENGTH_MAX}
        fault={fault}
        onChange={value => {
          setCode(value.replace(/\s/g, ''))
          setFault(undefined)
        }}
        onSubmit={() => void join(code)}
      />
      <View className="team-view__gap" />
      <Button word="加入" isLoading={isSending} isDisabled={code.length < CODE_LENGTH} onPress={() => void join(code)} />
    </BottomSheet>
  )
}

/** Joining by the code a leader shows, and the teams one leads. */
export function JoinByCode({ onConsent, onJoined }: Props) {
  const asked = useAsked(() => call.volunteering.listTeams({}), [])
  const [isOpen, setIsOpen] = useState(false)
  const [led, setLed] = useState<{ teamId: string; name: string } | undefined>(undefined)
  const mine = (asked.value?.teams ?? []).filter(({ isLeader }) => isLeader)
  return (
    <View>
      <View className="team-view__gap" />
      <ListGroup>
        {mine.map(({ teamId, name, memberCount }) => (
          <ListRow
            key={teamId}
            icon="people"
            title={`我带的队：${name}`}
            line={`${memberCount} 人，入队的码和名单`}
            onPress={() => setLed({ teamId, name })}
          />
        ))}
        <ListRow icon="scan" title="用码入队" line="队长给你看的码，扫一下或输数字" onPress={() => setIsOpen(true)} />
      </ListGroup>
      <CodeSheet isOpen={isOpen} onClose={() => setIsOpen(false)} onConsent={onConsent} onJoined={onJoined} />
      <BottomSheet isOpen={led !== undefined} onClose={() => setLed(undefined)} title={led?.name ?? ''}>
        {led && <TeamView teamId={led.teamId} />}
      </BottomSheet>
    </View>
  )
}
