import { View } from '@tarojs/components'
import type { PlannedContest } from '#contract/quizzes-contests'
import { DateField } from '#app/components/date-field.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { dateOf } from '#app/features/organising/city-time-rules'
import { limits, type ContestForm, type FormFault } from '#app/packages/quiz-desk/contest/contest-form-rules'
import { StrataPart } from '#app/packages/quiz-desk/contest/strata-part.tsx'
import { FormPlacePart } from '#app/packages/quiz-desk/question/form-place-part.tsx'
import { planPlaceWords, type PlanPlace } from '#app/words/contests'
import './plan-fields.scss'

interface Props {
  form: ContestForm
  faults: readonly FormFault[]
  saved: PlannedContest | undefined
  onChange: (more: Partial<ContestForm>) => void
}

/** The plan of a contest in the order one thinks: what, when, how long, which questions, what it gives. */
export function PlanFields({ form, faults, saved, onChange }: Props) {
  const at = (place: PlanPlace) =>
    faults.filter(fault => fault.place === place && fault.stratum === undefined).map(({ sentence }) => sentence)
  const today = dateOf(new Date())
  return (
    <>
      <FormPlacePart title={planPlaceWords.title} faults={at('title')}>
        <TextField
          label="竞赛名称"
          isLabelHidden
          placeholder="如：文明交通知识竞赛"
          value={form.title}
          onChange={title => onChange({ title })}
          lengthMax={limits.title}
        />
      </FormPlacePart>
      <FormPlacePart title={`${planPlaceWords.introduction}（可不填）`} faults={at('introduction')}>
        <TextArea
          label="竞赛介绍"
          isLabelHidden
          placeholder="谁来参加，为什么办，说两句"
          value={form.introduction}
          onChange={introduction => onChange({ introduction })}
          lengthMax={limits.introduction}
        />
      </FormPlacePart>
      <FormPlacePart title={planPlaceWords.opens} faults={at('opens')}>
        <View className="plan-fields__row">
          <View className="plan-fields__cell">
            <DateField label="开始日期" value={form.opensOn} first={today} onChange={opensOn => onChange({ opensOn })} />
          </View>
          <View className="plan-fields__cell">
            <DateField label="开始时间" kind="time" value={form.opensTime} onChange={opensTime => onChange({ opensTime })} />
          </View>
        </View>
      </FormPlacePart>
      <FormPlacePart title={planPlaceWords.closes} line="这时还在答的，也到此为止。" faults={at('closes')}>
        <View className="plan-fields__row">
          <View className="plan-fields__cell">
            <DateField label="结束日期" value={form.closesOn} first={today} onChange={closesOn => onChange({ closesOn })} />
          </View>
          <View className="plan-fields__cell">
            <DateField label="结束时间" kind="time" value={form.closesTime} onChange={closesTime => onChange({ closesTime })} />
          </View>
        </View>
      </FormPlacePart>
      <FormPlacePart title={planPlaceWords.minutes} line="从点“开始”算起。年纪大的人读得慢，宁可宽一些。" faults={at('minutes')}>
        <View className="plan-fields__number">
          <TextField label="分钟" kind="number" value={form.minutes} onChange={minutes => onChange({ minutes })} />
        </View>
      </FormPlacePart>
      <FormPlacePart title={planPlaceWords.strata} line="每个人的卷子都不一样：每组按题数随机抽，不会重题。" faults={at('strata')}>
        <StrataPart
          strata={form.strata}
          saved={saved}
          faults={faults.filter(({ stratum }) => stratum !== undefined)}
          onChange={strata => onChange({ strata })}
        />
      </FormPlacePart>
      <FormPlacePart title={planPlaceWords.award} faults={at('award')}>
        <Award form={form} onChange={onChange} />
      </FormPlacePart>
    </>
  )
}

function Award({ form, onChange }: Pick<Props, 'form' | 'onChange'>) {
  const { hasAward, pointsPerRight, perPersonMax, budget } = form
  return (
    <View>
      <ListGroup>
        <ListRow
          title="发积分"
          line="交卷就发，发完为止；不占每天答题的积分"
          role="switch"
          isSelected={hasAward}
          end={<SwitchMark isOn={hasAward} />}
          onPress={() => onChange({ hasAward: !hasAward })}
        />
      </ListGroup>
      {hasAward && (
        <View className="plan-fields__row plan-fields__row--under">
          <View className="plan-fields__cell">
            <TextField label="答对一题" kind="number" value={pointsPerRight} onChange={next => onChange({ pointsPerRight: next })} />
          </View>
          <View className="plan-fields__cell">
            <TextField label="每人最多" kind="number" value={perPersonMax} onChange={next => onChange({ perPersonMax: next })} />
          </View>
          <View className="plan-fields__cell">
            <TextField label="一共发" kind="number" value={budget} onChange={next => onChange({ budget: next })} />
          </View>
        </View>
      )}
    </View>
  )
}
