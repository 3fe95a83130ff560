/** `+3`, `-2`: points with their sign, a real minus kept plain so that spreadsheets and searches find it. */
export function signed(points: number): string {
  return points < 0 ? String(points) : `+${points}`;
}
