import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { CategoryPart } from '#app/features/reports/category-part.tsx'
import { CategorySheet } from '#app/features/reports/category-sheet.tsx'
import { PhotoPart } from '#app/features/reports/photo-part.tsx'
import { PlacePart } from '#app/features/reports/place-part.tsx'
import { isApproximate, landmarkMax, observedChoices, textMax, type ObservedChoice } from '#app/features/reports/report-draft-rules'
import { partIds } from '#app/features/reports/report-form-parts'
import type { ReportForm as Form } from '#app/features/reports/use-report-form'
import { observedChoiceWords, stillMissingWords } from '#app/words/report-form'
import './report-form.scss'

/** The one thing at the thumb, with what is still missing above it. */
export function SendBar({ form, isOnline }: { form: Form; isOnline: boolean }) {
  return (
    <View>
      {form.missingShown.length > 0 && (
        <View className="report-form__missing" role="alert">
          {stillMissingWords(form.missingShown)}
        </View>
      )}
      <Button word={isOnline ? '发送' : '存好，有网就发'} icon="send" onPress={() => void form.send()} />
    </View>
  )
}

function TimePart({ form }: { form: Form }) {
  return (
    <Section title="什么时候看到的">
      <Segmented<ObservedChoice | ''>
        label="什么时候看到的"
        options={observedChoices.map(value => ({ value, word: observedChoiceWords[value] }))}
        value={form.draft.observedChoice ?? ''}
        onChange={value => value && form.change.observed(value)}
      />
    </Section>
  )
}

/** A grid is large: the pin stands in its middle, and the words say where it really is. */
function LandmarkPart({ form }: { form: Form }) {
  return (
    <View>
      <Notice tone="wait" icon="pin">
        大概位置：只知道是哪个网格。写个旁边的地方，好找。
      </Notice>
      <TextArea
        label="旁边是什么地方"
        value={form.draft.landmark ?? ''}
        onChange={form.change.landmark}
        lengthMax={landmarkMax}
        placeholder="比如：菜场东门对面"
      />
    </View>
  )
}

function WordsPart({ form }: { form: Form }) {
  const { draft, change } = form
  return (
    <Section title="说两句（可以不写）">
      <TextArea
        label="说两句"
        isLabelHidden
        value={draft.text}
        onChange={change.text}
        lengthMax={textMax}
        placeholder="比如：垃圾堆在单元门口，已经两天了"
      />
      <View className="report-form__name">
        <ListGroup>
          <ListRow
            title="允许办理单位看到我的称呼"
            line="不开，单位只看到这件事，看不到是谁报的"
            role="switch"
            isSelected={draft.showsNameToUnit}
            end={<SwitchMark isOn={draft.showsNameToUnit} />}
            onPress={() => change.showsName(!draft.showsNameToUnit)}
          />
        </ListGroup>
      </View>
    </Section>
  )
}

/** Photo, kind, place; the rest may stay empty. */
export function ReportForm({ form, isOnline }: { form: Form; isOnline: boolean }) {
  const [isChoosingCategory, setIsChoosingCategory] = useState(false)
  return (
    <View className="report-form">
      {!isOnline && (
        <Notice tone="wait" icon="offline">
          现在没有网络。照样拍，存在手机里。有网络、同创开着就会发出。
        </Notice>
      )}
      {form.fault && (
        <View role="alert">
          <Notice tone="bad" icon="alert">
            {form.fault}
          </Notice>
        </View>
      )}
      <View id={partIds.photo}>
        <PhotoPart photos={form.photos} />
      </View>
      <View id={partIds.category}>
        <Section title="是什么" {...(form.categories && { action: { word: '全部类别', onPress: () => setIsChoosingCategory(true) } })}>
          <CategoryPart form={form} onAll={() => setIsChoosingCategory(true)} />
        </Section>
      </View>
      <View id={partIds.place}>
        <Section title="在哪里">
          <PlacePart form={form} />
          {isApproximate(form.draft) && <LandmarkPart form={form} />}
        </Section>
      </View>
      {form.asksTime && (
        <View id={partIds.time}>
          <TimePart form={form} />
        </View>
      )}
      {form.similar.length > 0 && (
        <View className="report-form__similar">
          <ListGroup>
            <ListRow
              title={`附近有 ${form.similar.length} 件类似的`}
              line="看看是不是同一件，是的话点“我也遇到”"
              icon="people"
              onPress={form.askSimilar}
            />
          </ListGroup>
        </View>
      )}
      <View id={partIds.sentence}>
        <WordsPart form={form} />
      </View>
      {form.isStarted && (
        <View className="report-form__discard">
          <Button word="不报了，清空" look="quiet" isNarrow onPress={form.discard} />
        </View>
      )}
      {form.categories && (
        <CategorySheet
          isOpen={isChoosingCategory}
          onClose={() => setIsChoosingCategory(false)}
          categories={form.categories}
          chosenCode={form.draft.category?.code}
          onChoose={form.change.category}
        />
      )}
    </View>
  )
}
