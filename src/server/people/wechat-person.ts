import { v7 as newId } from 'uuid'
import type { Writing } from '#server/database/database'
import { addPerson } from '#server/people/person-store'

/** The person behind an openid, made on their first visit. WeChat no longer hands out names; they choose one in 我的. */
export async function personOfOpenid(writing: Writing, openid: string, now: Date): Promise<string> {
  const { personId } = await addPerson(writing, { personId: newId(), displayName: '微信用户', openid, createdAt: now })
  return personId
}
