// The sign of a part in the legend on the screen. Drawn by the same hand as the picture.
import { useEffect, useId, useRef } from "react";
import { type Look, onScreen, sign } from "./look";

export function Sign({ look }: { look: Look }) {
  const id = useId().replace(/[^\w]/g, "");
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => svg.current?.replaceChildren(...sign(id, look, onScreen)), [id, look]);
  return <svg ref={svg} width="18" height="12" viewBox="0 0 18 12" aria-hidden="true" />;
}
