/** A time of today is told by its clock, another one by its day too. In the browser only, which knows the zone. */
export function timeForm(at: number): 'clock' | 'moment' {
  return new Date(at).setHours(0, 0, 0, 0) === new Date().setHours(0, 0, 0, 0) ? 'clock' : 'moment';
}
