export function AlarmBar() {
  return null;
}
