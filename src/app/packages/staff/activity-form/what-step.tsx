import { View } from '@tarojs/components'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { ChipChoice } from '#app/components/chip-choice.tsx'
import { StepFaults } from '#app/packages/staff/activity-form/step-faults.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import { usualTopics } from '#app/words/volunteering'

const TITLE_LENGTH_MAX = 60
const TOPIC_LENGTH_MAX = 20
const DESCRIPTION_LENGTH_MAX = 1000
const BRING_LENGTH_MAX = 200

const topics = usualTopics.map(word => ({ value: word, word }))

export function WhatStep({ plan, onChange, faults }: StepProps) {
  return (
    <>
      <TextField
        label="活动名字"
        placeholder="如：周末清洁小河边"
        value={plan.title}
        onChange={title => onChange({ title })}
        lengthMax={TITLE_LENGTH_MAX}
      />
      <View>
        <TextField
          label="主题"
          placeholder="点一个，或自己写"
          value={plan.topic}
          onChange={topic => onChange({ topic })}
          lengthMax={TOPIC_LENGTH_MAX}
        />
        <View style={{ height: '8px' }} />
        <ChipChoice label="常用的主题" choices={topics} chosen={[plan.topic]} onToggle={topic => onChange({ topic })} />
      </View>
      <TextArea
        label="做些什么"
        placeholder="到了先做什么、怎么分工、几点收工"
        value={plan.description}
        onChange={description => onChange({ description })}
        lengthMax={DESCRIPTION_LENGTH_MAX}
      />
      <TextField
        label="要带什么（可不填）"
        placeholder="如：水杯、手套"
        value={plan.bring}
        onChange={bring => onChange({ bring })}
        lengthMax={BRING_LENGTH_MAX}
      />
      <StepFaults faults={faults} />
    </>
  )
}
