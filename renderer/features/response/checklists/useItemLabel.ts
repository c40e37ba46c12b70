/** The words of a checklist's item. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel } from '#renderer/app/i18n/locale.ts';

export function useItemLabel(): (id: string) => string {
  const label = useLabel();
  const { plan } = useDesk();
  return (id) =>
    label(
      plan.checklists.flatMap(({ items }) => items).find((item) => item.id === id),
      id,
    );
}
