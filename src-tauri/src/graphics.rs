//! How the web view draws where the machine has no graphics card, as many an office machine, being a virtual one, has none.
//! There WebKitGTK would do a card's work on the processor: a copy of each picture and a frame of waiting more, and the
//! memory of the layers. It does not ask what other systems' web views do; they find out by themselves.

/// Has the web views draw by themselves. Said in the environment, which holds for every window from its beginning: a web
/// view that is told later, as its setting, ends the second window of a program.
#[cfg(target_os = "linux")]
const PLAIN: (&str, &str) = ("WEBKIT_DISABLE_COMPOSITING_MODE", "1");

/// To be called before anything else runs. What the user set stays; not being able to costs time and memory only.
pub(crate) fn fit() {
    #[cfg(target_os = "linux")]
    {
        let devices = ["/dev", "/dev/dri"].into_iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
        if devices.flatten().any(|entry| draws(&entry.file_name().to_string_lossy())) {
            return;
        }
        if let Err(error) = webkit2gtk::glib::setenv(PLAIN.0, PLAIN.1, false) {
            eprintln!("The web view could not be told that there is no graphics card: {error}.");
        }
    }
}

/// Whether a device of this name draws: a card's render node (one that only shows what was drawn has none), a card by its
/// maker's own driver, the card of the Windows that Linux runs in.
#[cfg(target_os = "linux")]
fn draws(device: &str) -> bool {
    device.starts_with("renderD") || device == "nvidiactl" || device == "dxg"
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::draws;

    #[test]
    fn a_card_is_known_by_its_device() {
        for (device, expect) in
            [("card0", false), ("by-path", false), ("null", false), ("renderD128", true), ("nvidiactl", true), ("dxg", true)]
        {
            assert_eq!(draws(device), expect, "{device}");
        }
    }
}
