const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TIME = String.raw`(?<time>\d{2}:\d{2}:\d{2})`;

/** The three forms of RFC 9110, 5.6.7, of which the last two are those of old clients. */
const FORMS = [
  String.raw`[A-Z][a-z]{2}, (?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) ${TIME} GMT`,
  String.raw`[A-Z][a-z]+day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) ${TIME} GMT`,
  String.raw`[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) ${TIME} (?<year>\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/** Reads a date of HTTP. Undefined of what is none; tags are none. */
export function readHttpDate(text: string, now: Date): Date | undefined {
  for (const form of FORMS) {
    const { day = '', month = '', year = '', time } = form.exec(text)?.groups ?? {};
    if (time === undefined) continue;
    const full = year.length === 2 ? century(Number(year), now) : year;
    const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
    const date = new Date(`${full}-${number}-${day.trim().padStart(2, '0')}T${time}Z`);
    return Number.isNaN(date.valueOf()) ? undefined : date;
  }
  return undefined;
}

/** The year of two digits that is at most 50 years ahead. */
function century(year: number, now: Date): number {
  const latest = now.getUTCFullYear() + 50;
  return latest - ((((latest - year) % 100) + 100) % 100);
}
