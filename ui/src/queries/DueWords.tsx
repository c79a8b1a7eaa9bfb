// A field for the words of a due: what the core understands by them is told while one types.
import { Line } from "../shared/form/fields";
import { Own } from "../shared/ui/bits";
import { useAsk } from "./door";
import { useLater } from "./search";

export function DueWords(props: {
  label: string;
  hint: string;
  value: string;
  onChange: (words: string) => void;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
}) {
  const typed = useLater(props.value.trim(), 200);
  const read = useAsk("ReadDue", { words: typed }, { when: typed !== "", keep: true });
  return (
    <div>
      <Line
        label={props.label}
        hint={props.hint}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
        required={props.required ?? false}
        autoFocus={props.autoFocus ?? false}
      />
      <p className="understood" role="status" data-refused={typed !== "" && read.isError}>
        {/* What was refused when it was saved stands above already. */}
        {typed !== "" &&
          props.error === undefined &&
          (read.error ? <Own>{read.error.message}</Own> : <Own>{read.data?.understood}</Own>)}
      </p>
    </div>
  );
}
