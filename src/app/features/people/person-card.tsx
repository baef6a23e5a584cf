import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Person } from '#contract/people'
import { Card } from '#app/components/card.tsx'
import { Icon } from '#app/components/icon.tsx'
import { Pressable } from '#app/components/pressable.tsx'
import { RenameSheet } from '#app/features/people/rename-sheet.tsx'
import { roleWords } from '#app/words/people'
import './person-card.scss'

/** 核查员、审核员 · 和平社区: roles together under where they are held. */
function grantLine(person: Person) {
  const rolesAt = new Map<string, string[]>()
  for (const { role, unitName, areaName } of person.grants) {
    const where = unitName ?? areaName ?? ''
    rolesAt.set(where, [...new Set([...(rolesAt.get(where) ?? []), roleWords[role]])])
  }
  return [...rolesAt].map(([where, roles]) => [roles.join('、'), where].filter(Boolean).join(' · ')).join('；')
}

export function PersonCard({ person }: { person: Person }) {
  const [isRenaming, setIsRenaming] = useState(false)
  return (
    <Card>
      <View className="person-card">
        <View className="person-card__disc" aria-hidden>
          {person.displayName.slice(0, 1)}
        </View>
        <View className="person-card__words">
          <View className="person-card__name" role="heading" aria-level={2}>
            {person.displayName}
          </View>
          <Text className="person-card__line">{grantLine(person) || '居民'}</Text>
        </View>
        <Pressable className="person-card__edit" onPress={() => setIsRenaming(true)} label="改名字">
          <Icon name="edit" size={20} />
        </Pressable>
      </View>
      {isRenaming && <RenameSheet isOpen onClose={() => setIsRenaming(false)} name={person.displayName} />}
    </Card>
  )
}
