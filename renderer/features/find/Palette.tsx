/**
 * The box of Ctrl/⌘ K: a combobox over everything found and every command. The focus stays in the text; arrows move
 * through the list, Enter goes. While an input method composes, its letters are neither looked for nor taken as keys.
 */
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { closeDialog } from '#renderer/app/dialogs.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useLockedAt } from '#renderer/app/identity/identity.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import box from '#renderer/app/shell/FindBox.module.css';
import type { TypedEarly } from '#renderer/app/shell/typedEarly.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { MAX_SEARCH_CHARACTERS } from '#shared/contract/deskApi.ts';
import { FilterChips } from './FilterChips.tsx';
import styles from './Find.module.css';
import { FoundList } from './FoundList.tsx';
import { askedOf, contactsAskedOf, type Filters, NO_FILTERS } from './filters.ts';
import { openFound, openRecord } from './openFound.ts';
import { type Option, optionGroups } from './options.ts';
import { Status } from './Status.tsx';
import { fitsCommand, useCommands } from './useCommands.ts';
import { useFound } from './useFound.ts';

const PAGE = 8;

export function Palette({ early }: { early: TypedEarly }) {
  const t = useT();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(early.text);
  /** As typed, but for what is still being composed. */
  const [text, setText] = useState(early.text);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [activeId, setActiveId] = useState<string | null>(null);
  const isLocked = useLockedAt() !== null;
  const now = useMemo(() => (filters.period === 'all' ? 0 : readNow()), [filters.period]);
  const found = useFound(isLocked ? null : askedOf(text, filters, now));
  const commands = useCommands().filter((command) => fitsCommand(command, text));
  const { data: contacts } = useDeskQuery(isLocked ? null : contactsAskedOf(text, filters));
  const groups = optionGroups(commands, found?.groups ?? [], contacts?.rows ?? [], filters.scope, text);
  const options = groups.flatMap((group) => group.options);
  const active = options.find(({ id }) => id === activeId) ?? options[0] ?? null;
  const optionId = (option: Option) => `${listId}-${options.indexOf(option)}`;

  // Before the next key can come.
  useLayoutEffect(() => {
    input.current?.focus();
    if (early.isEntered && active?.kind === 'command') choose(active);
    // Once: what comes later is typed into the box itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function look(next: string): void {
    setText(next);
    setActiveId(null);
  }

  function change(next: Filters): void {
    setFilters(next);
    setActiveId(null);
  }

  /** What was recorded of somebody. */
  function goOn(name: string): void {
    setTyped(name);
    look(name);
    change({ ...filters, scope: 'entry' });
    input.current?.focus();
  }

  function choose(option: Option): void {
    switch (option.kind) {
      case 'command':
        closeDialog();
        return option.command.run();
      case 'more':
        if (filters.scope === 'all') change({ ...filters, scope: option.group.kind });
        else found?.more(option.group);
        return input.current?.focus();
      case 'contact':
        closeDialog();
        return navigate({ screen: 'directory', contactId: option.contact.contactId });
      case 'found': {
        const { goesOn } = openFound(option.found);
        return goesOn === null ? closeDialog() : goOn(goesOn);
      }
    }
  }

  function move(by: number): void {
    const at = active === null ? -1 : options.indexOf(active);
    const next =
      Math.abs(by) === 1
        ? (at + by + options.length) % options.length
        : Math.min(options.length - 1, Math.max(0, at + by));
    setActiveId(options[next]?.id ?? null);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const by = steps[event.key];
    if (by !== undefined) {
      event.preventDefault();
      return move(by);
    }
    if (event.key !== 'Enter' || active === null) return;
    event.preventDefault();
    // What stands there may still be the answer to other words.
    if ((active.kind === 'found' || active.kind === 'more') && found?.text !== text) return;
    if (active.kind === 'found' && (event.ctrlKey || event.metaKey)) {
      closeDialog();
      return openRecord(active.found);
    }
    choose(active);
  }

  return (
    <div className={styles.palette}>
      <input
        ref={input}
        className={box.input}
        type="text"
        role="combobox"
        aria-label={t('app.find.prompt')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : optionId(active)}
        placeholder={t('app.find.prompt')}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_SEARCH_CHARACTERS}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (!('isComposing' in event.nativeEvent) || event.nativeEvent.isComposing !== true) look(event.target.value);
        }}
        onCompositionEnd={(event) => look(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <FilterChips filters={filters} onChange={change} />
      <FoundList
        listId={listId}
        groups={groups}
        text={found?.text ?? text}
        active={active}
        optionId={optionId}
        onPoint={({ id }) => setActiveId(id)}
        onChoose={choose}
      />
      <Status
        text={text}
        count={options.filter(({ kind }) => kind !== 'more').length}
        found={found}
        isLocked={isLocked}
      />
      <p className={styles.keys}>
        <Kbd>↑↓</Kbd> {t('find.keys.move')} <Kbd>⏎</Kbd> {t('find.keys.open')} <Kbd>Ctrl ⏎</Kbd> {t('find.keys.record')}
      </p>
    </div>
  );
}
