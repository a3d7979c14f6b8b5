// @ts-check
/** In a folder on a drive, links that scripts have made lead to pages as those of the pages themselves do. */
import { inFolder, pageAt } from "../shared/folder.js";

if (inFolder) {
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.href) link.href = pageAt(link.href);
  }, { capture: true });
}
