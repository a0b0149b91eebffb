//! What a reader sets for their own eyes: colours and text size. Kept in this browser, never in a link.

use crate::part::follow::effect;
use leptos::prelude::*;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The steps of text size in the Read lens, in percent of the normal.
const SIZES: [u16; 7] = [80, 90, 100, 112, 125, 150, 200];
const NORMAL: usize = 2;

/// The settings, kept where the browser allows it.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) theme: RwSignal<Theme>,
    size: RwSignal<usize>,
}

impl Settings {
    /// As kept, or as they come.
    pub(crate) fn new() -> Self {
        let theme = kept("theme").and_then(|name| Theme::ALL.into_iter().find(|theme| theme.name() == name));
        let size = kept("text-size").and_then(|size| size.parse().ok()).filter(|size| *size < SIZES.len());
        let settings =
            Self { theme: RwSignal::new(theme.unwrap_or_default()), size: RwSignal::new(size.unwrap_or(NORMAL)) };
        effect(move || {
            let theme = settings.theme.get();
            keep("theme", theme.name());
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-theme", theme.name());
            }
        });
        effect(move || keep("text-size", &settings.size.get().to_string()));
        settings
    }

    /// Text size in percent.
    pub(crate) fn percent(self) -> u16 {
        SIZES[self.size.get()]
    }

    /// The next size up or down.
    pub(crate) fn step(self, up: bool) {
        self.size.update(|size| *size = if up { (*size + 1).min(SIZES.len() - 1) } else { size.saturating_sub(1) });
    }

    /// True when there is no size further up or down.
    pub(crate) fn at_end(self, up: bool) -> bool {
        self.size.get() == if up { SIZES.len() - 1 } else { 0 }
    }
}

/// What the browser keeps under this name.
pub(super) fn kept(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&format!("crossread-{key}")).ok()?
}

/// A browser that keeps nothing (private mode, files on disk) is no reason to bother the reader.
pub(super) fn keep(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(&format!("crossread-{key}"), value);
    }
}
