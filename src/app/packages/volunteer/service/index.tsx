import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { MyHours } from '#app/features/volunteering/my-hours.tsx'
import { MyShifts } from '#app/features/volunteering/my-shifts.tsx'
import { PROFILE_PATH } from '#app/features/volunteering/paths'
import { SignedOut } from '#app/features/volunteering/signed-out.tsx'
import { go, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'
import { useNow } from '#app/platform/use-now'
import './index.scss'

const views = [
  { value: 'hours', word: '时长' },
  { value: 'shifts', word: '时段' }
] as const
type Look = (typeof views)[number]['value']

export default function ServicePage() {
  const params = useParams()
  const person = usePerson()
  const now = useNow()
  const [look, setLook] = useState<Look>(params.view === 'shifts' ? 'shifts' : 'hours')
  return (
    <Screen title="我的志愿服务">
      {!person && <SignedOut sentence="登录后，看你的时长和时段" />}
      {person && (
        <View key={person.personId}>
          <View className="service__views">
            <Segmented label="看什么" options={views} value={look} onChange={setLook} />
          </View>
          {look === 'hours' ? <MyHours now={now} /> : <MyShifts now={now} />}
          <View className="service__foot">
            <ListGroup>
              <ListRow icon="heart" title="志愿者资料" line="技能、队伍、纸质卡" onPress={() => go(PROFILE_PATH)} />
            </ListGroup>
          </View>
        </View>
      )}
    </Screen>
  )
}
