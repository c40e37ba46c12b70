/** What the standing version says, in the plan's order of required parts [plan 3.4.2]. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile, WarningVersionRow } from '#shared/contract/rows.ts';
import { type Fact, Facts } from './Facts.tsx';
import { useWarningWords } from './warningWords.ts';

export function Content({ file }: { file: WarningFile }) {
  const t = useT();
  const facts = useContentFacts(file.at);
  const version = file.versions.at(-1);
  if (version === undefined) return null;
  return (
    <Panel title={t('warnings.content', { n: version.version })}>
      <Facts facts={facts(version)} />
    </Panel>
  );
}

function useContentFacts(at: number): (version: WarningVersionRow) => Fact[] {
  const t = useT();
  const format = useFormat();
  const words = useWarningWords();
  const plan = usePlanWords();
  return ({ content, level, inNameOf, issuer }) => {
    const { areas, place, kind, starts, ends, impact, cautions, measures, message } = content;
    const said: [string, string | null][] = [
      [t('warnings.area'), areas.map(({ id, name }) => (id === null ? name : words.area(id))).join(t('why.join'))],
      [t('warnings.place'), place],
      [t('warnings.kind'), words.kind(kind)],
      [t('warnings.level'), words.level(level)],
      [t('warnings.startsAt'), starts && format.timed(starts, at)],
      [t('warnings.endsAt'), ends && format.timed(ends, at)],
      [t('warnings.impact'), impact],
      [t('warnings.cautions'), cautions],
      [t('warnings.measures'), measures],
      [t('warnings.message'), message],
      [t('warnings.authority'), words.authority(inNameOf)],
      [t('warnings.issuer'), `${plan.post(issuer.post)} ${issuer.name} · ${format.timed(issuer.at, at)}`],
    ];
    return said.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]));
  };
}
