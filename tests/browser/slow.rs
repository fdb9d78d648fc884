//! A slow mobile line and a slow telephone.

use serde_json::json;

use crate::webdriver::Browser;

/// From now on 1.6 Mb/s with 150 ms of latency, and a quarter of the processor.
pub fn slow_down(browser: &Browser) {
    browser.devtools("Network.enable", json!({}));
    let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    browser.devtools("Network.emulateNetworkConditions", line);
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
}
