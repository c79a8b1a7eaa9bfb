//! How the web view draws where the machine has no graphics card, as many an office machine, being a virtual one, has none.
//! There WebKitGTK would do a card's work on the processor: a copy of each picture and a frame of waiting more, and the
//! memory of the layers. It does not ask what other systems' web views do; they find out by themselves.

use tauri::WebviewWindow;

#[cfg(target_os = "linux")]
pub(crate) fn fit(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    if draws(devices.map(|entry| entry.file_name().to_string_lossy().into_owned())) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn fit(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// `devices`: the names in `/dev/dri`. A card that draws has a render node; one that only shows what was drawn has none.
#[cfg(target_os = "linux")]
fn draws(mut devices: impl Iterator<Item = String>) -> bool {
    devices.any(|name| name.starts_with("renderD"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::draws;

    fn check(devices: &[&str], expect: bool) {
        assert_eq!(draws(devices.iter().map(ToString::to_string)), expect, "{devices:?}");
    }

    #[test]
    fn a_card_is_known_by_its_render_node() {
        check(&[], false);
        check(&["by-path", "card0"], false);
        check(&["by-path", "card0", "renderD128"], true);
    }
}
