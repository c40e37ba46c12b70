export function PracticeBar() {
  return null;
}
