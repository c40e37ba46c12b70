/** The other groups a person is in at the same time: allowed, but never unsaid. */
import type { GroupRow, PersonRow } from '#shared/contract/rows.ts';
import { isSamePerson } from '#shared/domain/parties.ts';

type Groups = readonly Pick<GroupRow, 'groupId' | 'name' | 'state' | 'people'>[];

export const alsoIn = (groups: Groups, { person, groupId }: Pick<PersonRow, 'person' | 'groupId'>): string[] =>
  groups
    .filter((group) => group.groupId !== groupId && group.state !== 'dissolved')
    .filter(({ people }) => people.some((row) => row.outAt === null && isSamePerson(row.person, person)))
    .map(({ name }) => name);
