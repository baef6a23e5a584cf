import * as v from 'valibot'
import { command, query } from '#contract/operation'
import { Covers } from '#contract/places'
import { BusinessDate, Id, line, Nothing, onceKey } from '#contract/shapes'

/** What a city sets for its reports: where they go by themselves, and its work days. Part of `reports`. */
export const reportSettings = {
  saveRoutingRule: command({
    summary: 'A category (or group) in an area goes to a unit by itself once filed (admin).',
    input: v.object({
      ...onceKey,
      ruleId: v.optional(Id),
      covers: Covers,
      areaId: Id,
      unitId: Id,
      isActive: v.boolean()
    }),
    output: v.object({ ruleId: Id }),
    refusals: ['not-found', 'unit-does-not-cover']
  }),
  listRoutingRules: query({
    summary: 'Routing rules (admin).',
    input: Nothing,
    output: v.object({
      rules: v.array(
        v.object({
          ruleId: Id,
          covers: v.string(),
          areaId: Id,
          areaName: v.string(),
          unitId: Id,
          unitName: v.string(),
          isActive: v.boolean()
        })
      )
    })
  }),
  listCalendarDays: query({
    summary: "The days of a year that differ from plain weeks: as published, and the city's own, which override them (admin).",
    input: v.object({ year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)) }),
    output: v.object({
      /** In order, each day once. */
      days: v.array(
        v.object({
          date: BusinessDate,
          isWorkday: v.boolean(),
          name: v.optional(v.string()),
          /** From the city's own table. */
          isOwn: v.boolean(),
          /** The city's table says otherwise than the published calendar. */
          isOverriding: v.boolean()
        })
      ),
      /** False while the State Council has not announced the year: then weekends and the days fixed by law are free. */
      isAnnounced: v.boolean()
    }),
    refusals: ['not-found']
  }),
  saveCalendarDays: command({
    summary: "The city's own work days and days off; they override the published calendar (admin).",
    input: v.object({
      days: v.pipe(v.array(v.object({ date: BusinessDate, isWorkday: v.boolean(), name: line(20) })), v.minLength(1), v.maxLength(400))
    }),
    output: v.object({ saved: v.number() })
  }),
  removeCalendarDays: command({
    summary: "Takes the city's own word on these days back; they are again what was announced (admin).",
    input: v.object({ dates: v.pipe(v.array(BusinessDate), v.minLength(1), v.maxLength(400)) }),
    output: v.object({ removed: v.number() }),
    refusals: ['not-found']
  })
}
