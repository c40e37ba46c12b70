/**
 * 经过: the warning's course as one picture, each kind of step a row, the levels a band. Every step is told in words in the
 * lists beside it; here one sees how long each took [plan 3.3, 3.4].
 */

import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile } from '#shared/contract/rows.ts';
import { COURSE_ROWS, type CourseMark, type CourseSpan, courseOf } from '#shared/domain/warning/course.ts';
import { useWarningWords } from '../warningWords.ts';
import styles from './CoursePicture.module.css';

export function CoursePicture({ file }: { file: WarningFile }) {
  const t = useT();
  const format = useFormat();
  const { from, to, marks, spans } = courseOf(file);
  const share = (at: number): number => (100 * (at - from)) / (to - from);
  return (
    <Panel title={t('warnings.picture')}>
      <div className={styles.rows}>
        {spans.length > 0 && (
          <div className={styles.row}>
            <span className={styles.name}>{t('warnings.level')}</span>
            <span className={styles.track}>
              {spans.map((span) => (
                <Band key={span.version} span={span} left={share(span.from)} right={100 - share(span.to ?? to)} />
              ))}
            </span>
          </div>
        )}
        {COURSE_ROWS.map((row) => ({ row, own: marks.filter((mark) => mark.row === row) }))
          .filter(({ own }) => own.length > 0)
          .map(({ row, own }) => (
            <div key={row} className={styles.row}>
              <span className={styles.name}>{t(`warnings.step.${row}`)}</span>
              <span className={styles.track}>
                {own.map((mark) => (
                  <Dot key={mark.key} mark={mark} left={share(mark.at)} at={file.at} />
                ))}
              </span>
            </div>
          ))}
        <div className={styles.row}>
          <span className={styles.name} />
          <span className={styles.axis}>
            <span>{format.instant(from, file.at)}</span>
            <span>{format.instant(to, file.at)}</span>
          </span>
        </div>
      </div>
    </Panel>
  );
}

function Dot({ mark, left, at }: { mark: CourseMark; left: number; at: number }) {
  const t = useT();
  const format = useFormat();
  const words = `${t(`warnings.step.${mark.row}`)} ${format.instant(mark.at, at)}`;
  return <span aria-hidden title={words} className={styles.dot} style={{ left: `${left}%` }} />;
}

function Band({ span, left, right }: { span: CourseSpan; left: number; right: number }) {
  const words = useWarningWords();
  const { plan } = useDesk();
  const level = plan.warnings?.levels.find(({ id }) => id === span.level);
  return (
    <span className={styles.band} style={{ left: `${left}%`, right: `${right}%` }} title={words.level(span.level)}>
      {level !== undefined && <LevelShape colour={level.colour} />}
      {words.level(span.level)}
    </span>
  );
}
