import type { Flag } from '#contract/volunteering-shapes'

/** Undecided flags of one cause: the same thing noticed about several people of one shift, or of one organisation where there is no shift. */
export interface FlagGroup {
  /** Of its first flag, so that it stays itself while others of it are decided. */
  groupId: string
  flags: readonly Flag[]
}

const causeOf = (flag: Flag) =>
  flag.decision === undefined ? `${flag.kind} ${flag.organisationId} ${flag.shiftId ?? flag.activityTitle ?? ''}` : flag.flagId

/** Flags by their cause, each group where its first flag stood. What was decided was decided with words of its own and stays single. */
export function groupsOf(flags: readonly Flag[]): FlagGroup[] {
  const byCause = new Map<string, Flag[]>()
  for (const flag of flags) byCause.set(causeOf(flag), [...(byCause.get(causeOf(flag)) ?? []), flag])
  return [...byCause.values()].flatMap(group => (group[0] ? [{ groupId: group[0].flagId, flags: group }] : []))
}

/** Whom a group is about, each once: 小**、米**; empty where it concerns a shift as a whole. */
export const peopleOf = ({ flags }: FlagGroup) => [...new Set(flags.flatMap(flag => flag.maskedName ?? []))].join('、')
