// A file on the clipboard. A picture that was never a file has no name of its own there: it gets one that says when.

const nameless = /^(image|pasted|clipboard|blob)?(\.\w+)?$/i;
const two = (value: number) => String(value).padStart(2, "0");

/** The first file of what is pasted; `picture` is what a picture without a name is called. */
export function pastedFile(data: DataTransfer | null, picture: string, now = new Date()): File | null {
  const items = [...(data?.items ?? [])].filter((one) => one.kind === "file");
  const file = data?.files[0] ?? items[0]?.getAsFile() ?? null;
  if (!file?.type.startsWith("image/") || !nameless.test(file.name)) return file;
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}.${two(now.getMinutes())}`;
  const ending = file.type.slice("image/".length).replace("jpeg", "jpg").replace(/\+.*/, "");
  return new File([file], `${picture} ${day} ${time}.${ending}`, { type: file.type });
}
