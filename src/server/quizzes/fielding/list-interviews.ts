import { fieldingOperations as contract } from '#contract/quizzes-fielding'
import { query } from '#server/operation'
import { countFree, listFieldedBy, listHeld } from '#server/quizzes/fielding/fielding-store'
import { countDone } from '#server/quizzes/fielding/interview-store'
import { nameOfCommunity, showInterviews } from '#server/quizzes/fielding/interview-view'

/** To somebody who asks for no wave there is nothing. */
export const listInterviews = query(contract.listInterviews, async ({ input, caller, reading, city }) => {
  const waves = []
  for (const wave of await listFieldedBy(reading, caller.personId, input.waveId)) {
    const { title, channel, closesOn } = wave.plan
    waves.push({
      ...{ waveId: wave.waveId, title, channel, closesOn },
      communities: (await countFree(reading, wave.waveId)).map(({ communityId, freeCount }) => ({
        ...{ communityId, communityName: nameOfCommunity(city, communityId), freeCount }
      })),
      units: await showInterviews(reading, city, wave, await listHeld(reading, wave.waveId, caller.personId)),
      doneCount: await countDone(reading, wave.waveId, caller.personId)
    })
  }
  return { waves }
})
