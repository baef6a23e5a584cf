import { View } from '@tarojs/components'
import { useEffect, useState, type FunctionComponent } from 'react'
import { ErrorState } from '#app/components/error-state.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { keepInAddress } from '#app/platform/keep-in-address'
import { staffPaths } from '#app/platform/staff-paths'
import { AreaSettings } from '#app/packages/city/settings/area-settings.tsx'
import { CalendarSettings } from '#app/packages/city/settings/calendar-settings.tsx'
import { CategorySettings } from '#app/packages/city/settings/category-settings.tsx'
import { RoutingSettings } from '#app/packages/city/settings/routing-settings.tsx'
import { StaffSettings } from '#app/packages/city/settings/staff-settings.tsx'
import { UnitSettings } from '#app/packages/city/settings/unit-settings.tsx'
import { back, useParams } from '#app/platform/navigation'
import { usePerson } from '#app/platform/session'

const parts = [
  { value: 'categories', word: '类别', Part: CategorySettings },
  { value: 'routing', word: '派遣规则', Part: RoutingSettings },
  { value: 'units', word: '单位', Part: UnitSettings },
  { value: 'staff', word: '人员', Part: StaffSettings },
  { value: 'calendar', word: '工作日历', Part: CalendarSettings },
  { value: 'areas', word: '区域', Part: AreaSettings }
] as const satisfies readonly { value: string; word: string; Part: FunctionComponent }[]
type PartName = (typeof parts)[number]['value']

/** What a city sets for itself; for its admins. */
export default function SettingsPage() {
  const arrived = useParams().part
  const [name, setName] = useState<PartName>(() => parts.find(({ value }) => value === arrived)?.value ?? 'categories')
  useEffect(() => keepInAddress(staffPaths.settings, { part: name }), [name])
  const isAdmin = usePerson()?.grants.some(({ role }) => role === 'admin') ?? false
  if (!isAdmin) {
    return (
      <Screen title="设置">
        <ErrorState sentence="这里由管理员来改，你现在的身份看不到。" action={{ word: '返回', onPress: back }} />
      </Screen>
    )
  }
  const { Part } = parts.find(({ value }) => value === name) ?? parts[0]
  return (
    <Screen title="设置">
      <Segmented label="设置哪一项" options={parts} value={name} onChange={setName} />
      <View style={{ height: '16px' }} />
      <Part />
    </Screen>
  )
}
