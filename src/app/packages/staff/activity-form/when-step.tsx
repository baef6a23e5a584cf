import { View } from '@tarojs/components'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { ListGroup, ListRow } from '#app/components/list-row.tsx'
import { Section } from '#app/components/section.tsx'
import { SwitchMark } from '#app/components/switch-mark.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { shiftPlansOf, type PlannedPosition, type PlannedTime } from '#app/features/organising/activity-plan-rules'
import { dateOf, daysLater, weekdayOf } from '#app/features/organising/city-time-rules'
import { SeriesFields } from '#app/features/organising/series-fields.tsx'
import { StepFaults } from '#app/packages/staff/activity-form/step-faults.tsx'
import type { StepProps } from '#app/packages/staff/activity-form/step-shape'
import './when-step.scss'

const SERIES_DAYS = 28
const POSITION_LENGTH_MAX = 30

const changed = <Item,>(items: readonly Item[], place: number, more: Partial<Item>) =>
  items.map((item, index) => (index === place ? { ...item, ...more } : item))
const without = <Item,>(items: readonly Item[], place: number) => items.filter((_, index) => index !== place)

/** Times × positions × seats, once or as a series. */
export function WhenStep({ plan, onChange, faults }: StepProps) {
  const { times, positions, series } = plan
  const first = times[0]?.on ?? ''
  const toggleSeries = () =>
    onChange({
      series: series || first === '' ? undefined : { weekdays: [weekdayOf(first)], until: daysLater(first, SERIES_DAYS), except: [] }
    })
  const shifts = shiftPlansOf(plan)
  return (
    <>
      <Times times={times} onChange={next => onChange({ times: next })} />
      <Positions positions={positions} onChange={next => onChange({ positions: next })} />
      <View>
        <ListGroup>
          <ListRow
            title="每周重复"
            line="到一个日子为止，节假日可以去掉"
            role="switch"
            isSelected={series !== undefined}
            end={<SwitchMark isOn={series !== undefined} />}
            onPress={toggleSeries}
          />
        </ListGroup>
        {series && (
          <View className="when-step__series">
            <SeriesFields series={series} first={first} onChange={next => onChange({ series: next })} />
          </View>
        )}
      </View>
      <View className="when-step__sum">{`一共 ${shifts.length} 个时段，${shifts.reduce((sum, shift) => sum + shift.capacity, 0)} 个名额`}</View>
      <StepFaults faults={faults} />
    </>
  )
}

function Times({ times, onChange }: { times: readonly PlannedTime[]; onChange: (times: readonly PlannedTime[]) => void }) {
  const today = dateOf(new Date())
  const add = () => {
    const last = times.at(-1)
    onChange([...times, last ? { ...last, from: last.to, to: last.to } : { on: today, from: '09:00', to: '11:00' }])
  }
  return (
    <Section title="时间" action={{ word: '加一个', onPress: add }}>
      {times.map((time, place) => (
        <View key={place} className="when-step__card">
          <Card>
            <DateField
              label={times.length > 1 ? `第 ${place + 1} 个：日期` : '日期'}
              value={time.on}
              first={today}
              onChange={on => onChange(changed(times, place, { on }))}
            />
            <View className="when-step__row">
              <View className="when-step__cell">
                <DateField label="开始" kind="time" value={time.from} onChange={from => onChange(changed(times, place, { from }))} />
              </View>
              <View className="when-step__cell">
                <DateField label="结束" kind="time" value={time.to} onChange={to => onChange(changed(times, place, { to }))} />
              </View>
            </View>
            {times.length > 1 && <Button word="去掉这个" look="quiet" isNarrow onPress={() => onChange(without(times, place))} />}
          </Card>
        </View>
      ))}
    </Section>
  )
}

function Positions({
  positions,
  onChange
}: {
  positions: readonly PlannedPosition[]
  onChange: (positions: readonly PlannedPosition[]) => void
}) {
  return (
    <Section title="岗位和人数" action={{ word: '加一个', onPress: () => onChange([...positions, { name: '', capacity: '5' }]) }}>
      {positions.map((position, place) => (
        <View key={place} className="when-step__card">
          <Card>
            <View className="when-step__row when-step__row--tight">
              <View className="when-step__cell">
                <TextField
                  label={positions.length > 1 ? `岗位 ${place + 1}` : '岗位（只有一种可不填）'}
                  placeholder="如：引导"
                  value={position.name}
                  onChange={name => onChange(changed(positions, place, { name }))}
                  lengthMax={POSITION_LENGTH_MAX}
                />
              </View>
              <View className="when-step__count">
                <TextField
                  label="人数"
                  kind="number"
                  value={position.capacity}
                  onChange={capacity => onChange(changed(positions, place, { capacity }))}
                />
              </View>
            </View>
            {positions.length > 1 && <Button word="去掉这个" look="quiet" isNarrow onPress={() => onChange(without(positions, place))} />}
          </Card>
        </View>
      ))}
    </Section>
  )
}
