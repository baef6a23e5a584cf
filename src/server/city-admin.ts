import { withCityDatabase, wordsOfInvitation } from '#server/city-program'
import { inviteAdmin } from '#server/people/invitation'
import { findCity } from '#server/places/city-store'

/** `npm run city:admin`: prints a code that makes whoever redeems it admin of the city, be it because the city lost its last one. */
async function main() {
  await withCityDatabase(async (database, now) => {
    const city = await findCity(database.reading)
    if (!city) throw new Error('There is no city in this database yet: npm run city:create')
    const code = await database.write(writing => inviteAdmin(writing, city.areaId, now))
    process.stdout.write(`${city.name} (${city.areaId})\n${wordsOfInvitation(code)}`)
  })
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
