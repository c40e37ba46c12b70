/** One button per shipped scenario: for the empty board and wherever practice is offered. */
import { Button, type ButtonProps } from '#renderer/ui/Button.tsx';
import { useHostInfo } from '../desk/hostInfo.ts';
import { useT } from '../i18n/locale.ts';
import { useOpenPractice } from './useOpenPractice.ts';

const NONE: { scenarioId: string; title: string }[] = [];

export function OpenPracticeButtons({ size = 'm', variant = 'plain' }: Pick<ButtonProps, 'size' | 'variant'>) {
  const t = useT();
  const scenarios = useHostInfo(({ info }) => info?.scenarios) ?? NONE;
  const { open, opening } = useOpenPractice();
  return scenarios.map(({ scenarioId, title }) => (
    <Button key={scenarioId} size={size} variant={variant} isDisabled={opening} onPress={() => void open(scenarioId)}>
      {opening ? t('practice.opening') : t('practice.open', { title })}
    </Button>
  ));
}
