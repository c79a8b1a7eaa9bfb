// Everything an evidence field needs of the shell: the picker, and the staging of files the web view holds.
import { useMemo } from "react";
import { useShell } from "./door";

export function useEvidenceFiles() {
  const shell = useShell();
  return useMemo(
    () => ({
      choose: () => shell.pickFile("evidence"),
      take: (file: File) => shell.stage(file),
    }),
    [shell],
  );
}
