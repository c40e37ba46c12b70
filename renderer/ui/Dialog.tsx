import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode;
  size?: 's' | 'm' | 'l';
};

/** A form or list over the page. Escape and the veil close it. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'm' }: DialogProps) {
  const t = useT();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={styles.veil ?? ''}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button variant="quiet" onPress={onClose} kbd="Esc">
              {t('ui.close')}
            </Button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.foot}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type AlertDialogProps = {
  title: string;
  isOpen: boolean;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
};

/** A question that must be answered; Escape is no. The safe answer has the focus. */
export function AlertDialog(props: AlertDialogProps) {
  const { title, isOpen, children, confirmLabel, cancelLabel, onConfirm, onCancel } = props;
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onCancel()} className={styles.veil ?? ''}>
      <Modal className={classes(styles.modal, styles.s)}>
        <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>
            <Button variant="primary" onPress={onConfirm}>
              {confirmLabel}
            </Button>
            <Button autoFocus onPress={onCancel} kbd="Esc">
              {cancelLabel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
