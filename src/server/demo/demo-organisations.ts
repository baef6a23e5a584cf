import type { AreaKind } from '#contract/places'
import { demoAreas } from '#server/demo/demo-areas'

interface DemoOrganisation {
  organisationId: string
  name: string
  areaId: string
  isVerified: boolean
  isOwn: boolean
}

const nameOf: Partial<Record<AreaKind, (areaName: string) => string>> = {
  city: areaName => `${areaName.replace(/（.*/, '')}志愿服务总队`,
  street: areaName => `${areaName}志愿服务大队`,
  community: areaName => `${areaName}志愿服务队`
}

/** One verified organisation for every community, every street and the city: `demo-organisation-<area>`. */
export const demoOrganisations: readonly DemoOrganisation[] = demoAreas.flatMap(({ properties: { areaId, kind, name } }) => {
  const naming = nameOf[kind]
  return naming
    ? [
        {
          organisationId: areaId.replace(/^demo-/, 'demo-organisation-'),
          name: naming(name),
          areaId,
          isVerified: true,
          isOwn: kind === 'community'
        }
      ]
    : []
})

const FIRST_JOIN_CODE = 20_268_001

const teamNames = ['清洁家园小队', '邻里互助小队']

/** Two teams in every community. */
export const demoTeams = demoOrganisations
  .filter(({ areaId }) => areaId.includes('community'))
  .flatMap(({ organisationId, name }) =>
    teamNames.map((teamName, n) => ({
      teamId: `${organisationId}-team-${n + 1}`,
      organisationId,
      name: `${name.replace('志愿服务队', '')}${teamName}`
    }))
  )
  .map((team, n) => ({ ...team, joinCode: `${FIRST_JOIN_CODE + n}` }))
