import { View } from '@tarojs/components'
import type { Wave } from '#contract/awareness-shapes'
import { Button } from '#app/components/button.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { KeptNotice } from '#app/components/kept-notice.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Screen } from '#app/components/screen.tsx'
import { Section } from '#app/components/section.tsx'
import { Segmented } from '#app/components/segmented.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { strataOf } from '#app/features/awareness/frame-rules'
import { SampleHelper } from '#app/features/awareness/sample-helper.tsx'
import type { PlanFaults, PlanField } from '#app/features/awareness/wave-plan-rules'
import { ActFault } from '#app/features/organising/act-fault.tsx'
import { FrameFields } from '#app/packages/quiz-desk/waves/frame-fields.tsx'
import { QuestionFields } from '#app/packages/quiz-desk/waves/question-fields.tsx'
import { useWavePlan, type WavePlanning } from '#app/packages/quiz-desk/waves/use-wave-plan'
import { useIsWide } from '#app/platform/use-is-wide'
import { channelWords } from '#app/words/awareness'
import './wave-plan-form.scss'

const channels = (Object.keys(channelWords) as Wave['channel'][]).map(value => ({ value, word: channelWords[value] }))
const TITLE_LENGTH_MAX = 60

const fieldWords: Record<PlanField, string> = {
  ...{ title: '名字', target: '目标', margin: '误差', response: '应答率', effect: '设计效应' },
  ...{ opensOn: '开始', closesOn: '结束', questions: '题目', frame: '抽样框' }
}
const fieldsNamed = (faults: PlanFaults) => (Object.keys(faults) as PlanField[]).map(field => fieldWords[field]).join('、')

/** The plan of a survey on one page: what is to be claimed, whom to ask, what to ask. */
export function WavePlanForm() {
  const planning = useWavePlan()
  const isWide = useIsWide()
  const { form, faults } = planning
  const communityCount = new Set(strataOf(form.frame).map(({ communityId }) => communityId)).size
  const foot = (
    <View className="wave-plan__foot">
      <ActFault fault={planning.fault} />
      {Object.keys(faults).length > 0 && (
        <Notice tone="bad" icon="alert">
          {`还没存：看看${fieldsNamed(faults)}那里的红字。`}
        </Notice>
      )}
      <Button word="存好计划" isLoading={planning.isSending} onPress={() => void planning.send()} />
    </View>
  )
  return (
    <Screen title="新调查" width="wide" footer={isWide ? undefined : foot}>
      <View className="wave-plan">
        <View>
          {planning.isKept && <KeptNotice onStartOver={planning.startOver} />}
          <Section title="要断定什么">
            <TargetFields planning={planning} />
          </Section>
          <Section title="什么时候，怎样问">
            <TimeFields planning={planning} />
          </Section>
          <Section title="问哪些题">
            <QuestionFields planning={planning} />
          </Section>
        </View>
        <View>
          <Section title="要问多少人">
            <SampleHelper form={form} communityCount={communityCount} />
          </Section>
          <Section title="抽样框：各社区住着多少人">
            <FrameFields planning={planning} />
          </Section>
          {isWide && foot}
        </View>
      </View>
    </Screen>
  )
}

function TargetFields({ planning: { form, faults, change } }: { planning: WavePlanning }) {
  return (
    <View className="wave-plan__card">
      <TextField
        label="名字"
        placeholder="如：2026 年四季度知晓率调查"
        value={form.title}
        onChange={title => change({ title })}
        lengthMax={TITLE_LENGTH_MAX}
        fault={faults.title}
      />
      <View className="wave-plan__row">
        <View className="wave-plan__cell">
          <TextField label="目标（%）" value={form.target} onChange={target => change({ target })} kind="number" fault={faults.target} />
        </View>
        <View className="wave-plan__cell">
          <TextField label="误差（±%）" value={form.margin} onChange={margin => change({ margin })} kind="number" fault={faults.margin} />
        </View>
      </View>
      <View className="wave-plan__row">
        <View className="wave-plan__cell">
          <TextField
            label="预计应答率（%）"
            value={form.response}
            onChange={response => change({ response })}
            kind="number"
            fault={faults.response}
          />
        </View>
        <View className="wave-plan__cell">
          <TextField label="预计设计效应" value={form.effect} onChange={effect => change({ effect })} kind="number" fault={faults.effect} />
        </View>
      </View>
      <View className="wave-plan__line">设计效应：同一社区的人彼此相像，多问几成才够；没有把握就写 1.5。</View>
    </View>
  )
}

function TimeFields({ planning: { form, faults, change } }: { planning: WavePlanning }) {
  return (
    <View className="wave-plan__card">
      <Segmented label="怎样问" options={channels} value={form.channel} onChange={channel => change({ channel })} />
      <View className="wave-plan__row">
        <View className="wave-plan__cell">
          <DateField label="开始" value={form.opensOn} onChange={opensOn => change({ opensOn })} fault={faults.opensOn} />
        </View>
        <View className="wave-plan__cell">
          <DateField
            label="结束"
            value={form.closesOn}
            first={form.opensOn || undefined}
            onChange={closesOn => change({ closesOn })}
            fault={faults.closesOn}
          />
        </View>
      </View>
    </View>
  )
}
