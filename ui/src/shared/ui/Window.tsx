// A modal window over the page. Escape and a press outside close it; focus goes back where it was.
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWidgetWords } from "../words";
import { Button } from "./Button";

export function Window(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stands near the top without a heading bar (palette). */
  bare?: boolean;
  wide?: boolean;
}) {
  const words = useWidgetWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && props.onClose()}
      className={`overlay${props.bare ? " top" : ""}`}
    >
      <Modal className={`window${props.wide ? " wide" : ""}`}>
        <Dialog className="dialog" {...(props.bare ? { "aria-label": props.title } : {})}>
          {!props.bare && (
            <div className="dialog-head">
              <Heading slot="title" level={2} dir="auto">
                {props.title}
              </Heading>
              <Button weight="plain" onPress={props.onClose} aria-label={words.close}>
                <span className="cross" aria-hidden="true" />
              </Button>
            </div>
          )}
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
