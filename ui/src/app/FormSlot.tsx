// Which form stands for which name, with what it starts from. A new form is one case here and its name in view.ts.
import type { Dispatch, ReactNode } from "react";
import { AddActorForm, EditActorForm } from "../features/actor/ActorForm";
import { AddCommitmentForm, EditCommitmentForm } from "../features/commitment/CommitmentForm";
import { CorrectUpdateForm } from "../features/commitment/CorrectUpdateForm";
import { DueForm } from "../features/commitment/DueForm";
import { EscalateForm } from "../features/commitment/EscalateForm";
import { LeadForm } from "../features/commitment/LeadForm";
import { UpdateForm } from "../features/commitment/UpdateForm";
import { VerifyForm } from "../features/commitment/VerifyForm";
import { AddEvidenceForm, EditEvidenceForm, EditUseForm } from "../features/evidence/EvidenceForm";
import { PrivateForm } from "../features/item/PrivateForm";
import { PlainForm } from "../features/plain/PlainForm";
import {
  AddRecommendationForm,
  AddresseeForm,
  AssessForm,
  EditRecommendationForm,
} from "../features/recommendation/RecommendationForm";
import { AskAgainForm } from "../features/review/AskAgainForm";
import type { Deed } from "../features/review/run";
import { AddSourceForm, EditSourceForm } from "../features/source/SourceForm";
import type { ItemPage } from "../queries/types";
import type { Picked } from "../shared/form/values";
import { isOfItem, type OnDeed } from "./of-item";
import type { OpenForm, Step, View } from "./view";

type Props = {
  view: View;
  form: OpenForm;
  go: Dispatch<Step>;
  page: ItemPage | undefined;
  today: string;
  onDeed: OnDeed;
};

export function FormSlot(props: Props): ReactNode {
  return isOfItem(props.form) ? <OfItem {...props} /> : <OfNew {...props} />;
}

/** What a new item starts from: the item or the list that is open. */
function OfNew({ view, form, go, page, today }: Props): ReactNode {
  const onCancel = () => go({ do: "form", form: null });
  const onDone = (id?: string) => {
    go({ do: "form", form: null });
    if (id) go({ do: "open", item: id });
  };
  const asPick = (type: ItemPage["type"], name: (page: ItemPage) => string): Picked | null =>
    page?.type === type ? { id: page.id, ref: page.ref, name: name(page) } : null;
  switch (form.name) {
    case "new-commitment": {
      const here = asPick("recommendation", (one) =>
        one.type === "recommendation" ? (one.heading ?? one.text) : "",
      );
      return <AddCommitmentForm recommendation={here} onDone={onDone} onCancel={onCancel} />;
    }
    case "new-recommendation": {
      const place = view.place.at === "recommendations" ? view.place.source : null;
      const source =
        asPick("source", (one) => (one.type === "source" ? one.title : "")) ??
        (page?.type === "recommendation" ? page.source : place);
      return <AddRecommendationForm source={source} parent={null} onDone={onDone} onCancel={onCancel} />;
    }
    case "new-actor":
      return <AddActorForm onDone={onDone} onCancel={onCancel} />;
    case "new-source":
      return <AddSourceForm onDone={onDone} onCancel={onCancel} />;
    case "plain":
      return form.command ? (
        <PlainForm
          command={form.command}
          page={page}
          today={today}
          fill={form.fill}
          onDone={onDone}
          onCancel={onCancel}
        />
      ) : null;
    default:
      return null;
  }
}

function OfItem({ form, go, page, today, onDeed }: Props): ReactNode {
  if (!page) return null;
  const close = () => go({ do: "form", form: null });
  const done = { onDone: close, onCancel: close };
  switch (form.name) {
    case "evidence":
      return <AddEvidenceForm item={page} file={form.file} link={form.link} {...done} />;
    case "plain":
      return form.command ? (
        <PlainForm command={form.command} page={page} today={today} fill={form.fill} {...done} />
      ) : null;
    case "private":
      return "private" in page ? <PrivateForm item={page} {...done} /> : null;
    case "edit":
      return <Edit page={page} done={done} />;
    case "assess":
      return page.type === "recommendation" ? <AssessForm page={page} {...done} /> : null;
    case "addressee":
      return page.type === "recommendation" ? <AddresseeForm page={page} {...done} /> : null;
    case "use":
      return page.type === "evidence" ? <EditUseForm page={page} use={form.target ?? ""} {...done} /> : null;
    default:
      return page.type === "commitment" ? (
        <OfCommitment
          page={page}
          form={form}
          today={today}
          done={done}
          onDeed={(deed, again = false) => {
            if (!onDeed(deed, again)) close();
          }}
        />
      ) : null;
  }
}

type DoneProps = { done: { onDone: () => void; onCancel: () => void } };

function Edit({ page, done }: DoneProps & { page: ItemPage }): ReactNode {
  switch (page.type) {
    case "commitment":
      return <EditCommitmentForm page={page} {...done} />;
    case "recommendation":
      return <EditRecommendationForm page={page} {...done} />;
    case "actor":
      return <EditActorForm page={page} {...done} />;
    case "source":
      return <EditSourceForm page={page} {...done} />;
    case "evidence":
      return <EditEvidenceForm page={page} {...done} />;
    default:
      return null;
  }
}

function OfCommitment(
  props: DoneProps & {
    page: Extract<ItemPage, { type: "commitment" }>;
    form: OpenForm;
    today: string;
    onDeed: (deed: Deed, again?: boolean) => void;
  },
): ReactNode {
  const { page, form, today, done, onDeed } = props;
  switch (form.name) {
    case "update":
      return (
        <UpdateForm
          page={page}
          today={today}
          file={form.file}
          link={form.link}
          {...done}
          onDone={(again) => onDeed("updated", again)}
        />
      );
    case "correct": {
      const update = page.timeline.find((entry) => entry.id === form.target);
      return update?.type === "update" ? <CorrectUpdateForm page={page} update={update} {...done} /> : null;
    }
    case "verify":
      return (
        <VerifyForm
          page={page}
          today={today}
          {...done}
          onDone={(verdict) => onDeed(verdict === "returned" ? "returned" : "verified")}
        />
      );
    case "return":
      return (
        <VerifyForm
          page={page}
          today={today}
          verdict="returned"
          {...done}
          onDone={() => onDeed("returned")}
        />
      );
    case "escalate":
      return <EscalateForm page={page} today={today} {...done} onDone={() => onDeed("escalated")} />;
    case "ask-again":
      return <AskAgainForm page={page} today={today} {...done} onDone={() => onDeed("putOff")} />;
    case "due":
      return <DueForm page={page} today={today} {...done} onDone={() => onDeed("moved")} />;
    case "lead":
      return <LeadForm page={page} today={today} {...done} />;
    default:
      return null;
  }
}
