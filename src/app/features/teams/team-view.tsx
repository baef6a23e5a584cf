import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { Section } from '#app/components/section.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { call } from '#app/platform/call-operation'
import { toast } from '#app/platform/toast'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError, wordsForReading } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import './team-view.scss'

interface Member {
  personId: string
  displayName: string
  isLeader: boolean
}

/** 2026 8001: read out in two breaths. */
const grouped = (digits: string) => `${digits.slice(0, 4)} ${digits.slice(4)}`

function JoinCode({ joinCode, onRenew }: { joinCode: string; onRenew: () => void }) {
  return (
    <View>
      <View className="team-view__frame">
        <QrCode text={`tongchuang:team:${joinCode}`} label="入队的码" side="180px" />
        <View className="team-view__digits" role="text" aria-label={`数字 ${joinCode.split('').join(' ')}`}>
          {grouped(joinCode)}
        </View>
        <View className="team-view__hint">在 志愿者资料 里扫这个码，或输入这八位数字，就能入队</View>
      </View>
      <Button word="换一个码" look="quiet" onPress={onRenew} />
    </View>
  )
}

function MemberAct({
  member,
  canManage,
  onLead,
  onRemove
}: {
  member: Member
  canManage: boolean
  onLead: () => void
  onRemove: () => void
}) {
  return (
    <View>
      {canManage && (
        <>
          <Button word={member.isLeader ? '不再当队长' : '请他当队长'} look="quiet" onPress={onLead} />
          <View className="team-view__gap" />
        </>
      )}
      <Button word="请他离队" look="quiet" onPress={onRemove} />
    </View>
  )
}

/** A team as its leader and whoever organises see it: the code to join, and who is in it. */
export function TeamView({ teamId }: { teamId: string }) {
  const asked = useAsked(() => call.volunteering.getTeam({ teamId }), [teamId])
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const [removed, setRemoved] = useState<Member | undefined>(undefined)
  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      toast(done)
      setOpenId(undefined)
      await asked.again()
    } catch (error) {
      toast(wordsForError(error))
    }
  }
  if (!asked.value)
    return asked.state === 'failed' ? (
      <ErrorState sentence={wordsForReading(asked.error)} action={wayOn(asked.error, asked.again)} />
    ) : (
      <Skeleton shape="card" />
    )
  const { joinCode, members, canManage, isRetired } = asked.value
  const lead = ({ personId, isLeader }: Member) =>
    act(() => call.volunteering.setTeamLeader({ teamId, ...(!isLeader && { personId }) }), isLeader ? '现在没有队长' : '他现在是队长')
  return (
    <View>
      {!isRetired && (
        <JoinCode joinCode={joinCode} onRenew={() => void act(() => call.volunteering.renewTeamCode({ teamId }), '换好了，旧码不能用了')} />
      )}
      <Section title={`队员 ${members.length} 人`}>
        <ListGroup>
          {members.length === 0 && <ListRow title="还没有人" />}
          {members.map(member => (
            <View key={member.personId}>
              <ListRow
                title={member.displayName}
                {...(member.isLeader && { line: '队长' })}
                onPress={() => setOpenId(openId === member.personId ? undefined : member.personId)}
              />
              {openId === member.personId && (
                <MemberAct member={member} canManage={canManage} onLead={() => void lead(member)} onRemove={() => setRemoved(member)} />
              )}
            </View>
          ))}
        </ListGroup>
      </Section>
      <ConfirmDialog
        isOpen={removed !== undefined}
        title={removed ? `请${removed.displayName}离队？` : ''}
        sentence="他做过的服务和时长都还在，以后还能再加入。"
        confirmWord="请他离队"
        isDanger
        onConfirm={() => {
          if (removed) void act(() => call.volunteering.removeTeamMember({ teamId, personId: removed.personId }), '已离队')
          setRemoved(undefined)
        }}
        onClose={() => setRemoved(undefined)}
      />
    </View>
  )
}
