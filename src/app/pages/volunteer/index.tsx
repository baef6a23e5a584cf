import { Coming } from '#app/components/coming.tsx'
import { Screen } from '#app/components/screen.tsx'
import { switchTab } from '#app/platform/navigation'

export default function VolunteerPage() {
  return (
    <Screen title="志愿" tab="/pages/volunteer/index">
      <Coming
        scene="garden"
        title="邻里的志愿，正在搭起来"
        sentence="一两个小时，就在家门口。"
        parts={[
          { icon: 'calendar', word: '看得见的班次', line: '哪天、哪里、还差几个人，一眼就清楚。' },
          { icon: 'scan', word: '到场才算数', line: '现场扫码签到签退，时长谁也不能自己填。' },
          { icon: 'heart', word: '记得住的谢意', line: '做过的每一次都留着，连同得到的积分。' }
        ]}
        when="下一版开放报名，到时这里就是班次。"
        action={{ word: '先去随手拍', onPress: () => switchTab('/pages/report/index') }}
      />
    </Screen>
  )
}
