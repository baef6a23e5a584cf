import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Category, CategoryEntry } from '#contract/report-shapes'
import { Button } from '#app/components/button.tsx'
import { BottomSheet } from '#app/components/bottom-sheet.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SearchField } from '#app/components/search-field.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { CategoryForm } from '#app/packages/city/settings/category-form.tsx'
import { newCategory } from '#app/packages/city/settings/category-form-rules'
import { RetirePart } from '#app/packages/city/settings/retire-part.tsx'
import { call } from '#app/platform/call-operation'
import { useAsked } from '#app/platform/use-asked'
import { wordsForError } from '#app/words/refusals'
import { wayOn } from '#app/words/way-on'
import { modeWords } from '#app/words/staff-settings'

const lineOf = ({ groupName, mode, hours, clock, isUrgent, quickButton, retiresOn }: Category) =>
  [
    groupName,
    modeWords[mode],
    `${hours} ${clock === 'natural' ? '小时' : '工时'}`,
    isUrgent ? '紧急' : '',
    quickButton ? `大按钮 ${quickButton}` : '',
    retiresOn ? `${retiresOn} 起停用` : ''
  ]
    .filter(Boolean)
    .join(' · ')

/** Every category with its limits; a saved one is a new version, old reports keep theirs. */
export function CategorySettings() {
  const asked = useAsked(async () => {
    const [present, retired] = await Promise.all([call.reports.listCategories({}), call.reports.listRetiredCategories({})])
    return [...present.categories, ...retired.categories]
  }, [])
  const [search, setSearch] = useState('')
  const [edited, setEdited] = useState<CategoryEntry | Category | undefined>(undefined)
  if (asked.state === 'waiting') return <Skeleton shape="rows" count={5} />
  if (!asked.value) return <ErrorState sentence={wordsForError(asked.error)} action={wayOn(asked.error, asked.again)} />
  const found = [...asked.value]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .filter(({ name, pinyin, code }) => `${name} ${pinyin} ${code}`.includes(search.trim().toLowerCase()))
  const saved = () => {
    setEdited(undefined)
    void asked.again()
  }
  return (
    <View>
      <SearchField value={search} onChange={setSearch} label="找类别" placeholder="名字或拼音" />
      <View className="form-part__gap" />
      <ListGroup>
        {found.map(category => (
          <ListRow key={category.code} title={category.name} line={lineOf(category)} onPress={() => setEdited(category)} />
        ))}
      </ListGroup>
      <View className="form-part__gap" />
      <Button word="加一个类别" icon="plus" look="quiet" onPress={() => setEdited(newCategory)} />
      <BottomSheet isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.name || '加一个类别'}>
        {edited && <CategoryForm key={edited.code} category={edited} onSaved={saved} />}
        {edited && edited.code !== '' && (
          <RetirePart
            retiresOn={'retiresOn' in edited ? edited.retiresOn : undefined}
            line="停用后不能再按它上报；已经上报的照常办完。"
            onRetire={on => call.reports.retireCategory({ code: edited.code, on })}
            onKeep={() => call.reports.keepCategory({ code: edited.code })}
            onDone={saved}
          />
        )}
      </BottomSheet>
    </View>
  )
}
