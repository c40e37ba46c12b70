/** An officer's post in words: a post of the plan by its label, anything else as it was written. */
import { useContext } from 'react';
import { useLabel } from '../i18n/locale.ts';
import { DeskContext } from './deskContext.ts';

export function usePostLabel(): (post: string) => string {
  const plan = useContext(DeskContext)?.plan;
  const label = useLabel();
  return (post) =>
    label(
      plan?.posts.find(({ id }) => id === post),
      post,
    );
}
