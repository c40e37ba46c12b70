import type { ReactNode } from 'react';
import { Button as AriaButton, Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Popover.module.css';

export type PopoverProps = {
  /** What is pressed. */
  trigger: ReactNode;
  /** Names both the button (where the trigger's own text does not) and the dialog. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top';
  triggerClassName?: string;
  className?: string;
};

/** More about something, beside it. Escape or a click elsewhere closes it. */
export function Popover({
  trigger,
  label,
  children,
  placement = 'bottom start',
  triggerClassName,
  className,
}: PopoverProps) {
  return (
    <DialogTrigger>
      <AriaButton aria-label={label} className={classes(styles.trigger, triggerClassName)}>
        {trigger}
      </AriaButton>
      <AriaPopover placement={placement} className={classes(styles.popover, className)}>
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
