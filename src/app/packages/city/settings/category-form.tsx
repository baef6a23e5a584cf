import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  CATEGORY_CODE_MAX,
  CATEGORY_NAME_MAX,
  SYNONYMS_MAX,
  CATEGORY_RADIUS_METRES_MAX,
  CATEGORY_RADIUS_METRES_MIN,
  QUICK_BUTTONS_MAX,
  type CategoryEntry
} from '#contract/report-shapes'
import { handlingModes } from '#contract/report-states'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { FormPart, useSaving } from '#app/packages/city/settings/form-part.tsx'
import { categoryFrom, typedOf, type TypedCategory } from '#app/packages/city/settings/category-form-rules'
import { call } from '#app/platform/call-operation'
import { sendOnce } from '#app/platform/send-once'
import { modeWords } from '#app/words/staff-settings'

const clocks = [
  { value: 'working', word: '工作时间' },
  { value: 'natural', word: '自然时间' }
] as const
const quickButtons = Array.from({ length: QUICK_BUTTONS_MAX }, (_, index) => `${index + 1}`).map(value => ({
  value,
  word: `第 ${value} 个`
}))

export function CategoryForm({ category, onSaved }: { category: CategoryEntry; onSaved: () => void }) {
  const [typed, setTyped] = useState(typedOf(category))
  const saving = useSaving()
  const isNew = category.code === ''
  const change = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const save = async () => {
    const read = categoryFrom(typed)
    if ('fault' in read) return saving.say(read.fault)
    if (await saving.save(() => sendOnce('category', read.category, keyed => call.reports.saveCategory(keyed)), '已保存，新上报按新的来'))
      onSaved()
  }
  const toggle = (title: string, name: 'isUrgent' | 'isReferredByDefault' | 'needsPhoto') => (
    <ListRow
      title={title}
      role="switch"
      isSelected={typed[name]}
      end={<SwitchMark isOn={typed[name]} />}
      onPress={() => change({ [name]: !typed[name] })}
    />
  )
  return (
    <FormPart saving={saving} saveWord={isNew ? '加这个类别' : '保存新版本'} onSave={() => void save()}>
      {isNew && <Codes typed={typed} change={change} />}
      <TextField label="名字" value={typed.name} onChange={name => change({ name })} lengthMax={CATEGORY_NAME_MAX} />
      <TextField
        label="由谁办（说给居民听）"
        value={typed.handler}
        onChange={handler => change({ handler })}
        lengthMax={CATEGORY_NAME_MAX}
      />
      <TextField
        label="居民还会怎么说，用空格隔开"
        value={typed.synonyms}
        onChange={synonyms => change({ synonyms })}
        lengthMax={SYNONYMS_MAX}
      />
      <View className="form-part__label">办理方式</View>
      <Segmented
        label="办理方式"
        options={handlingModes.map(value => ({ value, word: modeWords[value] }))}
        value={typed.mode}
        onChange={mode => change({ mode })}
      />
      <View className="form-part__gap" />
      <TextField label="时限（小时）" kind="number" value={typed.hours} onChange={hours => change({ hours })} lengthMax={7} />
      <Segmented label="按什么时间算" options={clocks} value={typed.clock} onChange={clock => change({ clock })} />
      <View className="form-part__gap" />
      <TextField
        label={`查重半径（${CATEGORY_RADIUS_METRES_MIN}–${CATEGORY_RADIUS_METRES_MAX} 米）`}
        kind="number"
        value={typed.radius}
        onChange={radius => change({ radius })}
        lengthMax={3}
      />
      <ChoiceField
        label="首页大按钮"
        choices={quickButtons}
        value={typed.quickButton}
        emptyWord="不放首页"
        onChange={quickButton => change({ quickButton })}
      />
      <ListGroup>
        {toggle('紧急（15 分钟内审核）', 'isUrgent')}
        {toggle('立案后直接转办', 'isReferredByDefault')}
        {toggle('要有照片（噪声一类不用）', 'needsPhoto')}
      </ListGroup>
      <View className="form-part__gap" />
    </FormPart>
  )
} /** What is written once: units and rules name a category and its group by them. */
function Codes({ typed, change }: { typed: TypedCategory; change: (more: Partial<TypedCategory>) => void }) {
  return (
    <View>
      <TextField label="编号，以后不能改" value={typed.code} onChange={code => change({ code })} lengthMax={CATEGORY_CODE_MAX} />
      <TextField label="大类编号" value={typed.groupCode} onChange={groupCode => change({ groupCode })} lengthMax={CATEGORY_CODE_MAX} />
      <TextField label="大类名字" value={typed.groupName} onChange={groupName => change({ groupName })} lengthMax={CATEGORY_NAME_MAX} />
    </View>
  )
}
