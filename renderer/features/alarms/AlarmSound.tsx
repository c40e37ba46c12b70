export function AlarmSound() {
  return null;
}
