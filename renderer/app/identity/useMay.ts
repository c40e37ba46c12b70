/** Whether the acting officer's roles allow a command; the desk itself has the last word. */
import type { CommandType } from '#shared/domain/commands.ts';
import { permissions } from '#shared/domain/people/permissions.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';

export function useMay(command: CommandType): boolean {
  const { desk, officer } = useDesk();
  const permission = permissions[command];
  return (
    permission === 'anyone' || (desk.people.roles[officer.officerId] ?? []).some((role) => permission.includes(role))
  );
}

/** Whose it is, in words; empty where it is everybody's. */
export function useRolesOf(command: CommandType): string {
  const t = useT();
  const permission = permissions[command];
  return permission === 'anyone' ? '' : permission.map((role) => t(`people.role.${role}`)).join(t('entries.and'));
}
