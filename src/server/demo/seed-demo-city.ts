import { v7 as newId } from 'uuid'
import { personas, POLICY_VERSION } from '#contract/people'
import type { Writing } from '#server/database/database'
import { demoAreas } from '#server/demo/demo-areas'
import { demoCast, grantsOf } from '#server/demo/demo-cast'
import { demoOrganisations, demoTeams } from '#server/demo/demo-organisations'
import { seedDemoMonth } from '#server/demo/seed-demo-month'
import { demoRoutingRules, demoUnits } from '#server/demo/demo-units'
import { addGrant, addPerson, recordConsent } from '#server/people/person-store'
import { centreOf } from '#server/places/grid-index'
import { listAreaRows, saveAreas, saveUnitRow } from '#server/places/places-store'
import type { Product } from '#server/product'
import { saveRuleRow } from '#server/reports/category-store'
import { seedCategories, seedContent } from '#server/seed-content'
import { addOrganisations } from '#server/volunteering/activities/organisation-store'

async function seedPlaces(writing: Writing): Promise<void> {
  await saveAreas(
    writing,
    demoAreas.map(feature => ({ feature, centre: centreOf(feature.geometry) }))
  )
  for (const [rank, { unitId, name, coverage }] of demoUnits.entries()) await saveUnitRow(writing, { unitId, name, rank }, coverage)
  for (const rule of demoRoutingRules) await saveRuleRow(writing, { ...rule, isActive: true })
}

async function seedCast(writing: Writing, now: Date): Promise<void> {
  for (const persona of personas) {
    const { personId, isNew } = await addPerson(writing, {
      personId: newId(),
      displayName: demoCast[persona].displayName,
      demoName: persona,
      createdAt: now
    })
    if (!isNew) continue
    await recordConsent(writing, personId, POLICY_VERSION, now)
    for (const grant of grantsOf(persona)) await addGrant(writing, { grantId: newId(), personId, grantedAt: now, ...grant })
  }
}

/** What the demo city is made of, without its history: enough for a test to begin with. */
export async function seedDemoFoundation({ database, city }: Pick<Product, 'database' | 'city'>, now: Date): Promise<void> {
  await database.write(async writing => {
    await seedPlaces(writing)
    await seedCategories(writing, now)
    await seedCast(writing, now)
    await addOrganisations(writing, demoOrganisations, demoTeams)
  })
  city.forget()
}

/** Fills an empty database with the demo city, once; one that is there already gets the content that is new since. */
export async function seedDemoCity(product: Product, now: Date, say: (line: string) => void): Promise<void> {
  if ((await listAreaRows(product.database.reading)).length > 0) return product.database.write(writing => seedContent(writing, now))
  say('Building the demo city: areas, units, categories, people …')
  await seedDemoFoundation(product, now)
  await product.database.write(writing => seedContent(writing, now))
  await seedDemoMonth(product, now, say)
}
