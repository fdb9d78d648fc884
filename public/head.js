// The controls take their room only where the app can run (see `.live` in the
// stylesheet), and what a frame of a site has no room for is never seen there
// (see `[data-embed]`), so that nothing moves when the app starts.
{
  const { documentElement: root } = document;
  const asked = location.hash.slice(1).split("&");
  const isEmbed = asked.includes("embed=1");
  if (self.WebAssembly) root.dataset.live = "";
  root.toggleAttribute("data-embed", isEmbed);
  delete root.dataset.scheme;
  delete root.dataset.kept;
  let kept;
  try { kept = localStorage.getItem("standing-invitation-scheme"); } catch {}
  for (const scheme of ["light", "dark"]) {
    if (kept === scheme && !isEmbed) root.dataset.kept = root.dataset.scheme = scheme;
  }
  for (const scheme of ["light", "dark"]) if (asked.includes("scheme=" + scheme)) root.dataset.scheme = scheme;
}
