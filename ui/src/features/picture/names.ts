// The names of the pictures, in their order: all that the frame of the window needs before one is shown.

export const pictureNames = [
  "status_lead",
  "status_theme",
  "over_time",
  "ageing",
  "heat",
  "due_line",
] as const;

export type PictureName = (typeof pictureNames)[number];
