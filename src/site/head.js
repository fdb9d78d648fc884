// The controls take their room only where the app can run (see `.live` in the
// stylesheet), so that nothing moves when it starts.
if (self.WebAssembly) document.documentElement.dataset.live = "";
