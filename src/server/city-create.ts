import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { Id, text } from '#contract/shapes'
import { withCityDatabase, wordsOfInvitation } from '#server/city-program'
import { inviteAdmin } from '#server/people/invitation'
import { borderAround, BorderFault, borderFrom } from '#server/places/border-file-rules'
import { createCity } from '#server/places/create-city'

const USAGE = `npm run city:create -- --id <code> --name <name> (--border <file> | --around <west,south,east,north>)
  --id      the city's own number, e.g. its administrative division code (GB/T 2260): 320322
  --name    what people call it, e.g. 沛县
  --border  a GeoJSON file (WGS-84) with its border
  --around  a rectangle around it in degrees, until the border is imported
`

const Words = v.object({ id: Id, name: v.pipe(text(60), v.minLength(1)) })

async function wordsFrom(args: readonly string[]) {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { id: option, name: option, border: option, around: option } })
  const words = v.safeParse(Words, values)
  if (!words.success || (values.border === undefined) === (values.around === undefined)) throw new BorderFault(USAGE)
  const shape = values.border === undefined ? borderAround(values.around ?? '') : borderFrom(await readFile(values.border, 'utf8'))
  return { areaId: words.output.id, name: words.output.name, shape }
}

/** `npm run city:create`: makes the city of an empty database and prints the code its first admin redeems. */
async function main() {
  const city = await wordsFrom(process.argv.slice(2))
  await withCityDatabase(async (database, now) => {
    const code = await database.write(async writing => {
      await createCity(writing, city)
      return inviteAdmin(writing, city.areaId, now)
    })
    process.stdout.write(`${city.name} (${city.areaId}) is made.\n${wordsOfInvitation(code)}`)
  })
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
})
