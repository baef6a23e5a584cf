import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { TextField } from '#app/components/text-field.tsx'
import {
  ageBands,
  cellFault,
  cellName,
  sexes,
  sumOfCommunity,
  type CellName,
  type CommunityName,
  type Frame
} from '#app/features/awareness/frame-rules'
import { ageBandWords, sexWords } from '#app/words/awareness'
import './frame-table.scss'

interface Props {
  frame: Frame
  streets: readonly { name: string; communities: readonly CommunityName[] }[]
  onChange: (frame: Frame) => void
}

/** The frame by community: one opens to a small table of age and sex. */
export function FrameTable({ frame, streets, onChange }: Props) {
  const [openId, setOpenId] = useState<string | undefined>(undefined)
  const change = (communityId: string, cell: CellName, text: string) =>
    onChange({ ...frame, [communityId]: { ...frame[communityId], [cell]: text } })
  return (
    <View className="frame-table">
      {streets.map(({ name, communities }) => (
        <View key={name}>
          <View className="frame-table__street">{name}</View>
          {communities.map(({ areaId, name: community }) => {
            const isOpen = openId === areaId
            const sum = sumOfCommunity(frame, areaId)
            const isFaulty = Object.values(frame[areaId] ?? {}).some(text => cellFault(text))
            return (
              <View key={areaId} className="frame-table__one">
                <Pressable className="frame-table__head" isExpanded={isOpen} onPress={() => setOpenId(isOpen ? undefined : areaId)}>
                  <View className="frame-table__name">{community}</View>
                  <View className={`frame-table__sum${isFaulty ? ' frame-table__sum--faulty' : ''}`}>
                    {isFaulty ? '有数不对' : sum > 0 ? `${sum} 人` : '不调查'}
                  </View>
                  <Icon name={isOpen ? 'up' : 'down'} size={18} />
                </Pressable>
                {isOpen && <CommunityCells cells={frame[areaId] ?? {}} onChange={(cell, text) => change(areaId, cell, text)} />}
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}

interface CellsProps {
  cells: Frame[string]
  onChange: (cell: CellName, text: string) => void
}

function CommunityCells({ cells, onChange }: CellsProps) {
  return (
    <View className="frame-table__cells">
      {ageBands.map(ageBand => (
        <View key={ageBand} className="frame-table__row">
          <View className="frame-table__band">{ageBandWords[ageBand]}</View>
          {sexes.map(sex => {
            const cell = cellName(ageBand, sex)
            return (
              <View key={sex} className="frame-table__cell">
                <TextField
                  label={`${ageBandWords[ageBand]}${sexWords[sex]}`}
                  placeholder={`${sexWords[sex]}，人数`}
                  isLabelHidden
                  kind="number"
                  value={cells[cell] ?? ''}
                  onChange={text => onChange(cell, text)}
                  lengthMax={10}
                  fault={cellFault(cells[cell])}
                />
              </View>
            )
          })}
        </View>
      ))}
    </View>
  )
}
