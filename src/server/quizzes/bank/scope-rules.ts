const NATIONAL = '国家'
const LOCAL = '地方:'
const PART = '/'

const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']
const PROVINCE = /^\S+(省|自治区|特别行政区)$/
/** What a name is called without its rank; the people a region is named after go with it. */
const RANK = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|省|市|盟|县|区|旗)$/

/** Names from the province down to the city, as `浙江省/嘉兴市/海盐县`. */
export const placeNames = (place: string): string[] => place.split(PART).map(name => name.trim())

/** Whether these are names of a place from its province down: each filled, the first a province or what ranks like one. */
export const isPlace = (place: string): boolean => {
  const [first = '', ...rest] = placeNames(place)
  return (PROVINCE.test(first) || MUNICIPALITIES.includes(first)) && rest.every(name => name.length > 1) && rest.length <= 3
}

/** 嘉兴市 is also 嘉兴; a name of one character keeps its rank (吉县). */
const spellingsOf = (name: string): string[] => {
  const short = name.replace(RANK, '')
  return short.length > 1 && short !== name ? [name, short] : [name]
}

/**
 * The scopes of facts that hold in a city: those of the whole country, and the rules of the city itself and of what it lies in. A
 * scope names its place from the province down, with ranks or without: `地方:浙江`, `地方:浙江嘉兴`, `地方:浙江省嘉兴市`.
 * @param place names from the province down, as `isPlace` wants them; without one, only what holds everywhere.
 */
export function scopesIn(place: string | undefined): string[] {
  const scopes = [NATIONAL]
  let above = ['']
  for (const name of place ? placeNames(place) : []) {
    above = above.flatMap(start => spellingsOf(name).flatMap(own => `${start}${own}`))
    scopes.push(...above.map(spelling => `${LOCAL}${spelling}`))
  }
  return scopes
}
