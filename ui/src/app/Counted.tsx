// Says aloud how many rows a list has, where that came after its rows. What is seen of it stands in the list's head and foot.
import { useState } from "react";
import { Aloud } from "../shared/ui/bits";
import { useWords } from "../strings/words";

/** One for each list. `counted`: null while there are no rows yet. */
export function Counted({ counted, total }: { counted: boolean | null; total: number }) {
  const { t } = useWords();
  /** What is said stays as it is when an edit changes the number: that is told by what was done. */
  const [said, setSaid] = useState<number | "awaited" | null>(null);
  if (counted === false && said !== "awaited") setSaid("awaited");
  if (counted && said === "awaited") setSaid(total);
  return <Aloud>{typeof said === "number" ? t("list.counted", { count: said }) : null}</Aloud>;
}
