// The menu of the window in the chosen language. Which entries there are, the shell says.
import { useEffect } from "react";
import { useShell } from "../queries/door";
import { useWords } from "../strings/words";
import { actionIds } from "./actions";

export function useMenu() {
  const shell = useShell();
  const { t } = useWords();
  useEffect(() => {
    const menus = (["file", "edit", "view", "help"] as const).map(
      (id) => [id, { label: t(`menu.${id}`) }] as const,
    );
    const own = (
      ["cut", "copy", "paste", "select-all", "zoom-in", "zoom-out", "zoom-reset", "quit"] as const
    ).map((id) => [id, { label: t(`menu.${id}`) }] as const);
    const ours = actionIds.map((id) => [id, { label: t(`actions.${id}`) }] as const);
    // An older shell without this command keeps its own words.
    shell.setMenu(Object.fromEntries([...menus, ...own, ...ours])).catch(() => {});
  }, [shell, t]);
}
