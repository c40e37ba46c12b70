export function NoteDialog() {
  return null;
}
