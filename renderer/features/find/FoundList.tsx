/** The options, group by group. Never focused: the box points at the one that Enter opens. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list of a combobox: no tag has options with marks in them, and the box keeps focus and keys */
import { useEffect } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './Find.module.css';
import { ContactContent, FoundContent } from './FoundContent.tsx';
import type { Option, OptionGroup } from './options.ts';

type FoundListProps = {
  listId: string;
  groups: readonly OptionGroup[];
  /** What was looked for, to be marked. */
  text: string;
  active: Option | null;
  optionId: (option: Option) => string;
  onPoint: (option: Option) => void;
  onChoose: (option: Option) => void;
};

export function FoundList({ listId, groups, text, active, optionId, onPoint, onChoose }: FoundListProps) {
  const t = useT();
  const activeId = active === null ? null : optionId(active);
  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div id={listId} role="listbox" aria-label={t('app.find.title')} className={styles.list}>
      {groups.map(({ scope, options }) => (
        <div key={scope} role="group" aria-labelledby={`${listId}-${scope}`}>
          <div id={`${listId}-${scope}`} className={styles.title}>
            {t(`find.scope.${scope}`)}
          </div>
          {options.map((option) => (
            <div
              key={option.id}
              id={optionId(option)}
              role="option"
              aria-selected={option === active}
              className={styles.option}
              // The focus stays in the box.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => onPoint(option)}
              onClick={() => onChoose(option)}
            >
              <OptionContent option={option} text={text} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function OptionContent({ option, text }: { option: Option; text: string }) {
  const t = useT();
  switch (option.kind) {
    case 'command':
      return (
        <>
          <span className={styles.words}>{option.command.name}</span>
          <span className={styles.quiet}>
            {option.command.more} {option.command.keys && <Kbd>{option.command.keys}</Kbd>}
          </span>
        </>
      );
    case 'contact':
      return <ContactContent contact={option.contact} text={text} />;
    case 'found':
      return <FoundContent found={option.found} text={text} />;
    case 'more':
      return <span className={styles.more}>{t('find.more', { kind: t(`find.scope.${option.group.kind}`) })}</span>;
  }
}
